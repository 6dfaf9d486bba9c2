import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { splitName } from '../../../kernel/vietnamese/names.ts';
import { evidenceWords } from '../vi.ts';
import { evidencePoints, type PersonLike, type WeighContext, weigh } from './evidence.ts';

function person(name: string, more: Partial<PersonLike> = {}): PersonLike {
  const { family, middle, given } = splitName(name);
  return {
    family,
    middle,
    given,
    search: foldForSearch(name),
    birthDate: null,
    gender: null,
    phones: [],
    email: null,
    citizenIdIndex: null,
    organisationId: null,
    branch: null,
    workplace: null,
    cardNumber: null,
    ...more,
  };
}

const phones = ['0915000560'];

test('the points of the picture: phone, tone place, year, unit make 92', () => {
  const row = person('Hoàng Thị Hoà', {
    birthDate: '1969',
    phones,
    workplace: 'Trường THCS Quyết Tâm',
  });
  const kept = person('Hoàng Thị Hòa', {
    birthDate: '1969-08-14',
    phones,
    workplace: 'THCS Quyết Tâm (đã nghỉ hưu)',
  });
  const { score, evidence } = weigh(row, kept);
  assert.equal(score, 92);
  assert.deepEqual(evidence, [
    { code: 'phone_same', points: 45 },
    { code: 'name_tone_place', points: 30 },
    { code: 'birth_year_same', points: 12 },
    { code: 'unit_alike', points: 5 },
  ]);
});

type Case = readonly [
  what: string,
  a: PersonLike,
  b: PersonLike,
  verdict: 'certain' | 'likely' | 'none',
  context?: WeighContext,
];

const hung = 'Nguyễn Văn Hùng';
const born = { birthDate: '1968-03-12' };
const id = { citizenIdIndex: 'abc' };
const one = { organisationId: 'o1' };
const roster = { sameRoster: true, unique: true };

const cases: readonly Case[] = [
  ['nothing in common', person(hung), person('Lò Thị Pâng'), 'none'],
  ['a name alone', person(hung), person(hung), 'none'],
  [
    'namesakes of a year',
    person(hung, { birthDate: '1968' }),
    person(hung, { birthDate: '1968' }),
    'none',
  ],
  [
    'namesakes of a year in one association and unit',
    person(hung, { birthDate: '1968', ...one, branch: 'Chi hội 1' }),
    person(hung, { birthDate: '1968-03-12', ...one, branch: 'Chi hội 1' }),
    'none',
    roster,
  ],
  ['name and full date elsewhere', person(hung, born), person(hung, born), 'likely'],
  [
    'the same in one roster, alone on each side',
    person(hung, born),
    person(hung, born),
    'certain',
    roster,
  ],
  [
    'in one roster, not alone',
    person(hung, born),
    person(hung, born),
    'likely',
    { sameRoster: true },
  ],
  ['alone, not in one roster', person(hung, born), person(hung, born), 'likely', { unique: true }],
  [
    'in one roster, another gender',
    person(hung, { ...born, gender: 'male' }),
    person(hung, { ...born, gender: 'female' }),
    'none',
    roster,
  ],
  [
    'in one roster, another citizen ID',
    person(hung, { ...born, citizenIdIndex: 'x' }),
    person(hung, { ...born, citizenIdIndex: 'y' }),
    'none',
    roster,
  ],
  [
    'in one roster, months only',
    person(hung, { birthDate: '1968-03' }),
    person(hung, { birthDate: '1968-03' }),
    'none',
    roster,
  ],
  [
    'in one roster, typed without dấu',
    person(hung, born),
    person('Nguyen Van Hung', born),
    'certain',
    roster,
  ],
  ['in one roster, other dấu', person(hung, born), person('Nguyễn Văn Hưng', born), 'none', roster],

  ['citizen ID and name', person(hung, id), person(hung, id), 'certain'],
  ['citizen ID, another middle name', person('Nguyễn Đức Hùng', id), person(hung, id), 'certain'],
  ['citizen ID, a middle name left out', person('Nguyễn Hùng', id), person(hung, id), 'certain'],
  ['citizen ID, given name alone', person('Hùng', id), person(hung, id), 'certain'],
  ['citizen ID, another given name', person('Nguyễn Văn Dũng', id), person(hung, id), 'none'],
  ['citizen ID, another family', person('Trần Văn Hùng', id), person(hung, id), 'likely'],
  [
    'citizen ID, a slip in the date',
    person(hung, { ...id, birthDate: '1968-03-21' }),
    person(hung, { ...id, ...born }),
    'likely',
  ],
  [
    'citizen ID, another gender',
    person(hung, { ...id, gender: 'male' }),
    person(hung, { ...id, gender: 'female' }),
    'likely',
  ],

  ['phone and name', person(hung, { phones }), person(hung, { phones }), 'certain'],
  [
    'one of several phones',
    person(hung, { phones: ['0912000118', ...phones] }),
    person(hung, { phones }),
    'certain',
  ],
  [
    'phone and name, year within a date',
    person(hung, { phones, birthDate: '1968' }),
    person(hung, { phones, ...born }),
    'certain',
  ],
  [
    'phone and name, another year',
    person(hung, { phones, birthDate: '1970' }),
    person(hung, { phones, ...born }),
    'none',
  ],
  [
    'phone and name, a slip in the date',
    person(hung, { phones, birthDate: '1986-03-12' }),
    person(hung, { phones, ...born }),
    'likely',
  ],
  [
    'phone, tone place',
    person('Lê Thị Thuỷ', { phones }),
    person('Lê Thị Thủy', { phones }),
    'certain',
  ],
  [
    'phone, no dấu on one side',
    person('Le Thi Thuy', { phones }),
    person('Lê Thị Thủy', { phones }),
    'certain',
  ],
  [
    'phone, sisters Hoa and Hoà',
    person('Lê Thị Hoa', { phones }),
    person('Lê Thị Hoà', { phones }),
    'none',
  ],
  [
    'phone and birth date, a dấu forgotten',
    person('Lê Thị Hoa', { phones, ...born }),
    person('Lê Thị Hoà', { phones, ...born }),
    'certain',
  ],
  [
    'relatives: phone and family name',
    person('Nguyễn Thị Mai', { phones }),
    person(hung, { phones }),
    'none',
  ],
  [
    'twins: phone and birth date',
    person('Nguyễn Văn Dũng', { phones, ...born, ...one }),
    person(hung, { phones, ...born, ...one }),
    'none',
  ],
  [
    'relatives: phone, e-mail, unit and year',
    person('Nguyễn Thị Mai', { phones, email: 'nha@a.vn', birthDate: '1968', branch: 'Chi hội 1' }),
    person(hung, { phones, email: 'nha@a.vn', birthDate: '1968', branch: 'Chi hội 1' }),
    'none',
  ],
  [
    'phone and name, another middle',
    person('Nguyễn Đức Hùng', { phones }),
    person(hung, { phones }),
    'none',
  ],
  [
    'phone and name, another citizen ID',
    person(hung, { phones, citizenIdIndex: 'x' }),
    person(hung, { phones, citizenIdIndex: 'y' }),
    'none',
  ],
  [
    'e-mail and name',
    person(hung, { email: 'h@a.vn' }),
    person(hung, { email: 'h@a.vn' }),
    'certain',
  ],
  ['no e-mail on both sides is nothing shared', person(hung), person(hung), 'none', roster],

  [
    'card in one association',
    person(hung, { cardNumber: '12', ...one }),
    person(hung, { cardNumber: '12', ...one }),
    'certain',
  ],
  [
    'card of two associations',
    person(hung, { cardNumber: '12', ...one }),
    person(hung, { cardNumber: '12', organisationId: 'o2' }),
    'none',
  ],
  [
    'card in one association, another name',
    person('Lò Thị Pâng', { cardNumber: '12', ...one }),
    person(hung, { cardNumber: '12', ...one }),
    'none',
  ],
  [
    'a lower threshold',
    person(hung, { birthDate: '1968' }),
    person(hung, { birthDate: '1968' }),
    'likely',
    { likelyFrom: 42 },
  ],
  ['a higher threshold', person(hung, born), person(hung, born), 'none', { likelyFrom: 63 }],
  ['the threshold itself', person(hung, born), person(hung, born), 'likely', { likelyFrom: 62 }],
];

for (const [what, a, b, verdict, context] of cases) {
  test(`${what}: ${verdict}`, () => {
    const there = weigh(a, b, context);
    assert.equal(there.verdict, verdict, JSON.stringify(there));
    assert.deepEqual(weigh(b, a, context), there);
    assert.ok(there.score >= 0 && there.score <= 100);
  });
}

test('every code of evidence has its words', () => {
  assert.deepEqual(Object.keys(evidenceWords).sort(), Object.keys(evidencePoints).sort());
});
