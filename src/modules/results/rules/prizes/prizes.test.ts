import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooserFromSeed } from '../../../../kernel/random.ts';
import type { Prize } from '../../../calls/index.ts';
import {
  type Contender,
  checkAllocation,
  emptyPrizes,
  type GivenPrize,
  type PrizeQuestion,
  proposePrizes,
  type Withholding,
  withheldIssues,
} from './index.ts';

const prize = (key: string, quota: number | null, more: Partial<Prize> = {}): Prize => ({
  key,
  name: key,
  money: null,
  quota,
  floor: null,
  withheld: true,
  special: false,
  ...more,
});
const nhat = prize('nhat', 1, { floor: 85 });
const nhi = prize('nhi', 2, { floor: 75 });
const ba = prize('ba', 3, { floor: 65.5 });
const kk = prize('kk', null);
const dacBiet = prize('db', 1, { special: true, floor: 90 });

/** 'a 90', 'b 80 failed', 'c 80 @1': points, what it is, the place when it is not that of the points; fields by '/'. */
function contenders(text: string, per: 'field' | 'overall'): Contender[] {
  const read = text.split('/').flatMap((part, field) =>
    part
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one) => {
        const [dossier = '', points, ...words] = one.split(' ');
        const value = points === '-' ? null : Math.round(Number(points) * 100);
        return { dossier, field: `f${field}`, value, words };
      }),
  );
  return read.map(({ dossier, field, value, words }): Contender => {
    const given = words.find((word) => word.startsWith('@'));
    const beside = read.filter((other) => per === 'overall' || other.field === field);
    const standing = beside.filter((other) => !other.words.includes('failed'));
    const place =
      given === undefined
        ? 1 + standing.filter((other) => (other.value ?? -1) > (value ?? 0)).length
        : Number(given.slice(1));
    const failed = words.includes('failed');
    return {
      dossier,
      field,
      value,
      place: failed || value === null ? null : place,
      standing: failed ? 'failed' : value === null ? 'unjudged' : 'stands',
      passes: !words.includes('below'),
      ...(words.includes('own') ? { eligible: false } : {}),
    };
  });
}

const question = (
  prizes: readonly Prize[],
  text: string,
  { per = 'overall', withheld = [] }: { per?: 'field' | 'overall'; withheld?: Withholding[] } = {},
): PrizeQuestion => ({
  structure: { per, prizes },
  fields: text.split('/').map((_, at) => `f${at}`),
  contenders: contenders(text, per),
  withheld,
});
const without = (key: string, places: number | null = null, field: string | null = null) => ({
  prize: key,
  field,
  places,
  reason: 'Không có giải pháp xứng đáng',
});

/** In one line each: 'nhat a, nhi b c', 'a b: nhat 1', 'nhat 1 floor'. */
function told(asked: PrizeQuestion): readonly string[] {
  const { prizes, open, unfilled } = proposePrizes(asked);
  const byPrize = Map.groupBy(prizes, (one) => one.prize);
  return [
    [...byPrize]
      .map(([key, mine]) => [key, ...mine.map((one) => one.dossier)].join(' '))
      .join(', '),
    open
      .map(({ field, dossiers, places }) => {
        const left = places.map((one) => `${one.prize} ${one.places}`).join(' + ');
        return `${field === null ? '' : `${field} `}${dossiers.join(' ')}: ${left}`;
      })
      .join(', '),
    unfilled
      .map(
        (one) =>
          `${one.field === null ? '' : `${one.field} `}${one.prize} ${one.places} ${one.why}`,
      )
      .join(', '),
  ];
}

describe('what the ranking proposes', () => {
  for (const [what, asked, ...wanted] of [
    ['nobody', question([nhat, nhi], ''), '', '', 'nhat 1 nobody, nhi 2 nobody'],
    ['one', question([nhat, nhi], 'a 90'), 'nhat a', '', 'nhi 2 nobody'],
    [
      'in order',
      question([nhat, nhi, ba], 'c 70, a 90, b 80, d 66, e 79.99'),
      'nhat a, nhi b e, ba c d',
      '',
      'ba 1 nobody',
    ],
    [
      'a floor is reached by exactly its points',
      question([nhat, nhi], 'a 85, b 74.99'),
      'nhat a',
      '',
      'nhi 2 floor',
    ],
    [
      'nobody reaches the first prize: it stays, the best gets the second',
      question([nhat, nhi], 'a 84.99, b 80, c 79'),
      'nhi a b',
      '',
      'nhat 1 floor',
    ],
    [
      'nobody reaches anything',
      question([nhat, nhi, ba], 'a 40, b 30'),
      '',
      '',
      'nhat 1 floor, nhi 2 floor, ba 3 floor',
    ],
    ['half points in a floor', question([ba], 'a 65.5, b 65.49'), 'ba a', '', 'ba 2 floor'],
    [
      'without a limit everybody who reaches it',
      question([prize('a', null, { floor: 60 }), kk], 'a 90, b 60, c 59'),
      'a a b, kk c',
      '',
      '',
    ],
    ['everybody wins', question([prize('a', null)], 'a 3, b 2, c 1'), 'a a b c', '', ''],
    ['no prizes', question([], 'a 90'), '', '', ''],
    ['a quota of zero', question([prize('x', 0), nhi], 'a 90'), 'nhi a', '', 'nhi 1 nobody'],
    ['a tie inside a prize is no question', question([nhi], 'a 80, b 80'), 'nhi a b', '', ''],
    [
      'a tie across the line is open, also for the prize below',
      question([nhat, nhi], 'a 90, b 90, c 80'),
      'nhi c',
      'a b: nhat 1 + nhi 1',
      '',
    ],
    [
      'a tie over three prizes',
      question([nhat, nhi, ba], 'a 90, b 90, c 90, d 90, e 80'),
      'ba e',
      'a b c d: nhat 1 + nhi 2 + ba 1',
      'ba 1 nobody',
    ],
    [
      'a tie at the last line: some get nothing',
      question([nhat, nhi], 'a 90, b 80, c 80, d 80'),
      'nhat a',
      'b c d: nhi 2',
      '',
    ],
    [
      'a tie below the last line is no question',
      question([nhat], 'a 90, b 80, c 80'),
      'nhat a',
      '',
      '',
    ],
    ['a tie that fills the last prize', question([nhi], 'a 80, b 80, c 70'), 'nhi a b', '', ''],
    [
      'equal ones below the floor of the first prize',
      question([nhat, nhi], 'a 80, b 80'),
      'nhi a b',
      '',
      'nhat 1 floor',
    ],
    [
      'failed, unjudged, below the pass, of the own committee',
      question([nhat, nhi], 'a 95 failed, b -, c 94 below, d 93 own, e 90'),
      'nhat e',
      '',
      'nhi 2 nobody',
    ],
    [
      'the council has moved one up, which breaks the tie',
      question([nhat, nhi], 'a 90 @2, b 90 @1, c 80'),
      'nhat b, nhi a c',
      '',
      '',
    ],
    [
      'moved up, but a floor is a floor: the next who reaches it',
      question([nhat, nhi], 'a 84 @1, b 90 @2'),
      'nhat b, nhi a',
      '',
      'nhi 1 nobody',
    ],
    [
      'the first prize withheld: the best gets the second',
      question([nhat, nhi], 'a 95, b 94', { withheld: [without('nhat')] }),
      'nhi a b',
      '',
      'nhat 1 withheld',
    ],
    [
      'one of two withheld',
      question([nhi, ba], 'a 95, b 94', { withheld: [without('nhi', 1)] }),
      'nhi a, ba b',
      '',
      'nhi 1 withheld, ba 2 nobody',
    ],
    [
      'more withheld than there are',
      question([nhi], 'a 95', { withheld: [without('nhi', 1), without('nhi', 9)] }),
      '',
      '',
      'nhi 2 withheld',
    ],
    ['withheld and no limit', question([kk], 'a 95', { withheld: [without('kk')] }), '', '', ''],
    [
      'each field has its own',
      question([nhat, nhi], 'a 90, b 80 / c 86, d 85', { per: 'field' }),
      'nhat a c, nhi b d',
      '',
      'f0 nhi 1 nobody, f1 nhi 1 nobody',
    ],
    [
      'a field without dossiers',
      question([nhat], 'a 90 / ', { per: 'field' }),
      'nhat a',
      '',
      'f1 nhat 1 nobody',
    ],
    [
      'all fields together',
      question([nhat, nhi], 'a 90, b 80 / c 86, d 85'),
      'nhat a, nhi c d',
      '',
      '',
    ],
    [
      'withheld in one field alone',
      question([nhat, nhi], 'a 90 / b 90', {
        per: 'field',
        withheld: [without('nhat', null, 'f1')],
      }),
      'nhat a, nhi b',
      '',
      'f0 nhi 2 nobody, f1 nhat 1 withheld, f1 nhi 1 nobody',
    ],
    [
      'a tie in one field',
      question([nhat], 'a 90, b 90 / c 90', { per: 'field' }),
      'nhat c',
      'f0 a b: nhat 1',
      '',
    ],
    [
      'the special prize goes to the best of all fields, who leaves the ladder',
      question([dacBiet, nhat], 'a 90, b 88 / c 96, d 87', { per: 'field' }),
      'db c, nhat a d',
      '',
      '',
    ],
    [
      'the special prize needs its floor',
      question([dacBiet, nhat], 'a 89', { per: 'field' }),
      'nhat a',
      '',
      'db 1 floor',
    ],
    [
      'two best of two fields: the special prize is open, and nobody leaves the ladder for it',
      question([dacBiet, nhat], 'a 95, b 94 / c 95, d 94', { per: 'field' }),
      'nhat a c',
      'a c: db 1',
      '',
    ],
    [
      'the special prize withheld',
      question([dacBiet, nhat], 'a 95', { per: 'field', withheld: [without('db')] }),
      'nhat a',
      '',
      'db 1 withheld',
    ],
    [
      'a second special prize may go to the same field',
      question([prize('db', 2, { special: true }), nhat], 'a 95, b 94, x 90 / c 93', {
        per: 'field',
      }),
      'db a b, nhat x c',
      '',
      '',
    ],
    [
      'moved by hand in the own field: the special prize follows',
      question([dacBiet], 'a 95 @2, b 92 @1 / c 91', { per: 'field' }),
      'db b',
      '',
      '',
    ],
  ] as const)
    test(what, () => assert.deepEqual(told(asked), wanted));
});

const codes = (asked: PrizeQuestion, given: string) =>
  checkAllocation(asked, gifts(given)).map(({ code, data }) =>
    [code, data?.dossier, data?.prize, data?.better ?? data?.equal ?? data?.why ?? data?.field]
      .filter((part) => part !== undefined && part !== null)
      .join(' '),
  );
/** 'nhat a, nhi b!': the ! stands for a reason. */
const gifts = (text: string): GivenPrize[] =>
  text.split(',').flatMap((one) => {
    const [key, dossier] = one.trim().split(' ');
    if (key === undefined || dossier === undefined) return [];
    const reason = dossier.endsWith('!') ? 'Hội đồng biểu quyết' : null;
    return [{ prize: key, dossier: dossier.replace('!', ''), reason }];
  });

describe('what is wrong with prizes given by hand', () => {
  const must = { ...nhat, withheld: false };
  for (const [what, asked, given, ...wanted] of [
    ['nothing', question([nhat, nhi], 'a 90, b 80'), 'nhat a, nhi b'],
    ['nobody gets anything, which is allowed', question([nhat, nhi], 'a 90'), ''],
    ['over the quota', question([nhat], 'a 90, b 90'), 'nhat a, nhat b', 'prize_over_quota nhat'],
    [
      'the quota is of each field',
      question([nhat], 'a 90 / b 86', { per: 'field' }),
      'nhat a, nhat b',
    ],
    [
      'over the quota of one field',
      question([nhat], 'a 90, c 86 / b 86', { per: 'field' }),
      'nhat a, nhat b, nhat c',
      'prize_over_quota nhat f0',
    ],
    ['no limit', question([kk], 'a 3, b 2, c 1'), 'kk a, kk b, kk c'],
    ['below the floor', question([nhat], 'a 84.99'), 'nhat a', 'prize_below_floor a nhat'],
    [
      'a reason is no way under the floor',
      question([nhat], 'a 84.99'),
      'nhat a!',
      'prize_below_floor a nhat',
    ],
    [
      'failed, unjudged, below the pass, not eligible',
      question([kk], 'a 90 failed, b -, c 9 below, d 80 own'),
      'kk a, kk b!, kk c, kk d',
      'prize_not_standing a kk failed',
      'prize_not_standing b kk unjudged',
      'prize_not_standing c kk below_pass',
      'prize_not_standing d kk ineligible',
    ],
    [
      'a better one is passed over',
      question([nhat, nhi], 'a 95, b 90, c 86'),
      'nhat c, nhi b',
      'prize_passed_over c nhat a',
      'prize_passed_over b nhi a',
    ],
    ['with a reason it may', question([nhat, nhi], 'a 95, b 90'), 'nhat b!, nhi a'],
    [
      'the better one does not reach the floor of anything',
      question([nhat], 'a 84 @1, b 90 @2'),
      'nhat b',
    ],
    ['the better one may not win', question([nhat], 'a 95 failed, b 94 own, c 90'), 'nhat c'],
    [
      'of equal ones the council has to say why',
      question([nhat, nhi], 'a 90, b 90'),
      'nhat a, nhi b',
      'prize_tie_undecided a nhat b',
    ],
    ['of equal ones, with a reason', question([nhat, nhi], 'a 90, b 90'), 'nhat a!, nhi b'],
    ['equal ones with the same prize', question([nhi], 'a 80, b 80'), 'nhi a, nhi b'],
    [
      'moved by hand: the place counts, not the points',
      question([nhat], 'a 95 @2, b 90 @1'),
      'nhat b',
    ],
    ['all together: places count over the fields', question([nhat], 'a 95 @2 / b 90 @1'), 'nhat b'],
    [
      'better in another field is no matter',
      question([nhat], 'a 86 / b 95', { per: 'field' }),
      'nhat a',
    ],
    [
      'the first prize left out, the best has the second',
      question([nhat, nhi], 'a 95, b 90'),
      'nhi a, nhi b',
    ],
    [
      'the first prize may not be left out',
      question([must, nhi], 'a 95'),
      'nhi a',
      'prize_not_withheld nhat',
    ],
    [
      '… in each field',
      question([must], 'a 95 / b 95', { per: 'field' }),
      'nhat a',
      'prize_not_withheld nhat f1',
    ],
    ['… unless nobody reaches it', question([must], 'a 80, b 95 failed'), ''],
    ['… or its quota is zero', question([{ ...must, quota: 0 }], 'a 95'), ''],
    [
      'two prizes for one dossier',
      question([nhat, nhi], 'a 95'),
      'nhat a, nhi a',
      'prize_twice a nhi',
    ],
    [
      'special and ladder for one dossier',
      question([dacBiet, nhat], 'a 95', { per: 'field' }),
      'db a, nhat a',
      'prize_twice a nhat',
    ],
    [
      'the special prize given twice, though in two fields',
      question([dacBiet], 'a 95 / b 95', { per: 'field' }),
      'db a, db b',
      'prize_over_quota db',
    ],
    [
      'the special prize passes over the best of another field',
      question([dacBiet], 'a 92 / b 95', { per: 'field' }),
      'db a',
      'prize_passed_over a db b',
    ],
    [
      'the special prize for one of two equal fields',
      question([dacBiet, nhat], 'a 95 / b 95', { per: 'field' }),
      'db a, nhat b',
      'prize_tie_undecided a db b',
    ],
    [
      'who has the special prize is not passed over',
      question([dacBiet, nhat], 'a 95, b 90', { per: 'field' }),
      'db a, nhat b',
    ],
    [
      'unknown prize and unknown dossier',
      question([nhat], 'a 90'),
      'x a, nhat y',
      'prize_unknown a x',
      'prize_no_contender y nhat',
    ],
  ] as const)
    test(what, () => assert.deepEqual(codes(asked, given), wanted));

  test('a failed dossier wins nothing, though somebody gave it a place', () => {
    const asked = question([kk], 'a 90, b 80');
    const [a, b] = asked.contenders;
    const failed = { ...asked, contenders: [{ ...a!, standing: 'failed' as const }, b!] };
    assert.equal(told(failed)[0], 'kk b');
    assert.deepEqual(codes(failed, 'kk a, kk b'), ['prize_not_standing a kk failed']);
  });

  test('a blank reason is none, and the data says how far it is', () => {
    const asked = question([nhat], 'a 95, b 84.99');
    const [below, passed] = checkAllocation(asked, [{ dossier: 'b', prize: 'nhat', reason: ' ' }]);
    assert.deepEqual(below?.data, { dossier: 'b', prize: 'nhat', floor: 8500, value: 8499 });
    assert.equal(passed?.code, 'prize_passed_over');
  });
});

test('a proposal without open questions passes its own check, and knows no order of input', () => {
  const { between, chance, pick } = chooserFromSeed('prizes');
  let [clean, tied] = [0, 0];
  for (let turn = 0; turn < 400; turn += 1) {
    const fields = between(1, 3);
    const text = Array.from({ length: fields }, (_, field) =>
      Array.from(
        { length: between(0, 9) },
        (_, at) =>
          `${'abc'[field]}${at} ${between(55, 99)}${chance(0.1) ? ' failed' : ''}${chance(0.1) ? ' own' : ''}`,
      ).join(','),
    ).join('/');
    const prizes = [
      prize('db', 1, { special: true, floor: pick([null, 90]) }),
      prize('nhat', between(0, 2), { floor: pick([null, 85]) }),
      prize('nhi', between(1, 3), { floor: pick([null, 70]) }),
      prize('kk', pick([null, 2])),
    ];
    const asked = question(prizes, text, { per: pick(['field', 'overall'] as const) });
    const proposal = proposePrizes(asked);
    const turned = { ...asked, contenders: asked.contenders.toReversed() };
    assert.deepEqual(proposePrizes(turned), proposal);
    const issues = checkAllocation(
      asked,
      proposal.prizes.map((one) => ({ ...one, reason: null })),
    );
    const about = `${text} ${JSON.stringify(prizes.map(({ key, quota, floor }) => [key, quota, floor]))}`;
    if (proposal.open.length === 0) {
      clean += 1;
      assert.deepEqual(issues, [], about);
    } else tied += 1;
    const dossiers = proposal.prizes.map(({ dossier }) => dossier);
    assert.equal(new Set(dossiers).size, dossiers.length, about);
    for (const { dossiers: equal, places } of proposal.open) {
      const left = places.reduce((sum, one) => sum + one.places, 0);
      assert.ok(left < equal.length || places.length > 1, about);
      assert.ok(left <= equal.length, about);
    }
  }
  assert.ok(clean > 50 && tied > 50, `${clean} ${tied}`);
});

describe('prizes that nobody gets', () => {
  /** 'f0 nhat chosen' */
  const empty = (asked: PrizeQuestion, given: string): string[] =>
    emptyPrizes(asked, givenBy(given)).map(({ prize: key, field, why }) =>
      [field, key, why].filter(Boolean).join(' '),
    );
  const givenBy = (text: string): GivenPrize[] =>
    text
      .split(',')
      .filter(Boolean)
      .map((one) => one.trim().split(' '))
      .map(([key = '', dossier = '']) => ({ dossier, prize: key, reason: null }));

  for (const [what, asked, given, ...wanted] of [
    ['all are given', question([nhat, nhi], 'a 90, b 80'), 'nhat a, nhi b'],
    ['the best has less', question([nhat, nhi], 'a 90, b 80'), 'nhi a', 'nhat chosen'],
    ['nobody reaches it', question([nhat, nhi], 'a 80'), 'nhi a', 'nhat floor'],
    ['who has more is not left', question([nhat, nhi], 'a 90'), 'nhat a', 'nhi nobody'],
    ['nobody may win', question([nhat], 'a 90 failed, b 95 below'), '', 'nhat nobody'],
    ['no limit is no place', question([nhat, kk], 'a 90, b 50'), 'nhat a'],
    ['no places', question([prize('x', 0)], 'a 90'), ''],
    [
      'in each field',
      question([nhat], 'a 90/b 91/c 10', { per: 'field' }),
      'nhat b',
      'f0 nhat chosen',
      'f2 nhat floor',
    ],
    ['the special one', question([dacBiet, nhat], 'a 95, b 86'), 'nhat a', 'db chosen'],
  ] as const)
    test(what, () => assert.deepEqual(empty(asked, given), wanted));

  test('the reason is asked for where somebody could have it, and a blank one is none', () => {
    const asked = question([nhat, { ...nhi, withheld: false }], 'a 90, b 80');
    const said = (...reasons: readonly string[]) =>
      withheldIssues(
        asked,
        [],
        reasons.map((reason) => ({ prize: 'nhat', field: null, reason })),
      ).map(({ code, data }) => `${code} ${data?.prize}`);
    assert.deepEqual(said(), ['prize_withheld_unsaid nhat']);
    assert.deepEqual(said(' '), ['prize_withheld_unsaid nhat']);
    assert.deepEqual(said('Chưa xứng đáng'), []);
  });
});
