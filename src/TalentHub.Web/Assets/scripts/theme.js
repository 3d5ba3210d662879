// The server renders the chosen theme from a cookie, so nothing flashes. Here the choice only shows at once.

document.addEventListener('submit', event => {
  const form = event.target;
  const choice = event.submitter;
  if (!form.matches('[data-theme-form]') || choice?.name !== 'theme') return;
  event.preventDefault();
  document.documentElement.dataset.bsTheme = choice.value;
  for (const button of form.querySelectorAll('button[name="theme"]')) button.setAttribute('aria-pressed', String(button === choice));
  const body = new FormData(form, choice);
  fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true });
});
