// data-key="a" on a link, button, summary or field: the key presses, opens or focuses it. A person may switch single keys off.
import { isTyping } from './dom.js';

document.addEventListener('keydown', event => {
  if (document.body.dataset.keys === 'off' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || document.querySelector('dialog:modal')) return;
  if (event.key === '?') {
    document.getElementById('keys')?.showModal();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target || event.shiftKey) return;
  event.preventDefault();
  if (target.matches('input:not([type=checkbox], [type=radio]), textarea, select')) target.focus();
  else target.click();
  if (target.matches('summary')) target.parentElement.querySelector('a, button, input, textarea, select')?.focus();
});
