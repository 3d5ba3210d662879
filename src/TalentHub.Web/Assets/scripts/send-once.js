// A form goes once: its buttons rest while it is on its way, and wake when the person comes back to the page.
const busy = new Set();

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog' || 'many' in form.dataset || form.target === '_blank') return;
  if (form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  busy.add(form);
  const buttons = [...form.elements].filter(field => field.matches('button, [type=submit]'));
  // After this turn: a disabled button would not send its own name and value.
  setTimeout(() => { for (const button of buttons) { button.setAttribute('aria-disabled', 'true'); button.classList.add('is-busy'); } });
  // A download leaves the page where it is.
  if ('download' in form.dataset) setTimeout(() => wake(form), 3000);
});

function wake(form) {
  busy.delete(form);
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('.is-busy')) { button.removeAttribute('aria-disabled'); button.classList.remove('is-busy'); }
}

// The answer to a post takes the place of its question: Back and reload then bring this page again, not the browser's "send it again?".
if ('posted' in document.body.dataset) {
  const page = new URL(location.href);
  page.searchParams.delete('handler');
  history.replaceState(history.state, '', page);
}

const wakeAll = () => [...busy].forEach(wake);
addEventListener('pageshow', wakeAll);
document.addEventListener('htmx:afterRequest', event => {
  const form = event.target.closest?.('form');
  if (form) wake(form);
});
