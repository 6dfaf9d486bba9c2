import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samples, sayChange } from '../../vi/index.ts';
import type { EditionContent, FormField } from '../content/index.ts';
import { lost } from './eligibility.ts';
import { type DossierFacts, diffEditions, touchedBy } from './index.ts';

const youth = samples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!.content;
const eligible = (changed: Partial<EditionContent['eligibility']>): EditionContent => ({
  ...youth,
  eligibility: { ...youth.eligibility, ...changed },
});
const edited = (key: string, changed: object | null): EditionContent => ({
  ...youth,
  form: youth.form.flatMap((field) => {
    if (field.key !== key) return [field];
    return changed === null ? [] : [{ ...field, ...changed } as FormField];
  }),
});

/** Effects with their paths; each has a sentence without holes. */
function told(before: EditionContent, after: EditionContent): string[] {
  return diffEditions(before, after).map((one) => {
    assert.doesNotMatch(sayChange(one), /undefined|NaN|\[object|null/, one.effect);
    return `${one.path} ${one.effect}`;
  });
}

test('what one span loses of another', () => {
  const steps = { before: (n: number) => n - 1, after: (n: number) => n + 1 };
  const span = (from: number | null, to: number | null) => ({ from, to });
  const of = (a: [number | null, number | null], b: [number | null, number | null]) =>
    lost(span(...a), span(...b), steps).map(({ from, to }) => [from, to]);
  assert.deepEqual(of([1, 9], [1, 9]), []);
  assert.deepEqual(of([1, 9], [3, 7]), [
    [1, 2],
    [8, 9],
  ]);
  assert.deepEqual(of([3, 7], [1, 9]), []);
  assert.deepEqual(of([1, 5], [7, 9]), [[1, 5]]);
  assert.deepEqual(of([7, 9], [1, 5]), [[7, 9]]);
  assert.deepEqual(of([null, null], [3, 7]), [
    [null, 2],
    [8, null],
  ]);
  assert.deepEqual(of([null, 5], [null, null]), []);
  assert.deepEqual(of([5, 5], [6, 6]), [[5, 5]]);
});

test('nothing changed touches nothing, also when the names of the content stand in another order', () => {
  assert.deepEqual(diffEditions(youth, youth), []);
  const turned = JSON.parse(
    JSON.stringify(youth, (_key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ),
  );
  assert.deepEqual(diffEditions(youth, turned), []);
});

test('a narrower window says the days of birth that fall out, a wider one those that come in', () => {
  const moved = eligible({ born: { first: '2006-09-01', last: '2020-12-31' } });
  assert.deepEqual(
    diffEditions(youth, moved).map(({ effect, data }) => [effect, data.from, data.to]),
    [
      ['excluded', '2006-08-01', '2006-08-31'],
      ['included', '2020-08-01', '2020-12-31'],
    ],
  );
  assert.deepEqual(diffEditions(youth, moved).map(sayChange), [
    'Không còn được dự thi: người sinh từ 01/08/2006 đến hết 31/08/2006.',
    'Nay được dự thi: người sinh từ 01/08/2020 đến hết 31/12/2020.',
  ]);
  assert.deepEqual(told(eligible({ born: null }), youth), [
    'eligibility.born excluded',
    'eligibility.born excluded',
  ]);
});

test('kinds of entrants, awards, group, representative, years', () => {
  assert.deepEqual(told(youth, { ...youth, entrants: ['group', 'organisation'] }), [
    'entrants excluded',
    'entrants included',
  ]);
  assert.deepEqual(told(youth, eligible({ awarded: [] })), [
    'eligibility.awarded included',
    'eligibility.awarded included',
  ]);
  assert.deepEqual(told(eligible({ awarded: [] }), youth).length, 2);
  assert.deepEqual(told(youth, eligible({ group: { min: 2, max: 3 } })), [
    'eligibility.group excluded',
  ]);
  assert.deepEqual(told(youth, eligible({ representative: false })), [
    'eligibility.representative consent_not_due',
  ]);
  assert.deepEqual(told(eligible({ representative: false }), youth), [
    'eligibility.representative consent_due',
  ]);
  assert.deepEqual(told(youth, eligible({ made: { from: 2025, to: null } })), [
    'eligibility.made excluded',
  ]);
  assert.deepEqual(told(youth, eligible({ worked: 5 })), ['eligibility.worked excluded']);
});

test('fields and the form: removed answers stay, new ones are due, limits get tighter', () => {
  assert.deepEqual(told(youth, { ...youth, fields: youth.fields.slice(1) }), [
    'fields.0 field_removed',
  ]);
  assert.deepEqual(told({ ...youth, fields: youth.fields.slice(1) }, youth), [
    'fields.0 field_added',
  ]);
  assert.deepEqual(told(youth, edited('huong-dan', null)), ['form.2 answers_kept']);
  assert.deepEqual(told(edited('huong-dan', null), youth), ['form.2 answer_asked']);
  assert.deepEqual(told(edited('ten', null), youth), ['form.0 answer_due']);
  assert.deepEqual(told(youth, edited('huong-dan', { required: true })), [
    'form.2.required answer_due',
  ]);
  assert.deepEqual(told(edited('huong-dan', { required: true }), youth), []);
  assert.deepEqual(told(youth, edited('ten', { max: 299 })), ['form.0 limit_exceeded']);
  assert.deepEqual(told(youth, edited('ten', { max: 301 })), []);
  assert.deepEqual(told(youth, edited('y-tuong', { words: { min: 50, max: 200 } })), [
    'form.4 limit_exceeded',
    'form.4 limit_exceeded',
  ]);
  assert.deepEqual(told(youth, edited('thoi-gian', { precision: 'day' })), [
    'form.3 limit_exceeded',
  ]);
  assert.deepEqual(told(youth, edited('phim', { size: 1, types: ['mp3'] })), [
    'form.14 limit_exceeded',
    'form.14.types file_types_removed',
  ]);
  assert.deepEqual(
    told(youth, edited('tac-gia', { needs: ['birth', 'school', 'class'], shares: true })),
    ['form.1 answer_due'],
  );
  assert.deepEqual(told(youth, edited('ten', { label: 'Tên' })), ['form.0 words_changed']);
  assert.deepEqual(told(youth, edited('huong-dan', { for: ['group'] })), [
    'form.2.for answers_kept',
  ]);
  assert.deepEqual(told(youth, edited('cam-doan', { words: 'Khác' })), ['form.16 answer_due']);
});

test('phases: deadlines that move, also to and from no end', () => {
  const closing = (closes: string | null): EditionContent => ({
    ...youth,
    phases: youth.phases.map((phase, at) =>
      at === 0 ? { ...phase, opens: '2026-03-01T00:00:00', closes } : phase,
    ),
  });
  const [early, late] = ['2026-07-31T23:59:59', '2026-08-15T23:59:59'];
  assert.deepEqual(told(closing(early), closing(late)), ['phases.0.closes deadline_later']);
  assert.deepEqual(told(closing(late), closing(early)), ['phases.0.closes deadline_earlier']);
  assert.deepEqual(told(closing(late), closing(null)), ['phases.0.closes deadline_later']);
  assert.deepEqual(told(closing(null), closing(late)), ['phases.0.closes deadline_earlier']);
  assert.deepEqual(told(youth, { ...youth, phases: youth.phases.slice(1) }), [
    'phases.0 phase_removed',
  ]);
  const hidden = youth.phases.map((phase, at) =>
    at === 2 ? { ...phase, hidden: [], rubric: 'khac' } : phase,
  );
  assert.deepEqual(told(youth, { ...youth, phases: hidden }), [
    'phases.2.hidden hidden_changed',
    'phases.2.rubric rubric_changed',
  ]);
});

const dossier: DossierFacts = {
  facts: {
    field: 'phan-mem',
    entrant: 'individual',
    authors: [{ birth: '2006-08-15' }],
    made: '2026-01',
    awards: [],
  },
  answers: { ten: 'Máy gieo hạt', 'huong-dan': 'Cô Lan', 'y-tuong': 'một hai ba bốn năm' },
  files: [],
};

test('one dossier feels only what touches it', () => {
  const on = '2026-06-01';
  assert.equal(touchedBy(youth, youth, dossier, on), null);
  const narrower = touchedBy(
    youth,
    eligible({ born: { first: '2006-09-01', last: '2020-07-31' } }),
    dossier,
    on,
  );
  assert.deepEqual(
    narrower?.excluded.map(({ rule, path }) => `${rule} ${path}`),
    ['born authors.0'],
  );
  const wider = touchedBy(
    eligible({ born: { first: '2006-09-01', last: '2020-07-31' } }),
    youth,
    dossier,
    on,
  );
  assert.deepEqual(
    wider?.included.map(({ rule }) => rule),
    ['born'],
  );
  assert.deepEqual(wider?.excluded, []);
  assert.deepEqual(touchedBy(youth, edited('huong-dan', null), dossier, on)?.kept, ['huong-dan']);
  assert.equal(touchedBy(youth, edited('phim', null), dossier, on), null);
  const older = { ...dossier, answers: { ...dossier.answers, 'bo-tu-truoc': 'x' } };
  assert.equal(touchedBy(youth, youth, older, on), null);
  const five = edited('y-tuong', { words: { min: null, max: 5 } });
  assert.equal(touchedBy(youth, five, dossier, on), null);
  const four = edited('y-tuong', { words: { min: null, max: 4 } });
  assert.deepEqual(
    touchedBy(youth, four, dossier, on)?.issues.map(({ path, code }) => `${path} ${code}`),
    ['answers.y-tuong too_many_words'],
  );
});

test('consents that become due are told by the author', () => {
  const minor = {
    ...dossier,
    facts: { ...dossier.facts, authors: [{ birth: '2000-01-01' }, { birth: '2009-06-01' }] },
  };
  const touched = touchedBy(eligible({ representative: false }), youth, minor, '2026-06-01');
  assert.deepEqual(touched?.consents, [{ author: 1, party: 'representative' }]);
});
