// Menus are <details>: they open without script. With it, one at a time, closed by Escape or a click elsewhere, walked by arrow keys.
const open = () => document.querySelectorAll('details:is(.menu, .refused)[open]');

document.addEventListener('click', event => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

// What opens below its button opens towards the middle where the edge of the window is near.
document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!menu.open || !menu.matches('.asks, .refused')) return;
  menu.classList.remove('end');
  const box = menu.querySelector(':scope > :is(.menu-form, .why)')?.getBoundingClientRect();
  menu.classList.toggle('end', box?.right > document.documentElement.clientWidth);
}, true);

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('details.menu, details.refused');
  if (event.key === 'Escape') {
    const last = menu?.open ? menu : [...open()].at(-1);
    if (!last) return;
    last.open = false;
    last.querySelector('summary').focus();
    event.preventDefault();
    return;
  }
  if (!menu?.open || !['ArrowDown', 'ArrowUp'].includes(event.key) || !menu.matches('.menu')) return;
  const items = [...menu.querySelectorAll('.menu-list :is(a[href], button:not(:disabled))')];
  if (!items.length) return;
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const from = items.indexOf(document.activeElement);
  items.at(from < 0 && step < 0 ? -1 : (from + step) % items.length).focus();
  event.preventDefault();
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  if (event.target.closest('[data-print]')) window.print();
});

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.dataset.copied = '';
  button.querySelector('use')?.setAttribute('href', button.querySelector('use').getAttribute('href').replace(/#.*/, '#check'));
});
