import { el, onContent, text } from './dom.js';

onContent(root => {
  root.querySelector('[data-autofocus]')?.focus();

  for (const area of root.querySelectorAll('[data-counter][maxlength]')) {
    const left = el('div', { className: 'counter' });
    const show = () => {
      const rest = area.maxLength - area.value.length;
      left.textContent = rest <= area.maxLength / 4 ? text('Left', { n: rest }) : '';
    };
    area.after(left);
    area.addEventListener('input', show);
    show();
  }

  for (const drop of root.querySelectorAll('[data-drop]')) wireDrop(drop);
  for (const group of root.querySelectorAll('[data-follow]')) wireFollow(group);
});

/** Fields that say what was chosen follow the choice, until somebody writes something else into them; so does what the page says elsewhere ("#" and an id). */
function wireFollow(group) {
  const choice = group.querySelector('select');
  const words = JSON.parse(group.dataset.follow);
  let before = words[choice.value];
  choice.addEventListener('change', () => {
    const now = words[choice.value];
    if (!now) return;
    for (const [name, value] of Object.entries(now)) {
      if (name.startsWith('#')) {
        const said = document.getElementById(name.slice(1));
        if (said) said.textContent = value ?? '';
        continue;
      }

      const field = group.querySelector(`[name="${name}"]`);
      if (field.value !== '' && field.value !== before?.[name]) continue;
      field.value = value ?? '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    before = now;
  });
}

function wireDrop(drop) {
  const input = drop.querySelector('input[type=file]');
  const said = drop.querySelector('output');
  const most = Number(drop.dataset.max);
  input.addEventListener('change', event => {
    // Said at once and never sent: the server would refuse it after the whole way.
    if (!most || ![...input.files].some(file => file.size > most)) return;
    input.value = '';
    if (said) said.textContent = drop.dataset.tooBig;
    event.stopImmediatePropagation();
  });
  input.addEventListener('change', () => { if (said) said.textContent = [...input.files].map(file => file.name).join(', '); });
  drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('is-over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('is-over');
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-reveal]');
  if (!button) return;
  const input = document.getElementById(button.dataset.reveal);
  const hidden = input.type === 'password';
  input.type = hidden ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(hidden));
});

// In an error summary a link leads into its field, not only to its place.
document.addEventListener('click', event => {
  const link = event.target.closest('.errors a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.matches('input, select, textarea') ? field : field.querySelector('input, select, textarea') ?? field).focus();
  field.scrollIntoView({ block: 'center' });
});

document.addEventListener('change', event => {
  const form = event.target.form;
  if (form?.matches('[data-autosubmit]') && event.target.type !== 'search' && event.target.type !== 'text') form.requestSubmit();
});
