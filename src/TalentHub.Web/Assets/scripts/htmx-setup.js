import htmx from 'htmx.org';

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,          // pages hold people's data: nothing of them stays in the browser's storage
  refreshOnHistoryMiss: true,
  defaultSwapDelay: 0,
  defaultSettleDelay: 0,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    // a refusal, bad input and "away for a moment" are pages with an explanation
    { code: '409|422|503', swap: true, error: false },
    { code: '[45]..', swap: false, error: true },
  ],
});

export function start({ csrf, text, toast }) {
  document.addEventListener('htmx:configRequest', event => {
    // An empty one would hide the token that a form carries itself.
    const token = csrf();
    if (token) event.detail.headers['X-XSRF-TOKEN'] = token;
  });

  document.addEventListener('htmx:responseError', event => {
    // What helps while typing fails silently: its form still works.
    if (event.target.closest('[data-quiet]')) return;
    // Signed out meanwhile: the page itself leads to sign-in and back.
    if (event.detail.xhr.status === 401) location.reload();
    else toast(text('Failed'), { tone: 'blocked', icon: 'alert-circle' });
  });

  document.addEventListener('htmx:sendError', event => event.target.closest('[data-quiet]') || toast(text('Offline'), { tone: 'blocked', icon: 'alert-circle' }));
}
