import { onContent } from './dom.js';

document.addEventListener('click', event => {
  const row = event.target.closest('tr[data-rowlink]');
  if (!row || event.target.closest('a, button, input, label, summary, select') || getSelection().toString()) return;
  const link = row.querySelector('a[href]');
  if (event.ctrlKey || event.metaKey) window.open(link.href);
  else link.click();
});

/** A week that is wider than the screen opens at today. */
onContent(root => {
  for (const day of root.querySelectorAll('.week thead [aria-current]')) {
    const wrap = day.closest('.table-wrap');
    wrap.scrollLeft = day.offsetLeft - day.parentElement.firstElementChild.offsetWidth;
  }
});

/** Says how many are ticked, and ticks a range with Shift. */
onContent(root => {
  for (const form of root.querySelectorAll('form[data-bulk]')) {
    const bar = form.querySelector('.bulk');
    const boxes = () => [...form.querySelectorAll('.pick input[name]')];
    const all = form.querySelector('.pick input:not([name])');
    const show = () => {
      const ticked = boxes().filter(box => box.checked).length;
      bar.hidden = ticked === 0;
      bar.querySelector('[data-bulk-count]').textContent = ticked;
      if (all) Object.assign(all, { checked: ticked > 0 && ticked === boxes().length, indeterminate: ticked > 0 && ticked < boxes().length });
    };
    let last = null;
    form.addEventListener('click', event => {
      const box = event.target.closest('.pick input');
      if (!box) return;
      if (box === all) for (const each of boxes()) each.checked = all.checked;
      else if (event.shiftKey && last) {
        const list = boxes();
        const [from, to] = [list.indexOf(last), list.indexOf(box)].sort((a, b) => a - b);
        for (const each of list.slice(from, to + 1)) each.checked = box.checked;
      }
      last = box === all ? null : box;
      show();
    });
    show();
  }
});
