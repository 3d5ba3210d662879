// Text typed into a form marked data-draft stays in this browser until the post succeeds. Keyed by person and form; never passwords or files.
import { el, onContent, text } from './dom.js';

const prefix = `draft:${document.body.dataset.user ?? '-'}:`;
const sentKey = 'draft-sent';
const maxAge = 30 * 24 * 3600 * 1000;

const fields = form => [...form.elements].filter(field =>
  field.name && !field.name.startsWith('__') && !field.matches('[type=password], [type=file], [type=hidden], [type=submit], button, fieldset, output, [data-no-draft]'));

const read = form => Object.fromEntries(
  fields(form).filter(field => changed(field)).map(field => [slot(field), field.matches('[type=checkbox], [type=radio]') ? field.checked : field.value]));

const slot = field => field.matches('[type=checkbox], [type=radio]') ? `${field.name}=${field.value}` : field.name;

function changed(field) {
  if (field.matches('[type=checkbox], [type=radio]')) return field.checked !== field.defaultChecked;
  if (field.matches('select')) return [...field.options].some(option => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function put(form, values) {
  for (const field of fields(form)) {
    const value = values[slot(field)];
    if (value === undefined) continue;
    if (typeof value === 'boolean') field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const load = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
const drop = key => localStorage.removeItem(key);

function store(form, key) {
  const values = read(form);
  if (!Object.keys(values).length) return drop(key);
  try {
    localStorage.setItem(key, JSON.stringify({ values, at: Date.now(), version: form.dataset.draftVersion ?? '' }));
  } catch { /* the browser's store is full or closed: typing goes on without */ }
}

/** As every other date on the page: the person's clock, "24 Nov 2026, 17:14" or "2026年11月24日 17:14". */
function written(instant) {
  const chinese = document.documentElement.lang.startsWith('zh');
  const how = { day: 'numeric', month: chinese ? 'long' : 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(chinese ? 'zh-CN' : 'en-GB', { ...how, timeZone: document.body.dataset.zone }).format(instant);
}

function offer(form, key, draft) {
  const newer = draft.version !== (form.dataset.draftVersion ?? '');
  const at = written(draft.at);
  const notice = el('div', { className: 'notice' }, el('p', { textContent: text(newer ? 'DraftNewer' : 'DraftRestored', { at }) }));
  notice.dataset.tone = 'moving';
  notice.setAttribute('role', 'status');
  const button = (label, work) => notice.append(el('button', { type: 'button', className: 'btn btn-sm', textContent: text(label), onclick: () => { work(); notice.remove(); } }));
  if (newer) button('DraftPut', () => put(form, draft.values));
  else put(form, draft.values);
  button('DraftDiscard', () => { form.reset(); drop(key); });
  form.prepend(notice);
}

// What was sent from the page before: gone for good unless this page shows the same form with errors, or is an error page itself.
const sent = sessionStorage.getItem(sentKey);
sessionStorage.removeItem(sentKey);
if (sent && document.body.dataset.failed !== 'yes') {
  const again = [...document.querySelectorAll('form[data-draft]')].find(form => prefix + form.dataset.draft === sent);
  if (!again?.querySelector('.errors, [aria-invalid="true"], [data-conflict]') && !document.querySelector('main .errors')) drop(sent);
}

for (const key of Object.keys(localStorage)) {
  if (key.startsWith('draft:') && !(Date.now() - (load(key)?.at ?? 0) < maxAge)) drop(key);
}

onContent(root => {
  for (const form of root.querySelectorAll('form[data-draft]')) {
    const key = prefix + form.dataset.draft;
    const draft = load(key);
    // A form that came back with errors already holds what was typed.
    if (draft && !form.querySelector('.errors, [aria-invalid="true"], [data-conflict]')) offer(form, key, draft);
    let timer;
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => store(form, key), 400); });
    addEventListener('pagehide', () => { if (form.isConnected && timer && !form.dataset.sent) store(form, key); });
    form.addEventListener('submit', () => { store(form, key); sessionStorage.setItem(sentKey, key); });
  }
});

/** Signing out leaves nothing of this person behind. */
document.addEventListener('submit', event => {
  if (!event.target.matches('[data-sign-out]')) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith('draft:')) drop(key);
});
