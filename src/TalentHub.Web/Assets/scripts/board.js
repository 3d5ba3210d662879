// Dragging is a second way to press a button that the card's own menu already has; keyboard and screen reader use the menu.
import Sortable from 'sortablejs';

let el, text;

const way = (card, state) => card.querySelector(`.menu-list :is(button, a)[data-to="${CSS.escape(state)}"]`);
const why = (card, state) => card.querySelector(`.menu-why[data-to="${CSS.escape(state)}"]`)?.textContent.trim();

function light(board, card) {
  board.classList.add('is-dragging');
  for (const column of board.querySelectorAll('.column')) {
    const { state } = column.dataset;
    const home = column.contains(card);
    const allowed = !home && !!way(card, state);
    column.classList.toggle('is-home', home);
    column.classList.toggle('is-allowed', allowed);
    column.classList.toggle('is-refused', !home && !allowed);
    if (home || allowed) continue;
    const reason = column.querySelector('.column-why') ?? column.querySelector('h2').insertAdjacentElement('afterend', el('p', { className: 'column-why' }));
    reason.textContent = why(card, state) ?? text('NoWay');
  }
}

function dim(board) {
  board.classList.remove('is-dragging');
  for (const column of board.querySelectorAll('.column')) column.classList.remove('is-home', 'is-allowed', 'is-refused');
}

function send(card, state, putBack) {
  const target = way(card, state);
  if (!target) return putBack();
  // A link is a move that needs a form: the card waits at home while it is filled in.
  if (target.matches('a')) {
    putBack();
    target.click();
    return;
  }
  card.classList.add('is-pending');
  const { form } = target;
  const failed = event => {
    if (event.target !== form || event.detail.successful) return;
    card.classList.remove('is-pending');
    putBack();
  };
  document.addEventListener('htmx:afterRequest', failed, { once: true });
  form.requestSubmit(target);
}

function wire(board) {
  for (const list of board.querySelectorAll('[data-column]')) {
    Sortable.create(list, {
      group: { name: 'cards', put: (to, _from, card) => !!way(card, to.el.dataset.column) || to.el.contains(card) },
      sort: false,
      draggable: '.bcard',
      filter: '.menu, .menu *',
      preventOnFilter: false,
      ghostClass: 'is-lifted',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      delay: 180,
      delayOnTouchOnly: true,
      scrollSensitivity: 80,
      onStart: event => light(board, event.item),
      onEnd: event => {
        dim(board);
        if (event.from === event.to) return;
        const { item, from, oldDraggableIndex } = event;
        send(item, event.to.dataset.column, () => from.insertBefore(item, from.querySelectorAll(':scope > .bcard')[oldDraggableIndex] ?? null));
      },
    });
  }
}

export function start(tools) {
  ({ el, text } = tools);
  tools.onContent(root => {
    const boards = root.matches?.('[data-board]') ? [root] : root.querySelectorAll('[data-board]');
    for (const board of boards) if (!('wired' in board.dataset)) { board.dataset.wired = ''; wire(board); }
  });
}
