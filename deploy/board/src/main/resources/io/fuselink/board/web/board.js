/* SPDX-License-Identifier: Apache-2.0 */
// The board: one dashboard at a time, what it is narrowed to, and when it was last seen.

import { get, post } from '/web/ask.js';
import { answerClicks, dataTable, draw, isEmpty } from '/web/chart.js';
import { brief, element, isToken, label, moment, trouble } from '/web/elements.js';
import { DocumentList } from '/web/list.js';
import { language, wireTools, wordPage, words } from '/web/words.js';

const MINUTE = 60_000;
const SPANS = [
  ['all', '全部 · Everything'],
  [15 * MINUTE, '最近 15 分钟 · Last 15 minutes'],
  [60 * MINUTE, '最近 1 小时 · Last hour'],
  [180 * MINUTE, '最近 3 小时 · Last 3 hours'],
  [1440 * MINUTE, '最近 24 小时 · Last 24 hours'],
  [7 * 1440 * MINUTE, '最近 7 天 · Last 7 days'],
  [30 * 1440 * MINUTE, '最近 30 天 · Last 30 days'],
  ['between', '自定 · From … to …'],
];
const REFRESHES = [
  ['0', '关 · Off'],
  ['5', '5 秒 · 5 s'],
  ['30', '30 秒 · 30 s'],
];

const id = (name) => document.getElementById(name);
const address = new URLSearchParams(location.search);

let catalogue;
let tiles = [];
let extent = { from: 0, to: 0 };
let filters = address.getAll('f').map((text) => ({ field: text.slice(0, text.indexOf(':')), value: text.slice(text.indexOf(':') + 1) }));
let looking = null;

const page = {
  labels: () => catalogue.labels,
  view: () => ({ ...span(), filters }),
  addFilter(field, value) {
    if (filters.some((filter) => filter.field === field && filter.value === value)) return;
    filters = [...filters.filter((filter) => filter.field !== field), { field, value }];
    changed();
  },
};

const dashboard = () => catalogue.dashboards.find((one) => location.pathname === `/d/${one.id}`) || catalogue.dashboards[0];

/** The chosen span; "the last hour" ends where the deployment's own time is. */
function span() {
  const chosen = id('span').value;
  if (chosen === 'between') {
    return { from: new Date(id('from').value).getTime() || 0, to: new Date(id('to').value).getTime() || Date.now() };
  }
  return { from: chosen === 'all' ? extent.from : extent.to - Number(chosen), to: extent.to };
}

class Chart {
  constructor(tile) {
    this.tile = tile;
    this.panel = catalogue.panels[tile.ref];
    this.drawing = element('div', { class: 'drawing' });
    this.asData = false;
    this.toggle = element('button', { type: 'button', class: 'quiet', onclick: () => this.flip() });
    this.element = frame(tile, this.panel, this.toggle, this.drawing);
  }

  flip() {
    this.asData = !this.asData;
    this.told = null;
    this.load();
  }

  async load() {
    const answer = await post(`panels/${this.tile.ref}`, page.view());
    const told = JSON.stringify([answer.aggregations || answer.hits]);
    if (told === this.told) return;
    this.told = told;
    this.toggle.textContent = this.asData ? words('图 · Chart') : words('数据 · Data');
    this.toggle.setAttribute('aria-pressed', String(this.asData));
    if (isEmpty(this.panel, answer)) {
      this.drawing.replaceChildren(element('p', { class: 'none' }, words('所选范围内没有数据 · Nothing in what you look at')));
    } else {
      const { view } = await draw(this.drawing, this.panel, answer, catalogue.labels);
      if (this.asData) this.drawing.replaceChildren(dataTable(this.panel, view, page.addFilter));
    }
    this.element.dataset.drawn = isEmpty(this.panel, answer) ? 'empty' : 'full';
  }
}

class List {
  constructor(tile) {
    const list = catalogue.searches[tile.ref];
    this.list = new DocumentList(tile.ref, list, page);
    this.list.rows = tile.h;
    this.element = frame(tile, list, this.list.bar, this.list.body);
  }

  async load() {
    await this.list.load();
    this.element.dataset.drawn = this.list.body.querySelector('tbody') ? 'full' : 'empty';
  }
}

function frame(tile, what, tool, content) {
  const heading = element('h2', { id: `of-${tile.ref}`, title: words(what.description) }, words(what.title));
  return element(
    'section',
    { class: `tile ${tile.kind.toLowerCase()}`, 'aria-labelledby': heading.id, 'data-ref': tile.ref, style: `--w:${tile.w};--h:${tile.h}` },
    element('div', { class: 'top' }, heading, tool),
    element('p', { class: 'unseen' }, words(what.description)),
    content,
  );
}

/** Builds the dashboard of the address anew. */
function build() {
  const shown = dashboard();
  document.title = `${words(shown.title)} · fuselink`;
  id('title').textContent = words(shown.title);
  id('question').textContent = words(shown.question);
  id('menu').replaceChildren(
    ...catalogue.dashboards.map((one) =>
      element(
        'a',
        { href: `/d/${one.id}${location.search}`, 'aria-current': one.id === shown.id ? 'page' : null, onclick: (event) => follow(event, one.id) },
        words(one.title),
      ),
    ),
  );
  options(id('span'), SPANS);
  options(id('every'), REFRESHES);
  tiles = shown.tiles.map((tile) => (tile.kind === 'PANEL' ? new Chart(tile) : new List(tile)));
  id('tiles').replaceChildren(...tiles.map((tile) => tile.element));
  showFilters();
  return refresh();
}

function options(select, pairs) {
  const chosen = select.value || select.dataset.chosen;
  select.replaceChildren(...pairs.map(([value, text]) => element('option', { value: String(value) }, words(text))));
  if (chosen) select.value = chosen;
}

function follow(event, name) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(name);
}

function open(name) {
  history.pushState(null, '', `/d/${name}${search()}`);
  build();
  id('tiles').focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** The address says what is looked at, in tokens; digits never stand in it. */
function search() {
  const said = new URLSearchParams();
  filters.forEach(({ field, value }) => said.append('f', `${field}:${value}`));
  if (id('span').value !== 'all') said.set('span', id('span').value);
  if (language !== 'zh') said.set('lang', language);
  const text = said.toString();
  return text ? `?${text}` : '';
}

function changed() {
  history.replaceState(null, '', `${location.pathname}${search()}`);
  showFilters();
  refresh();
}

/** What the digits alone say: the range's first holder need not be who serves the number now. */
function described({ display, number_class: kind, holder }) {
  return [display, kind && label(catalogue.labels, 'number_class', kind), holder && `${words('号段 · range of')} ${holder}`].filter(Boolean).join(', ');
}

function showFilters() {
  const field = (name) => words(name === 'number' ? '号码 · Number' : catalogue.labels.field[name] || name);
  const value = (filter) =>
    (looking && looking.tokens === filter.value && described(looking)) ||
    label(catalogue.labels, filter.field, filter.value) ||
    (isToken(filter.value) ? brief(filter.value) : filter.value);
  id('filters').replaceChildren(
    ...filters.map((filter) =>
      element(
        'li',
        {},
        `${field(filter.field)}: `,
        element('b', {}, value(filter)),
        element(
          'button',
          {
            type: 'button',
            'aria-label': `${words('取消筛选 · Remove filter')}: ${field(filter.field)}`,
            onclick: () => {
              filters = filters.filter((one) => one !== filter);
              changed();
            },
          },
          '×',
        ),
      ),
    ),
  );
}

let refreshing = Promise.resolve();

/** One after the other, so that an old answer never overtakes a new one. */
function refresh() {
  refreshing = refreshing.then(reload, reload);
  return refreshing;
}

async function reload() {
  const shown = tiles;
  try {
    extent = await get('span');
    await Promise.all(shown.map((tile) => tile.load()));
    trouble(null);
    id('seen').textContent = extent.to ? `${words('数据至 · Data up to')} ${moment(extent.to)}` : words('尚无数据 · No data yet');
    document.body.dataset.ready = dashboard().id;
  } catch (failure) {
    trouble(failure);
  }
}

let timer;
function keepFresh() {
  clearInterval(timer);
  const seconds = Number(id('every').value);
  if (seconds) timer = setInterval(() => document.hidden || refresh(), seconds * 1000);
}

async function check(event) {
  event.preventDefault();
  const typed = id('typed').value.trim();
  if (!typed) return;
  try {
    const { tokens, display, ...known } = await post('number', { typed });
    looking = { ...known, tokens: tokens.join(','), display };
    filters = [{ field: 'number', value: looking.tokens }];
    id('typed').value = '';
    id('span').value = 'all';
    open('check-number');
  } catch (failure) {
    trouble(failure);
  }
}

async function start() {
  id('span').dataset.chosen = address.get('span') || 'all';
  id('every').dataset.chosen = address.get('every') || '5';
  wordPage();
  wireTools(build);
  id('search').addEventListener('submit', check);
  id('when').addEventListener('change', (event) => {
    id('between').hidden = id('span').value !== 'between';
    if (event.target === id('every')) keepFresh();
    else changed();
  });
  id('when').addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', build);
  catalogue = await get('catalogue');
  answerClicks(page.addFilter);
  await build();
  keepFresh();
}

document.readyState === 'loading' ? addEventListener('DOMContentLoaded', start) : start();
