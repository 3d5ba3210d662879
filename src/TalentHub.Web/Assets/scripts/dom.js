/** Runs when the page is ready, and again for each part that htmx brings in. */
export function onContent(work) {
  const run = root => work(root instanceof Element || root instanceof Document ? root : document);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => run(document));
  else run(document);
  // htmx also announces the whole body once, when it starts: that has been done already.
  document.addEventListener('htmx:load', event => { if (event.target !== document.body) run(event.target); });
}

/** Loads something once, when the first element that needs it appears. */
export function whenever(selector, load) {
  let wanted = false;
  onContent(root => {
    if (wanted || !(root.matches?.(selector) || root.querySelector(selector))) return;
    wanted = true;
    load();
  });
}

/** The layout writes every sentence that scripts say, in the reader's language, as data-text-… on body. */
export const text = (name, values = {}) =>
  (document.body.dataset[`text${name}`] ?? '').replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '');

export const sprite = () => document.body.dataset.icons ?? '/lib/icons.svg';

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  svg.firstChild.setAttribute('href', `${sprite()}#${name}`);
  return svg;
}

export function el(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
}

export const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? '';

export const isTyping = target => target?.closest?.('input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable="true"]');
