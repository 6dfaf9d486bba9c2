import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Admission, admission, type Hideable, type Phase } from '../calls/index.ts';
import {
  chairSight,
  discussedIn,
  isWide,
  progressOf,
  refusalOf,
  roundAfter,
  type SheetAct,
  type SheetStanding,
  type SheetState,
  type Sight,
  sheetActs,
  sheetStates,
  sightOf,
  spreadOf,
} from './rules/index.ts';

const open: Admission = { ok: true, by: 'phase', phase: null };
const closed: Admission = { ok: false, code: 'closed', data: { closes: '2026-05-20T17:00:00' } };
const before: Admission = {
  ok: false,
  code: 'not_open_yet',
  data: { opens: '2026-05-01T08:00:00' },
};
const never: Admission = { ok: false, code: 'not_permitted', data: {} };

const standing = (parts: Partial<SheetStanding> = {}): SheetStanding => ({
  state: 'draft',
  active: true,
  edition: 'open',
  dossier: 'valid',
  judging: open,
  discussing: never,
  ...parts,
});

/** Which acts may happen, by the state of the sheet. */
function table(parts: Partial<SheetStanding>): Record<SheetState, readonly SheetAct[]> {
  const rows = sheetStates.map((state) => [
    state,
    sheetActs.filter((act) => refusalOf(act, standing({ ...parts, state })) === null),
  ]);
  return Object.fromEntries(rows);
}

describe('what may happen to a sheet', () => {
  test('while the phase is open', () => {
    assert.deepEqual(table({}), {
      assigned: ['save', 'sign', 'paper'],
      draft: ['save', 'sign', 'paper'],
      signed: ['reopen'],
      reopened: ['save', 'sign', 'paper'],
    });
  });

  test('before it opens nothing', () => {
    assert.deepEqual(table({ judging: before }), {
      assigned: [],
      draft: [],
      signed: [],
      reopened: [],
    });
  });

  test('after it only what was signed on paper', () => {
    assert.deepEqual(table({ judging: closed }), {
      assigned: ['paper'],
      draft: ['paper'],
      signed: [],
      reopened: ['paper'],
    });
  });

  test('while the council discusses, what was signed may be opened, written and signed again', () => {
    assert.deepEqual(table({ judging: closed, discussing: open }), {
      assigned: ['paper'],
      draft: ['paper'],
      signed: ['reopen'],
      reopened: ['save', 'sign', 'paper'],
    });
  });

  for (const [name, parts, code] of [
    ['a closed edition', { edition: 'closed' }, 'sheet_edition_over'],
    ['a draft of an edition', { edition: 'draft' }, 'sheet_edition_over'],
    ['an assignment that was given up', { active: false }, 'sheet_not_yours'],
    ['a withdrawn dossier', { dossier: 'withdrawn' }, 'sheet_dossier_out'],
    ['a dossier that is checked again', { dossier: 'submitted' }, 'sheet_dossier_out'],
    ['a phase without days', { judging: { ...never, code: 'not_set' } }, 'sheet_not_set'],
  ] as const)
    test(`${name} lets nothing happen`, () => {
      for (const act of sheetActs) {
        const state = act === 'reopen' ? 'signed' : 'draft';
        const refusal = refusalOf(act, standing({ ...(parts as Partial<SheetStanding>), state }));
        assert.equal(refusal?.code, code, act);
      }
    });

  test('the last announced second counts as a whole', () => {
    const phase = {
      key: 'so-khao',
      permits: [{ who: 'judge', may: ['judge'] }],
      opens: '2026-05-01T08:00:00',
      closes: '2026-05-20T17:00:00',
    } as unknown as Phase;
    const at = (instant: string) =>
      refusalOf(
        'sign',
        standing({ judging: admission([phase], 'judge', 'judge', new Date(instant)) }),
      );
    assert.deepEqual(at('2026-05-01T07:59:59.999+07:00'), {
      path: '',
      code: 'sheet_not_open_yet',
      data: { opens: '2026-05-01T08:00:00' },
    });
    assert.equal(at('2026-05-01T08:00:00.000+07:00'), null);
    assert.equal(at('2026-05-20T17:00:00.999+07:00'), null);
    assert.deepEqual(at('2026-05-20T17:00:01.000+07:00'), {
      path: '',
      code: 'sheet_closed',
      data: { closes: '2026-05-20T17:00:00' },
    });
  });

  test('what is mended in the phase stays in its round, what is discussed begins the next', () => {
    assert.equal(roundAfter(1, { judging: open }), 1);
    assert.equal(roundAfter(1, { judging: closed }), 2);
    assert.equal(roundAfter(2, { judging: closed }), 3);
  });
});

describe('where the sheets of a phase are discussed', () => {
  const steps = [
    { key: 'nhan', reviews: false },
    { key: 'so-khao', reviews: true },
    { key: 'hop-1', reviews: false },
    { key: 'chung-khao', reviews: true },
    { key: 'hop-2', reviews: false },
    { key: 'cong-bo', reviews: false },
  ];
  const keys = (key: string) => discussedIn(steps, key).map((step) => step.key);

  test('in itself and after it, until judges judge again', () => {
    assert.deepEqual(keys('so-khao'), ['so-khao', 'hop-1']);
    assert.deepEqual(keys('chung-khao'), ['chung-khao', 'hop-2', 'cong-bo']);
    assert.deepEqual(keys('khong-co'), []);
  });
});

describe('who sees what', () => {
  const nothing: ReadonlySet<Hideable> = new Set();
  const all: ReadonlySet<Hideable> = new Set([
    'dossiers',
    'authors',
    'judges',
    'own_scores',
    'scores',
  ]);
  const everything: Sight = { dossiers: true, authors: true, own: true, others: true, names: true };
  const blind: Sight = { dossiers: false, authors: false, own: false, others: false, names: false };

  test('nothing is hidden where no phase hides it', () => {
    assert.deepEqual(sightOf({ phase: nothing, now: nothing, over: false }), everything);
  });

  test('what the phase hides is hidden while it runs', () => {
    assert.deepEqual(sightOf({ phase: all, now: nothing, over: false }), blind);
  });

  test('after it points are shown, and people are not', () => {
    assert.deepEqual(sightOf({ phase: all, now: nothing, over: true }), {
      dossiers: true,
      authors: false,
      own: true,
      others: true,
      names: false,
    });
  });

  test('what a phase that is open now hides is hidden, whatever the own phase says', () => {
    assert.deepEqual(sightOf({ phase: nothing, now: all, over: true }), blind);
    assert.deepEqual(sightOf({ phase: nothing, now: new Set(['scores']), over: true }), {
      ...everything,
      others: false,
    });
  });

  test('a chair sees points that only judges are kept from, once the own sheet is signed', () => {
    assert.equal(chairSight(blind, everything, false).others, false);
    assert.equal(chairSight(blind, everything, true).others, true);
    assert.equal(chairSight(everything, blind, false).others, true);
    assert.equal(chairSight(blind, blind, true).others, false);
  });

  test('a chair who judges as well is kept from authors as judges are', () => {
    const sight = chairSight(blind, everything, true);
    assert.equal(sight.authors, false);
    assert.equal(sight.dossiers, false);
    assert.equal(sight.own, false);
    assert.equal(sight.names, true);
  });
});

describe('figures', () => {
  test('progress counts what is opened again as begun', () => {
    const states = (...list: SheetState[]) => list.map((state) => ({ state }));
    assert.deepEqual(progressOf([]), { all: 0, signed: 0, begun: 0 });
    assert.deepEqual(progressOf(states('assigned', 'draft', 'signed', 'reopened')), {
      all: 4,
      signed: 1,
      begun: 2,
    });
  });

  test('a spread needs two sheets, and is wide only above the limit', () => {
    assert.equal(spreadOf([]), null);
    assert.equal(spreadOf([8900]), null);
    assert.equal(spreadOf([8900, 6890, 7000]), 2010);
    assert.equal(isWide([8900, 6900], 20), false);
    assert.equal(isWide([8900, 6899], 20), true);
    assert.equal(isWide([8900, 6875], 20.25), false);
    assert.equal(isWide([8900, 0], null), false);
    assert.equal(isWide([8900], 0), false);
  });
});
