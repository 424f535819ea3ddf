/* SPDX-License-Identifier: Apache-2.0 */
// Small pieces of a page: elements, values as people read them.

import { language, words } from '/web/words.js';

/** An element with properties and children; texts become text, never markup. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const TOKEN = /^[0-9a-f]{32}$/;

export const isToken = (value) => TOKEN.test(value);

export const brief = (token) => (isToken(token) ? `${token.slice(0, 6)}…${token.slice(-4)}` : String(token));

const two = (n) => String(n).padStart(2, '0');

/** A moment in the reader's own time zone, the same in both languages. */
export function moment(ms) {
  const at = new Date(ms);
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

export function number(value) {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 2 }).format(value);
}

/** Fields whose words stand in dictionaries of other names. */
const DICTIONARIES = {
  'reasons.code': ['code'],
  detectors: ['detector'],
  state: ['state', 'health_state'],
  kind: ['health_kind', 'proof', 'page_kind'],
  suppressed_by: ['suppressed'],
  changed_by: ['who'],
  timed_out: ['flag'],
  escalated: ['flag'],
  appealed: ['flag'],
  allowed: ['flag'],
  protected_subject: ['flag'],
  ranked: ['flag'],
};

/** The word for a value of a field, where there is one. */
export function label(labels, field, value) {
  if (field === 'reason_code') return detectors(labels, value);
  if (field === 'link_keys' || field === 'link_key') return link(labels, value);
  for (const name of DICTIONARIES[field] || [field]) {
    if (labels[name]?.[value] !== undefined) return words(labels[name][value]);
  }
  return undefined;
}

/** What a party is told: the detectors, with a plus between. */
function detectors(labels, value) {
  return value.split('+').map((name) => label(labels, 'detector', name) || name).join(language === 'zh' ? '、' : ', ');
}

/** What two subjects share: its kind and, cut short, which one. */
function link(labels, value) {
  const [kind, ...shared] = value.split(':');
  return `${label(labels, 'link_kind', kind) || kind} ${brief(shared.join(':'))}`;
}

export function badge(field, value, text) {
  return element('span', { class: `badge ${field}-${value}` }, text);
}

/** Says in one place what went wrong, or that nothing does. */
export function trouble(failure) {
  const place = document.getElementById('trouble');
  place.hidden = !failure;
  place.textContent = failure ? words(failure.message) : '';
}
