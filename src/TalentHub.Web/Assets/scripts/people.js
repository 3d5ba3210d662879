// A long list of people to tick gets a filter and a count; without script it is the list alone.
import { onContent } from './dom.js';

onContent(root => {
  for (const choice of root.querySelectorAll('[data-people]')) wire(choice);
});

function wire(choice) {
  const filter = choice.querySelector('[data-people-filter]');
  const search = filter.querySelector('input');
  const count = choice.querySelector('[data-people-count]');
  const rows = [...choice.querySelectorAll('.people-list label')].map(row => ({ row, box: row.querySelector('input'), text: row.textContent.toLowerCase() }));
  const groups = [...choice.querySelectorAll('.people-group')];
  const none = choice.querySelector('[data-people-none]');

  const shown = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { row, text } of rows) row.hidden = !words.every(word => text.includes(word));
    for (const group of groups) group.hidden = words.length > 0;
    none.hidden = rows.some(({ row }) => !row.hidden);
  };
  const counted = () => {
    const ticked = rows.filter(({ box }) => box.checked).length;
    count.hidden = ticked === 0;
    count.textContent = count.dataset.says.replace('{n}', ticked);
  };

  filter.hidden = rows.length < 8;
  search.addEventListener('input', event => { event.stopPropagation(); shown(); });
  // Enter ticks the one who is left; it never sends the form from here.
  search.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const left = rows.filter(({ row }) => !row.hidden);
    if (search.value.trim() && left.length === 1) left[0].box.click();
  });
  choice.addEventListener('input', counted);
  choice.closest('form')?.addEventListener('reset', () => setTimeout(counted));
  counted();
}
