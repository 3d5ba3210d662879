// data-confirm on a button or form asks before it goes. Without script the server's own page asks.
import { el, text } from './dom.js';

document.addEventListener('submit', event => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (!question || form.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  ask(question, submitter?.textContent.trim()).then(yes => {
    if (!yes) return;
    form.dataset.confirmed = 'yes';
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
  });
}, true);

document.addEventListener('htmx:confirm', event => {
  if (!event.detail.question) return;
  event.preventDefault();
  ask(event.detail.question).then(yes => yes && event.detail.issueRequest(true));
});

export function ask(question, verb) {
  const dialog = el('dialog', { className: 'dialog' });
  const no = el('button', { className: 'btn', value: '', textContent: text('Cancel') });
  const yes = el('button', { className: 'btn btn-primary', value: 'yes', textContent: verb || text('Yes') });
  const heading = el('h2', { id: 'ask-title', textContent: question });
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.append(el('form', { method: 'dialog' }, heading, el('div', { className: 'form-actions' }, no, yes)));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(done => dialog.addEventListener('close', () => { dialog.remove(); done(dialog.returnValue === 'yes'); }, { once: true }));
}
