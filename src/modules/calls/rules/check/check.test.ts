import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { callsIssues, samples } from '../../vi/index.ts';
import type { EditionContent, FormField, Phase, Prize } from '../content/index.ts';
import { checkEdition, missingForOpening } from './index.ts';

const technical = samples.find(({ code }) => code === 'sang-tao-ky-thuat')!.content;
const youth = samples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!.content;

/** Path and code of each issue; each has a sentence without holes. */
function told(content: EditionContent, find = checkEdition): string[] {
  return find(content).map((one) => {
    const said = wordsOf(one, callsIssues);
    assert.notEqual(said, one.code);
    assert.doesNotMatch(said, /undefined|NaN|\[object|null/, one.code);
    return `${one.path} ${one.code}`;
  });
}
const eligible = (changed: Partial<EditionContent['eligibility']>, of = technical) =>
  told({ ...of, eligibility: { ...of.eligibility, ...changed } });

test('name, years, fields, entrants, committee, organisers', () => {
  const field = technical.fields[0]!;
  assert.deepEqual(
    told({
      ...technical,
      name: ' ',
      ordinal: 0,
      years: { first: 2027, last: 2026 },
      fields: [
        field,
        { ...field, name: 'Khác' },
        { code: 'B 1', name: field.name.normalize('NFD') },
        { code: 'c', name: '' },
      ],
      committee: { ...technical.committee, receipts: 'stkt' },
      organisers: [technical.organisers[0]!, technical.organisers[0]!],
    }),
    [
      'name edition_name_missing',
      'ordinal ordinal_wrong',
      'years years_turned',
      'fields.2.code key_wrong',
      'fields.3.name field_name_missing',
      'fields.1.code field_code_twice',
      'fields.2.name field_name_twice',
      'committee.receipts series_wrong',
      'organisers.1.name organiser_twice',
    ],
  );
  // Names that only a tone tells apart are two names; one year is a span of years.
  const near = [
    { code: 'a_b', name: 'Ban' },
    { code: 'a-b', name: 'Bản' },
  ];
  assert.deepEqual(told({ ...technical, fields: near, years: { first: 2026, last: 2026 } }), []);
  assert.ok(told({ ...technical, entrants: [] }).includes('entrants no_entrants'));
});

test('windows: turned ones are told, those of one day or year are not', () => {
  const day = '2015-01-01';
  assert.deepEqual(eligible({ born: { first: day, last: day } }, youth), []);
  assert.deepEqual(eligible({ born: { first: '2015-01-02', last: day } }, youth), [
    'eligibility.born born_turned',
  ]);
  assert.deepEqual(eligible({ born: { first: '2027-01-01', last: null } }, youth), [
    'eligibility.born born_later',
  ]);
  assert.deepEqual(eligible({ made: { from: 2024, to: 2024 } }), []);
  assert.deepEqual(eligible({ made: { from: 2025, to: 2024 } }), ['eligibility.made made_turned']);
  assert.deepEqual(eligible({ made: { from: 2027, to: null } }), []);
  assert.deepEqual(eligible({ made: { from: 2028, to: null } }), ['eligibility.made made_later']);
  assert.deepEqual(eligible({ group: { min: 2, max: 2 } }), []);
  assert.deepEqual(eligible({ group: { min: 3, max: 2 } }), ['eligibility.group group_turned']);
  assert.deepEqual(eligible({ group: { min: 1, max: 2 } }), ['eligibility.group group_of_one']);
  const award = technical.eligibility.awarded[0]!;
  assert.deepEqual(eligible({ awarded: [award, { ...award, since: 2020 }] }), [
    'eligibility.awarded.1 award_twice',
  ]);
});

test('a rule that the form asks nothing for', () => {
  assert.deepEqual(eligible({ born: { first: '1990-01-01', last: '2000-01-01' } }), []);
  assert.deepEqual(eligible({ worked: 10 }), ['eligibility.worked worked_not_asked']);
  const form = technical.form.filter(({ means }) => means !== 'made' && means !== 'authors');
  assert.deepEqual(told({ ...technical, form }), ['eligibility.made made_not_asked']);
  const unborn = {
    ...technical,
    form,
    eligibility: {
      ...technical.eligibility,
      made: null,
      born: { first: '1990-01-01', last: '2000-01-01' },
    },
  };
  assert.deepEqual(told(unborn), ['eligibility.born birth_not_asked']);
});

test('where minors may enter, their representatives are asked', () => {
  const form = youth.form.map(
    (field): FormField =>
      field.kind === 'people' ? { ...field, asks: ['birth', 'school'], needs: ['birth'] } : field,
  );
  const asked = (last: string, representative: boolean) =>
    told({
      ...youth,
      form,
      eligibility: { ...youth.eligibility, born: { first: '1990-01-01', last }, representative },
    });
  const missing = ['eligibility.representative representative_not_asked'];
  assert.deepEqual(asked('2008-01-02', true), missing);
  assert.deepEqual(asked('2008-01-01', true), []);
  assert.deepEqual(asked('2010-01-02', false), missing);
  assert.deepEqual(asked('2010-01-01', false), []);
});

const field = (of: Partial<FormField> & { kind: FormField['kind'] }): FormField =>
  ({
    key: 'x',
    label: 'X',
    help: null,
    required: false,
    for: [],
    means: null,
    public: false,
    identifies: false,
    ...of,
  }) as FormField;
const withField = (one: Partial<FormField> & { kind: FormField['kind'] }): string[] => {
  const at = technical.form.length;
  return told({ ...technical, form: [...technical.form, field(one)] }).map((line) =>
    line.replace(`form.${at}`, 'form.N'),
  );
};
const none = { min: null, max: null };

test('fields of the form: limits, choices, files, meanings', () => {
  assert.deepEqual(withField({ kind: 'text', max: 1 }), []);
  assert.deepEqual(withField({ kind: 'text', max: 0 }), ['form.N.max limit_wrong']);
  const long = (words: { min: number | null; max: number | null }) =>
    withField({ kind: 'long_text', words, characters: none });
  assert.deepEqual(long({ min: 5, max: 5 }), []);
  assert.deepEqual(long({ min: 6, max: 5 }), ['form.N.words bounds_turned']);
  assert.deepEqual(long({ min: null, max: 0 }), ['form.N.words bounds_empty']);
  assert.deepEqual(
    withField({ kind: 'number', bounds: { min: -5, max: 0 }, decimals: 0, unit: null }),
    [],
  );
  const option = { value: 'a', label: 'A' };
  assert.deepEqual(withField({ kind: 'choice', many: false, options: [option] }), [
    'form.N.options too_few_options',
  ]);
  assert.deepEqual(
    withField({ kind: 'choice', many: false, options: [option, { value: 'a', label: 'B' }] }),
    ['form.N.options.1.value option_twice'],
  );
  const files = { kind: 'files', types: ['pdf'], size: 1, count: none } as const;
  assert.deepEqual(withField(files), []);
  assert.deepEqual(withField({ ...files, size: 0 }), ['form.N.size file_limit_wrong']);
  assert.deepEqual(withField({ ...files, types: [] }), ['form.N.types no_file_types']);
  const people = {
    kind: 'people',
    count: none,
    shares: false,
    asks: ['birth'],
    needs: ['birth'],
  } as const;
  assert.deepEqual(withField(people), []);
  assert.deepEqual(withField({ ...people, asks: [] }), ['form.N.needs needed_not_asked']);
  assert.deepEqual(withField({ kind: 'declaration', words: ' ' }), [
    'form.N.words declaration_empty',
  ]);
  assert.deepEqual(withField({ kind: 'text', max: 5, means: 'title' }), [
    'form.N.means meaning_twice',
  ]);
  assert.deepEqual(withField({ kind: 'text', max: 5, means: 'solution' }), []);
  assert.deepEqual(withField({ kind: 'text', max: 5, means: 'authors' }), [
    'form.N.means meaning_of_other_kind',
  ]);
  assert.deepEqual(withField({ kind: 'text', max: 5, key: 'ten' }), ['form.N.key form_key_twice']);
  assert.deepEqual(withField({ kind: 'text', max: 5, label: 'Tác giả' }), [
    'form.N.label label_twice',
  ]);
  assert.deepEqual(withField({ kind: 'text', max: 5, key: '__proto__' }), ['form.N.key key_wrong']);
  assert.deepEqual(withField({ kind: 'text', max: 5, for: ['nominee'] }), [
    'form.N.for asked_of_nobody',
  ]);
});

const phased = (changed: Partial<Phase>): string[] =>
  told({ ...technical, phases: [{ ...technical.phases[0]!, ...changed }] });

test('phases: seconds that exist, in their order, nothing hidden that must be seen', () => {
  const second = '2026-08-31T23:59:59';
  assert.deepEqual(phased({ opens: second, closes: second }), []);
  assert.deepEqual(phased({ opens: second, closes: '2026-08-31T23:59:58' }), [
    'phases.0.closes phase_turned',
  ]);
  assert.deepEqual(phased({ opens: '2026-02-29T00:00:00' }), ['phases.0.opens no_such_second']);
  assert.deepEqual(phased({ closes: second }), ['phases.0.opens phase_without_opening']);
  const permits = [{ who: 'judge' as const, may: ['judge' as const] }];
  assert.deepEqual(phased({ permits, hidden: [{ from: 'judge', what: ['authors'] }] }), []);
  assert.deepEqual(phased({ permits, hidden: [{ from: 'public', what: ['dossiers'] }] }), []);
  assert.deepEqual(phased({ permits, hidden: [{ from: 'judge', what: ['dossiers'] }] }), [
    'phases.0.hidden.0 hidden_but_needed',
  ]);
  const twice = [technical.phases[0]!, technical.phases[0]!];
  assert.deepEqual(told({ ...technical, phases: twice }), [
    'phases.1.key phase_key_twice',
    'phases.1.name phase_name_twice',
  ]);
});

test('prizes: equal ones are fine, a lower one that is worth or asks more is not', () => {
  const [first, second] = technical.prizes.prizes as readonly [Prize, Prize];
  const prizes = (changed: Partial<Prize>, above: Partial<Prize> = {}, fields = technical.fields) =>
    told({
      ...technical,
      fields,
      prizes: {
        per: 'field',
        prizes: [
          { ...first, ...above },
          { ...second, ...changed },
        ],
      },
    });
  assert.deepEqual(prizes({ money: first.money }), []);
  assert.deepEqual(prizes({ money: first.money! + 1 }), [
    'prizes.prizes.1.money prize_money_rises',
  ]);
  assert.deepEqual(prizes({ money: first.money! + 1, special: true }), []);
  assert.deepEqual(prizes({ money: first.money! + 1 }, { special: true }), []);
  assert.deepEqual(prizes({ floor: 80 }, { floor: 80 }), []);
  assert.deepEqual(prizes({ floor: 81 }, { floor: 80 }), [
    'prizes.prizes.1.floor prize_floor_rises',
  ]);
  assert.deepEqual(prizes({ quota: 0 }), []);
  assert.deepEqual(prizes({ quota: -1 }), ['prizes.prizes.1.quota prize_figure_wrong']);
  assert.deepEqual(prizes({ quota: 1.5 }), ['prizes.prizes.1.quota prize_figure_wrong']);
  assert.deepEqual(prizes({ key: first.key }), ['prizes.prizes.1.key prize_key_twice']);
  assert.deepEqual(prizes({}, {}, []), ['prizes.per prizes_without_fields']);
});

test('what an edition must have before it is announced', () => {
  const bare = {
    ...technical,
    basis: [],
    fields: [],
    form: [],
    phases: [],
    organisers: [],
    prizes: { per: 'overall' as const, prizes: [] },
  };
  assert.deepEqual(told(bare, missingForOpening), [
    'basis no_basis',
    'fields no_fields',
    'prizes no_prizes',
    'form no_title_field',
    'form no_authors_field',
    'organisers no_lead',
    'phases no_entry_phase',
  ]);
  const phases = technical.phases.map((one) => ({
    ...one,
    opens: '2026-01-01T00:00:00',
    closes: '2026-12-31T23:59:59',
  }));
  assert.deepEqual(told({ ...technical, phases }, missingForOpening), []);
  const endless = phases.map((one) => ({ ...one, closes: null }));
  assert.deepEqual(told({ ...technical, phases: endless }, missingForOpening), [
    'phases.0.closes entry_without_end',
  ]);
});
