import { isTyping } from './dom.js';

const box = () => document.querySelector('[data-search]');

document.addEventListener('keydown', event => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && document.body.dataset.keys !== 'off';
  const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if ((slash || ctrlK) && box()) {
    event.preventDefault();
    box().focus();
    box().select();
    return;
  }
  const search = event.target.closest?.('.search');
  if (!search) return;
  if (event.key === 'Escape') {
    box().blur();
    document.activeElement?.blur();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [box(), ...search.querySelectorAll('.search-results a[href]')];
  const next = stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
  stops.at(next % stops.length)?.focus();
  event.preventDefault();
});
