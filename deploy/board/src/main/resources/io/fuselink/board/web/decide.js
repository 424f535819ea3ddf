/* SPDX-License-Identifier: Apache-2.0 */
// The page on which a duty officer decides: why, what was asked of whom, and the officer's word.

import { get, post } from '/web/ask.js';
import { badge, brief, element, label, moment, number, trouble } from '/web/elements.js';
import { language, wireTools, wordPage, words } from '/web/words.js';

const AGAIN_MS = 2_000;
const bundleId = location.pathname.split('/').pop();
const place = document.getElementById('case');

const VERBS = ['APPROVE', 'REJECT', 'LIFT', 'CONFIRM_FRAUD', 'CONFIRM_WRONG', 'REVERIFY_PASSED', 'REVERIFY_FAILED'];
const CLOSED = new Set(['REJECTED', 'FAILED', 'EXPIRED', 'SUPERSEDED', 'LIFTED']);
const WAITING = new Set(['PROPOSED', 'PENDING_HUMAN']);
const ANOTHER_NEEDED = '已有一人批准，还需另一人 · One has approved, another must';
const MEANINGS = {
  APPROVE: '待审批的动作立即下发 · What awaits approval is sent at once',
  REJECT: '待审批的动作不下发 · What awaits approval is not sent',
  LIFT: '各方解除,号码恢复 · Every party undoes it, the number works again',
  CONFIRM_FRAUD: '证实涉诈,作为标注 · It was fraud; becomes a label',
  CONFIRM_WRONG: '确认误伤:立即解除,作为标注 · A wrong hit: undone at once, becomes a label',
  REVERIFY_PASSED: '机主核验通过:立即解除 · The holder was verified: undone at once',
  REVERIFY_FAILED: '机主核验未通过:动作保留 · The holder was not verified: what was asked stays',
};

let labels;
let shown;
const parts = {};

const word = (field, value) => label(labels, field, value) || value || '–';

const field = (name) => words(labels.field[name] || name);

function fact(name, content) {
  return [element('dt', {}, field(name)), element('dd', {}, content ?? '–')];
}

/** Who answers for the number, link by link, and which link nobody has registered. */
function chain(bundle) {
  const links = [
    ['carrier', bundle.carrier],
    ['platform', bundle.platform],
    ['lessee', bundle.lessee],
    ['purpose', label(labels, 'purpose', bundle.purpose)],
  ];
  return element(
    'ol',
    { class: 'chain' },
    links.map(([name, holder]) =>
      element('li', { class: holder ? null : 'absent' }, element('small', {}, field(name)), ' ', element('b', {}, holder || words('未知 · unknown'))),
    ),
  );
}

function headline(bundle) {
  return element(
    'section',
    { class: 'tile', 'aria-labelledby': 'subject' },
    element('h1', { id: 'subject' }, badge('level', bundle.level, word('level', bundle.level)), ` ${word('subject_type', bundle.subject_type)} `, element('code', { title: bundle.subject_tk }, brief(bundle.subject_tk))),
    element(
      'dl',
      {},
      fact('opened_at', moment(bundle.opened_at)),
      fact('chain', chain(bundle)),
      fact('number_class', [word('number_class', bundle.number_class), word('province', bundle.province)].filter((text) => text !== '–').join(' ') || '–'),
      fact('families', bundle.families),
      fact('legal_basis', bundle.legal_basis),
      fact('case_id', bundle.case_id),
      fact('epoch', bundle.epoch),
      fact('version', `${words('策略 · policy')} ${bundle.policy_version ?? '–'}, ${words('模型 · model')} ${bundle.model_version ?? '–'}, ${words('词表 · lexicon')} ${bundle.lexicon_version ?? '–'}`),
    ),
    element('p', {}, element('a', { href: `/d/check-number?f=number:${bundle.subject_tk}` }, words('查看该对象的全部情况 → · Everything about this subject →'))),
  );
}

/** The card in plain words, as it is told to whoever asks: why, what would have avoided it, the way back. */
function plainly(card) {
  if (!card) return [];
  const side = language === 'zh' ? 'zh' : 'en';
  const parts = [
    ['why', '原因 · Why'],
    ['avoided', '怎样才不会触发 · What would have avoided it'],
    ['limited', '限制内容 · What is limited'],
    ['contest', '申诉 · How to contest'],
    ['bring', '所需材料 · What to bring'],
  ];
  const lines = (text) => (Array.isArray(text) ? text : [text]).map((line) => element('div', {}, line));
  return element(
    'dl',
    { class: 'card' },
    parts.filter(([name]) => card[`${name}_${side}`]?.length).map(([name, title]) => [element('dt', {}, words(title)), element('dd', { tabindex: '0' }, lines(card[`${name}_${side}`]))]).flat(),
  );
}

/** One line for each fact however often it was seen: the strongest time stands, with how often, first and last. */
function grouped(reasons) {
  const groups = new Map();
  for (const reason of reasons) {
    const key = `${reason.detector} ${reason.version} ${reason.code}`;
    const known = groups.get(key) || { reason, count: 0, first: reason.at, last: reason.at, low: reason.value, high: reason.value };
    groups.set(key, {
      reason: Math.abs(reason.smallest_change) > Math.abs(known.reason.smallest_change) ? reason : known.reason,
      count: known.count + 1,
      first: Math.min(known.first, reason.at),
      last: Math.max(known.last, reason.at),
      low: Math.min(known.low, reason.value),
      high: Math.max(known.high, reason.value),
    });
  }
  return [...groups.values()];
}

/** What was seen against its limit, and the computed smallest change that would have avoided it. */
function reasons(bundle, card) {
  const rows = grouped(bundle.reasons).map(({ reason, count, first, last, low, high }) =>
    element(
      'tr',
      {},
      element('td', {}, word('detector', reason.detector), element('span', { class: 'absent' }, ` v${reason.version}`)),
      element('td', { title: reason.code }, word('code', reason.code)),
      element('td', {}, word('family', reason.family)),
      element('td', { class: 'figure' }, number(count)),
      element('td', {}, first ? moment(first) : '–'),
      element('td', {}, last > first ? moment(last) : '–'),
      element('td', { class: 'figure' }, low === high ? number(high) : `${number(low)} … ${number(high)}`),
      element('td', { class: 'figure' }, number(reason.limit)),
      element('td', { class: 'figure' }, number(reason.smallest_change)),
    ),
  );
  const heads = ['依据 · Detector', '触发 · Fact', '证据族 · Evidence', '次数 · Times', '首次 · First', '最近 · Last', '所见 · Seen', '界限 · Limit', '最小改变 · Smallest change'];
  return element(
    'section',
    { class: 'tile', 'aria-labelledby': 'reasons' },
    element('h2', { id: 'reasons' }, words('理由卡 · Reason card')),
    plainly(card),
    element('p', { class: 'note' }, words('“最小改变”：所见数值至少变化多少，就不会触发。 · “Smallest change”: by how much what was seen must change to stay under the limit.')),
    rows.length
      ? element('div', { class: 'scroll', tabindex: '0' }, element('table', {}, element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, words(head))))), element('tbody', {}, rows)))
      : element('p', { class: 'none' }, words('依据为公安推送 · Ordered by an authority')),
  );
}

function legTable(legs) {
  const flags = (leg) => ['timed_out', 'escalated', 'appealed'].filter((flag) => leg[flag]).map((flag) => badge('flag', flag, field(flag)));
  const when = (at) => (at ? moment(at) : '–');
  const approvals = (leg) =>
    leg.approvals_needed > 1 && WAITING.has(leg.state)
      ? element('div', { class: 'absent' }, leg.first_approver ? `${words(ANOTHER_NEEDED)}: ${leg.first_approver}` : words('需两人批准 · Two must approve'))
      : null;
  const rows = legs.map((leg) =>
    element(
      'tr',
      { 'data-state': leg.state, 'data-action': leg.action, 'data-party': leg.party },
      element('td', {}, word('action', leg.action)),
      element('td', {}, leg.party),
      element('td', {}, badge('state', leg.state, word('state', leg.state)), ' ', flags(leg), approvals(leg)),
      element('td', {}, word('target_type', leg.target_type)),
      element('td', {}, when(leg.issued_at)),
      element('td', {}, when(leg.acked_at)),
      element('td', {}, when(leg.effective_at)),
      element('td', {}, when(leg.expires_at)),
    ),
  );
  const heads = ['action', 'party', 'state', 'target_type', 'issued_at', 'acked_at', 'effective_at', 'expires_at'];
  return element('div', { class: 'scroll', tabindex: '0' }, element('table', {}, element('thead', {}, element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, field(head))))), element('tbody', {}, rows)));
}

/** Where two officers must approve, the reason of the first stands with his name; what is missing is said beside it. */
function firstOfTwo(event) {
  const first = event.state === 'PENDING_HUMAN' && event.first_approver && event.changed_by === event.first_approver && !labels.note[event.note];
  return first ? element('span', { class: 'absent' }, ` ${words(ANOTHER_NEEDED)}`) : null;
}

function story(events) {
  const lines = [...events].reverse().map((event) =>
    element(
      'li',
      {},
      element('time', {}, moment(event.at)),
      ' ',
      word('action', event.action),
      ` ${event.party} `,
      badge('state', event.state, word('state', event.state)),
      event.note ? element('q', {}, word('note', event.note)) : null,
      event.changed_by ? element('span', { class: 'absent' }, ` ${word('changed_by', event.changed_by)}`) : null,
      firstOfTwo(event),
    ),
  );
  return element('ol', { class: 'story' }, lines);
}

/** Which words make sense now; the breakers refuse what does not, and say so. */
function possible(legs) {
  const any = (test) => legs.some((leg) => test(leg.state));
  return VERBS.filter((verb) => {
    if (verb === 'APPROVE' || verb === 'REJECT') return any((state) => WAITING.has(state));
    if (verb === 'LIFT') return any((state) => !CLOSED.has(state) && !WAITING.has(state));
    return true;
  });
}

function form() {
  const verbs = element('fieldset', { id: 'verbs' }, element('legend', {}, words('决定 · Decision')));
  const leg = element('select', { id: 'leg' });
  const by = element('input', { id: 'by', required: true, maxlength: '100', autocomplete: 'name' });
  const reason = element('textarea', { id: 'reason', required: true, maxlength: '1000', rows: '3' });
  by.value = sessionStorage.getItem('by') || '';
  const said = element('p', { id: 'said', role: 'status' });
  return element(
    'form',
    { id: 'decide', class: 'tile', 'aria-label': words('决定 · Decision'), onsubmit: (event) => decide(event, { verbs, leg, by, reason, said }) },
    verbs,
    element('label', { for: 'leg' }, words('范围 · For')),
    leg,
    element('label', { for: 'by' }, words('姓名 · Your name')),
    by,
    element('label', { for: 'reason' }, words('理由(留痕审计) · Reason (kept for audit)')),
    reason,
    element('button', { class: 'main' }, words('提交决定 · Submit')),
    said,
  );
}

function choices(legs) {
  const verbs = document.getElementById('verbs');
  const chosen = verbs.querySelector('input:checked')?.value;
  const able = possible(legs);
  if (verbs.dataset.able !== able.join()) {
    verbs.dataset.able = able.join();
    const options = able.map((verb) =>
      element(
        'label',
        { class: 'choice' },
        element('input', { type: 'radio', name: 'verb', value: verb, required: true, checked: verb === chosen }),
        element('b', {}, word('verb', verb)),
        element('small', {}, words(MEANINGS[verb])),
      ),
    );
    verbs.replaceChildren(verbs.firstChild, ...options);
  }
  const leg = document.getElementById('leg');
  if (leg.options.length !== legs.length + 1) {
    const before = leg.value;
    leg.replaceChildren(
      element('option', { value: '' }, words('全部动作 · Every leg')),
      ...legs.map((one) => element('option', { value: one.leg_id }, `${word('action', one.action)} — ${one.party}`)),
    );
    leg.value = before;
  }
}

async function decide(event, { verbs, leg, by, reason, said }) {
  event.preventDefault();
  const button = event.target.querySelector('button.main');
  button.disabled = true;
  try {
    const verb = verbs.querySelector('input:checked').value;
    sessionStorage.setItem('by', by.value);
    const { decision_id: id } = await post(`decisions/${bundleId}`, { verb, leg_id: leg.value, by: by.value, reason: reason.value });
    said.textContent = `${words('已提交 · Submitted')}: ${word('verb', verb)} (${id.slice(0, 8)})`;
    reason.value = '';
    trouble(null);
  } catch (failure) {
    trouble(failure);
  } finally {
    button.disabled = false;
  }
}

function build(found) {
  parts.legs = element('div', {});
  parts.story = element('div', { class: 'scroll', tabindex: '0' });
  place.replaceChildren(
    element(
      'div',
      { class: 'columns' },
      element(
        'div',
        {},
        headline(found.bundle),
        reasons(found.bundle, found.card),
        element('section', { class: 'tile', 'aria-labelledby': 'legs' }, element('h2', { id: 'legs' }, words('各方动作 · What each party does')), parts.legs),
        element('section', { class: 'tile', 'aria-labelledby': 'story' }, element('h2', { id: 'story' }, words('经过 · What happened')), parts.story),
      ),
      form(),
    ),
  );
}

/** Only what changed is drawn anew, so that a half-written reason stays. */
function show(found, anew) {
  const text = JSON.stringify(found);
  if (text === shown && !anew) return;
  shown = text;
  if (anew || !parts.legs) build(found);
  parts.legs.replaceChildren(legTable(found.legs));
  parts.story.replaceChildren(story(found.history));
  choices(found.legs);
}

async function load(anew = false) {
  try {
    show(await get(`decisions/${bundleId}`), anew);
  } catch (failure) {
    trouble(failure);
  }
}

wordPage();
wireTools(() => load(true));
labels = (await get('catalogue')).labels;
await load();
setInterval(() => document.hidden || load(), AGAIN_MS);
