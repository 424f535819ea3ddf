/* SPDX-License-Identifier: Apache-2.0 */
// One list of documents as a table that pages and filters.

import { post } from '/web/ask.js';
import { badge, brief, element, isToken, label, moment, number } from '/web/elements.js';
import { words } from '/web/words.js';

const MOST_VALUES = 3;
/** Flags that are well when they are set. */
const GOOD = new Set(['allowed', 'ranked', 'protected_subject']);
const BADGES = new Set(['level', 'state']);
/** Links of the owner chain, of which one must know that they are not known. */
const CHAIN = new Set(['carrier', 'platform', 'lessee']);
/** Ids that lead somewhere else than to a filter. */
const PLAIN = new Set(['leg_id', 'binding_id', 'call_id', 'id']);

export class DocumentList {
  constructor(id, list, page) {
    this.id = id;
    this.list = list;
    this.page = page;
    this.skip = 0;
    this.containing = '';
    this.body = element('div', { class: 'scroll', tabindex: '0' });
    this.count = element('span', { class: 'count', role: 'status' });
    this.back = element('button', { type: 'button', onclick: () => this.turn(-1) }, '‹');
    this.next = element('button', { type: 'button', onclick: () => this.turn(1) }, '›');
    this.filter = element('input', { type: 'search', maxlength: '80', autocomplete: 'off', oninput: () => this.narrow() });
    this.bar = element('div', { class: 'bar' }, this.filter, this.count, this.back, this.next);
    this.element = element('div', { class: 'list' }, this.bar, this.body);
  }

  get size() {
    return Math.max(4, Math.floor(((this.rows || 16) * 22 - 92) / 32));
  }

  turn(by) {
    this.skip = Math.max(0, this.skip + by * this.size);
    this.load();
  }

  narrow() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.containing = this.filter.value;
      this.skip = 0;
      this.load();
    }, 250);
  }

  async load() {
    const found = await post(`searches/${this.id}`, {
      ...this.page.view(),
      skip: this.skip,
      size: this.size,
      containing: this.containing,
    });
    if (this.skip >= found.total && this.skip > 0) {
      this.skip = 0;
      return this.load();
    }
    this.show(found);
  }

  show(found) {
    this.filter.placeholder = words('筛选 · Filter');
    this.filter.setAttribute('aria-label', `${words(this.list.title)}: ${words('筛选 · Filter')}`);
    this.back.setAttribute('aria-label', words('上一页 · Previous page'));
    this.next.setAttribute('aria-label', words('下一页 · Next page'));
    const last = Math.min(found.total, this.skip + this.size);
    this.count.textContent = found.total ? `${number(this.skip + 1)}–${number(last)} / ${number(found.total)}` : '0';
    this.back.disabled = this.skip === 0;
    this.next.disabled = last >= found.total;
    this.bar.classList.toggle('short', found.total <= this.size && !this.containing);
    const drawn = found.rows.length ? this.table(found.rows) : element('p', { class: 'none' }, words('所选范围内没有 · None in what you look at'));
    const focused = this.body.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.body.replaceChildren(drawn);
    if (focused) this.body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  table(rows) {
    const labels = this.page.labels();
    const head = this.list.columns.map((column) =>
      element('th', { scope: 'col', class: numeric(column) ? 'figure' : null }, words(labels.field[column.field] || column.field)),
    );
    return element(
      'table',
      {},
      element('caption', { class: 'unseen' }, words(this.list.title)),
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, rows.map((row, i) => element('tr', {}, this.list.columns.map((column) => this.cell(row, column, i))))),
    );
  }

  cell(row, column, line) {
    const { field, type } = column;
    const value = field.split('.').reduce(inside, row);
    return element('td', { class: numeric(column) ? 'figure' : null }, this.content(field, type, value, `${line}-${field}`));
  }

  content(field, type, value, key) {
    if (value === undefined || value === null || value.length === 0) return element('span', { class: 'absent' }, CHAIN.has(field) ? words('未知 · unknown') : '–');
    if (Array.isArray(value)) return this.several(field, type, value, key);
    if (type === 'date') return element('time', { datetime: new Date(value).toISOString() }, moment(value));
    if (field === 'bundle_id') {
      return element('a', { href: `/decide/${value}`, 'data-key': key }, `${words('处置 · decision')} ${value.slice(0, 6)}`);
    }
    const text = label(this.page.labels(), field, value);
    if (BADGES.has(field)) return badge(field, value, text || value);
    if (typeof value === 'number') return number(value);
    if (typeof value === 'boolean') return flag(field, value, text);
    return this.clickable(field, value, text, key);
  }

  /** A token means a number wherever it stands; other values mean their field. */
  clickable(field, value, text, key) {
    const number = isToken(value) && !PLAIN.has(field);
    if (PLAIN.has(field)) return element('span', { class: 'token', title: value }, brief(value));
    return element(
      'button',
      {
        type: 'button',
        class: number ? 'link token' : 'link',
        title: number ? value : null,
        'data-key': key,
        onclick: () => this.page.addFilter(number ? 'number' : field, value),
      },
      text || (number ? brief(value) : value),
    );
  }

  several(field, type, values, key) {
    const distinct = [...new Set(values)];
    const shown = distinct.slice(0, MOST_VALUES).flatMap((value, i) => [i ? ' ' : null, this.content(field, type, value, `${key}-${i}`)]);
    const more = distinct.length > MOST_VALUES ? element('span', { class: 'absent', title: String(distinct.length) }, ` +${distinct.length - MOST_VALUES}`) : null;
    return element('span', { class: 'several' }, shown, more);
  }
}

const numeric = ({ field, type }) => ['integer', 'long', 'double'].includes(type) && field !== 'level';

/** What is bad is red; what is merely so is said plainly. */
function flag(field, value, text) {
  if (field === 'allowed' && !value) return badge('flag', 'true', text);
  if (!value) return element('span', { class: 'absent' }, '–');
  return GOOD.has(field) ? text : badge('flag', 'true', text);
}

/** A field inside a list of objects is a list. */
function inside(node, key) {
  if (node === undefined || node === null) return undefined;
  return Array.isArray(node) ? node.map((inner) => inner[key]) : node[key];
}
