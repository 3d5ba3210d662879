import { el, icon, onContent, text } from './dom.js';

/** Says something at the corner. An offer to undo stays until it is used or closed; a plain word goes by itself, unless someone is on it. */
export function toast(message, { tone = 'moving', icon: name = 'info-circle' } = {}) {
  if (!message) return;
  const area = document.querySelector('.toasts') ?? document.body.appendChild(el('div', { className: 'toasts' }));
  const item = el('div', { className: 'toast-item' }, icon(name), el('p', { textContent: message }));
  item.dataset.tone = tone;
  item.setAttribute('role', tone === 'blocked' ? 'alert' : 'status');
  area.append(item);
  wire(item);
}

function wire(item) {
  if (item.querySelector('[data-close]')) return;
  const close = el('button', { type: 'button', className: 'icon-btn', title: text('Close') }, icon('x'));
  close.dataset.close = '';
  close.setAttribute('aria-label', text('Close'));
  close.addEventListener('click', () => item.remove());
  item.append(close);
  if (item.querySelector('form, a') || item.dataset.tone === 'blocked') return;
  let timer = setTimeout(() => item.remove(), 8000);
  for (const hold of ['mouseenter', 'focusin']) item.addEventListener(hold, () => clearTimeout(timer));
  for (const go of ['mouseleave', 'focusout']) item.addEventListener(go, () => { clearTimeout(timer); timer = setTimeout(() => item.remove(), 4000); });
}

onContent(root => root.querySelectorAll('.toast-item').forEach(wire));
