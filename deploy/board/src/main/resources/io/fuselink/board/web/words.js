/* SPDX-License-Identifier: Apache-2.0 */
// Everything is said as "中文 · English"; the page shows one half. Also light and dark.

const BETWEEN = ' · ';
const QUOTED = /'([^']+ · [^']+)'/g;

export let language = new URLSearchParams(location.search).get('lang') || localStorage.getItem('language') || 'zh';

/** The half of a text that the reader chose. */
export function words(text) {
  const at = String(text).indexOf(BETWEEN);
  if (at < 0) return String(text);
  return language === 'zh' ? text.slice(0, at) : text.slice(at + BETWEEN.length);
}

/** The same through a whole specification; inside expressions, texts stand in quotes. */
export function worded(node) {
  if (typeof node === 'string') {
    return node.includes("'") ? node.replace(QUOTED, (_, text) => `'${words(text)}'`) : words(node);
  }
  if (Array.isArray(node)) return node.map(worded);
  if (node && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, worded(value)]));
  }
  return node;
}

/** Writes the words of a page that are not made by a script. */
export function wordPage(root = document) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of root.querySelectorAll('[data-words]')) element.textContent = words(element.dataset.words);
  for (const element of root.querySelectorAll('[data-hint]')) element.placeholder = words(element.dataset.hint);
  for (const element of root.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words(element.dataset.label));
  for (const element of root.querySelectorAll('[data-title]')) {
    element.title = words(element.dataset.title);
    element.setAttribute('aria-label', words(element.dataset.title));
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');

export function isDark() {
  return (document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
}

/** Wires the two buttons that every page has; `redraw` is called when what is drawn must change. */
export function wireTools(redraw) {
  const chosen = localStorage.getItem('theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
  const button = document.getElementById('language');
  const other = () => {
    button.textContent = language === 'zh' ? 'English' : '中文';
    button.lang = language === 'zh' ? 'en' : 'zh';
  };
  other();
  button.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    localStorage.setItem('language', language);
    other();
    wordPage();
    redraw();
  });
  document.getElementById('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', document.documentElement.dataset.theme);
    redraw();
  });
}
