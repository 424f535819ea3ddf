/* SPDX-License-Identifier: Apache-2.0 */
// Draws one panel: the very Vega-Lite file that Kibana draws, with Elasticsearch's answer as its data.

import { element, isToken, number } from '/web/elements.js';
import { isDark, words, worded } from '/web/words.js';

const FONT = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Kibana's function that panels call on a click; the page decides what a filter does. */
export function answerClicks(addFilter) {
  vega.expressionFunction('kibanaAddFilter', (query) => {
    const [field, value] = Object.entries(query.match_phrase)[0];
    addFilter(isToken(value) ? 'number' : field, String(value));
    return null;
  });
}

const at = (node, path) => path.split('.').reduce((inner, key) => (inner === undefined ? undefined : inner[key]), node);

/** Whether an answer has anything to draw. */
export function isEmpty(panel, answer) {
  const data = at(answer, panel.spec.data.format.property);
  if (!data || data.length === 0) return true;
  // What has no key is a tile, and there nothing is something.
  return data.every((row) => row.doc_count === 0 && row.key !== undefined);
}

/** All raw values in an answer: only what occurs belongs into a legend. */
function occurring(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((inner) => occurring(inner, found));
  else if (node && typeof node === 'object') {
    for (const [key, inner] of Object.entries(node)) {
      if (key === 'key') found.add(String(inner));
      if (key === '_source') Object.values(inner).forEach((value) => found.add(String(value)));
      occurring(inner, found);
    }
  }
  return found;
}

const namesColours = ({ domain, range }) =>
  Array.isArray(domain) && Array.isArray(range) && domain.length === range.length && domain.every((name) => typeof name === 'string');

function onlyWhatOccurs(node, texts) {
  if (Array.isArray(node)) node.forEach((inner) => onlyWhatOccurs(inner, texts));
  else if (node && typeof node === 'object') {
    if (namesColours(node)) {
      const kept = node.domain.map((_, i) => i).filter((i) => texts.has(node.domain[i]));
      node.range = kept.map((i) => node.range[i]);
      node.domain = kept.map((i) => node.domain[i]);
    }
    Object.values(node).forEach((inner) => onlyWhatOccurs(inner, texts));
  }
}

function textsOf(answer, labels) {
  const raw = occurring(answer);
  const texts = new Set();
  for (const dictionary of Object.values(labels)) {
    for (const [value, text] of Object.entries(dictionary)) if (raw.has(value)) texts.add(text);
  }
  return texts;
}

const NARROW = 480;

/** Room for the name of a row on a phone, points. */
const NAME = 84;

/** Two words of a legend beside each other are all a phone has room for. */
function narrowLegends(node) {
  if (Array.isArray(node)) node.forEach(narrowLegends);
  else if (node && typeof node === 'object') {
    if (node.legend?.columns) node.legend.columns = 2;
    Object.values(node).forEach(narrowLegends);
  }
}

/** On a phone the words under a figure stand below each other, and small; what stands in a cell is cut to it. */
function small(spec, width) {
  narrowLegends(spec.encoding);
  for (const step of spec.transform || []) {
    if (step.as === 'name') step.calculate = step.calculate.replace(", ' · ')", ", ' ')");
  }
  for (const layer of spec.layer || []) {
    if (layer.mark?.lineHeight) Object.assign(layer.mark, { fontSize: 9, lineHeight: 10 });
    if (layer.mark?.limit) {
      Object.assign(layer.mark, { fontSize: 9, limit: (width - NAME) / 5 - 8 });
      spec.encoding.y.axis.labelLimit = NAME - 8;
    }
  }
  return spec;
}

function specification(panel, answer, labels, width) {
  const spec = structuredClone(panel.spec);
  onlyWhatOccurs(spec.encoding, textsOf(answer, labels));
  (spec.layer || []).forEach((layer) => onlyWhatOccurs(layer, textsOf(answer, labels)));
  const ready = width < NARROW ? small(worded(spec), width) : worded(spec);
  ready.$schema = 'https://vega.github.io/schema/vega-lite/v5.json';
  ready.data = { values: answer, format: panel.spec.data.format };
  ready.width = 'container';
  ready.height = 'container';
  ready.autosize = { type: 'fit', contains: 'padding' };
  ready.background = 'transparent';
  const text = isDark() ? '#a9b4c4' : '#566173';
  ready.config = {
    ...ready.config,
    font: FONT,
    axis: { ...ready.config.axis, labelColor: text, titleColor: text },
    legend: { ...ready.config.legend, labelColor: text },
    text: { color: text },
  };
  delete ready.config.kibana;
  return ready;
}

/** What a mark tells on hovering, as a table: for screen readers, keyboards and whoever wants the figures. */
export function dataTable(panel, view, addFilter) {
  const columns = tooltip(panel.spec).map((column) => ({ field: column.field, title: words(column.title), time: column.type === 'temporal' }));
  const field = panel.spec.usermeta.filter;
  const rows = marked(view).filter((row) => columns.every((column) => row[column.field] !== undefined));
  const cell = (row, column, first) => {
    const value = column.time ? new Date(row[column.field]).toLocaleString() : row[column.field];
    const text = typeof value === 'number' ? number(value) : String(Array.isArray(value) ? value.join(' ') : value ?? '');
    return element(
      'td',
      { class: typeof value === 'number' ? 'figure' : null },
      first && field && row.filter !== undefined
        ? element('button', { type: 'button', class: 'link', onclick: () => addFilter(field, String(row.filter)) }, text)
        : text,
    );
  };
  return element(
    'div',
    { class: 'scroll', tabindex: '0' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, columns.map((column) => element('th', { scope: 'col' }, column.title)))),
      element('tbody', {}, rows.map((row) => element('tr', {}, columns.map((column, i) => cell(row, column, i === 0))))),
    ),
  );
}

/** What marks tell on hovering: of the whole chart, or of the layer that tells. */
function tooltip(spec) {
  if (spec.encoding?.tooltip) return spec.encoding.tooltip;
  return (spec.layer || []).map(tooltip).find((columns) => columns.length) || [];
}

/** The data behind the marks, as far as Vega has worked it. */
function marked(view) {
  const rows = [];
  const seen = new Set();
  const visit = (item) => {
    if (item.datum && item.datum.doc_count !== 0 && item.datum.count !== 0) {
      const row = item.datum;
      if (!seen.has(row)) {
        seen.add(row);
        rows.push(row);
      }
    }
  };
  for (const mark of marks(view.scenegraph().root)) mark.items.forEach(visit);
  return rows;
}

function marks(node, found = []) {
  if (node.marktype && node.marktype !== 'group' && node.role === 'mark') found.push(node);
  (node.items || []).forEach((item) => marks(item, found));
  return found;
}

/** Draws beside what stands there and then takes its place, so that nothing flickers. */
export async function draw(place, panel, answer, labels) {
  const canvas = element('div', { class: 'canvas next' });
  place.append(canvas);
  const result = await vegaEmbed(canvas, specification(panel, answer, labels, place.clientWidth), {
    mode: 'vega-lite',
    renderer: 'svg',
    actions: false,
    tooltip: { theme: isDark() ? 'dark' : 'light' },
  });
  const picture = canvas.querySelector('svg');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `${words(panel.title)}: ${words(panel.description)}`);
  for (const old of [...place.children]) if (old !== canvas) old.remove();
  canvas.classList.remove('next');
  return result;
}
