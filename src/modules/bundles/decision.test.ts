import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { broken, sound } from '../../platform/testing.ts';
import { cxOf, smallFederation } from '../activities/testing.ts';
import { type RunInput, rerun } from '../assignments/index.ts';
import { canonicalText } from '../calls/index.ts';
import {
  type Allocation,
  allocationOf,
  approveAllocation,
  takeBackAllocation,
} from '../results/index.ts';
import { decision, type Judged, judged, phase, proposed } from '../results/testing.ts';
import { done } from '../rounds/testing.ts';
import { bundleBytes, bundleOf, bundles, checkBundle } from './index.ts';
import { bundlesOf } from './queries.ts';
import { type BundleContent, readZip, writeBundle } from './rules/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const invariants = bundles.invariants!;

/** What the product tells this module. */
const tell: Cx['emit'] = async (cx, happening) => bundles.on?.[happening.name]?.(cx, happening);

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await work(cx);
    await sound(cx.db, invariants);
  });

/** A run of the solver, as the module of assignments keeps it. */
async function ran(cx: Cx, { council, dossiers }: Judged): Promise<void> {
  const [first, second] = [...dossiers.values()];
  const input: RunInput = {
    each: 2,
    balanced: true,
    experts: 0,
    share: 0.05,
    dossiers: [first!, second!].map(({ pid }) => ({ pid, field: 'cntt' })),
    judges: council.judges.map(({ pid }) => ({ pid, most: null, expertise: [] })),
    scores: [
      [9, 4, 7, 1, 5],
      [3, 8, 2, 6, 5],
    ],
    fixed: [],
  };
  const output = rerun(input, 42);
  await sql`insert into assignment_run (id, pid, council_id, phase, seed, settings, input, output, total, bound,
      worst, worst_bound, at)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${council.id}, ${phase}, 42, '{}',
      ${JSON.stringify(input)}::jsonb, ${JSON.stringify(output)}::jsonb, ${output.total}, ${output.bound},
      ${output.worst}, ${output.worst_bound}, ${cx.clock.now()})`.execute(cx.db);
}

async function approved(cx: Cx): Promise<{ all: Judged; allocation: Allocation }> {
  const all = await judged(cx);
  await ran(cx, all);
  const { pid } = await proposed(cx, all);
  await done(execute(cx, approveAllocation, { pid, ...decision }));
  return { all, allocation: (await allocationOf(cx, all.edition))! };
}

describe('the bundle', () => {
  test(
    'recomputes: every sheet, figure, place, paper and prize',
    inTrial(async (cx) => {
      const { allocation } = await approved(cx);
      const verdict = checkBundle(await bundleBytes(cx, allocation));
      assert.ok(verdict.whole);
      assert.deepEqual(verdict.differences, []);
      assert.equal(verdict.ok, true);
      const { sheets, ballots, papers, prizes, dossiers, runs } = verdict.looked;
      assert.deepEqual([sheets, ballots, papers, prizes, dossiers, runs], [20, 1, 5, 3, 4, 1]);
    }),
  );

  test(
    'the same decision gives the same bytes, also later, and those that are kept are these',
    inTrial(async (cx) => {
      const { allocation, all } = await approved(cx);
      const bytes = await bundleBytes(cx, allocation);
      const later = {
        ...cx,
        clock: { now: () => new Date('2031-01-01'), today: () => '2031-01-01' },
      };
      assert.ok((await bundleBytes(later, allocation)).equals(bytes));
      const { sha256, size } = (await bundleOf(cx, all.edition.id))!;
      const verdict = checkBundle(bytes);
      assert.ok(verdict.whole);
      assert.deepEqual([verdict.sha256, bytes.length], [sha256, size]);
    }),
  );

  test(
    'tells nobody by name who judged or who entered',
    inTrial(async (cx) => {
      const { allocation, all } = await approved(cx);
      const text = readZip(await bundleBytes(cx, allocation))!
        .map(({ bytes }) => bytes.toString())
        .join('\n');
      for (const { name } of all.council.judges) assert.ok(!text.includes(name), name);
      for (const told of ['Lò Văn Tác', 'tac.gia@example.vn', 'giam.khao@example.vn', '1980-05-01'])
        assert.ok(!text.includes(told), told);
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      assert.ok(!text.includes(id), 'no inner ids');
    }),
  );

  test(
    'one changed byte in any region is found',
    inTrial(async (cx) => {
      const { allocation } = await approved(cx);
      const bytes = await bundleBytes(cx, allocation);
      const step = Math.max(1, Math.floor(bytes.length / 400));
      // The first and last bytes of every file and of all that is around them, and every so-many-th byte between.
      const edges = readZip(bytes)!.flatMap((entry) => {
        const from = entry.bytes.byteOffset - bytes.byteOffset;
        return [
          from - entry.name.length - 30,
          from - 1,
          from,
          from + entry.bytes.length - 1,
          from + entry.bytes.length,
        ];
      });
      const places = [
        ...edges,
        ...Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) => at * step),
      ];
      for (const at of [
        ...places,
        ...Array.from({ length: 60 }, (_, back) => bytes.length - 1 - back),
      ]) {
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ 0x01;
        assert.equal(checkBundle(changed).ok, false, `byte ${at} of ${bytes.length}`);
      }
    }),
  );
});

describe('a bundle that somebody signs with other figures', () => {
  const forger = generateKeyPairSync('ed25519');
  const pem = forger.publicKey.export({ format: 'pem', type: 'spki' }).toString();

  /** The bundle with a change, signed anew by somebody who holds a key of their own. */
  async function forged(cx: Cx, change: (content: BundleContent) => void): Promise<string[]> {
    const { allocation } = await approved(cx);
    const entries = readZip(await bundleBytes(cx, allocation))!;
    const content = Object.fromEntries(
      entries.map(({ name, bytes }) => [
        name.replace('.json', ''),
        JSON.parse(bytes.toString()) as unknown,
      ]),
    ) as unknown as BundleContent;
    change(content);
    (content.keys as { id: string; pem: string }[]).push({ id: 'f0f0f0f0', pem });
    const bytes = writeBundle(content, canonicalText, (text) => ({
      keyId: 'f0f0f0f0',
      signature: sign(null, Buffer.from(text), forger.privateKey).toString('base64url'),
    }));
    const verdict = checkBundle(bytes);
    assert.ok(verdict.whole, 'it is whole: only the figures are wrong');
    assert.equal(verdict.ok, verdict.differences.length === 0);
    const stored = entries.length > 0 ? checkBundle(bytes, 'ab'.repeat(32)) : null;
    assert.equal(stored?.whole, false, 'another key than the trusted one is told');
    return [...new Set(verdict.differences.map(({ code }) => code))];
  }
  type Loose = { [key: string]: Loose } & Loose[] & { [key: string]: unknown };
  const loose = (value: unknown): Loose => value as Loose;

  const set = (target: unknown, parts: object): void => {
    Object.assign(target as object, parts);
  };
  const result = (content: BundleContent): Loose => loose(content.results)[1]!.outcome!.groups![0]!;
  const ballot = (content: BundleContent): Loose => loose(content.ballots)[0]!;

  const changes: Readonly<
    Record<string, readonly [(content: BundleContent) => void, readonly string[]]>
  > = {
    nothing: [() => {}, []],
    'marks of a sheet': [
      (content) => {
        // Which sheet is first hangs on the ids; not each has full points for a part.
        const sheet = content.sheets.find(({ frozen }) => frozen.includes('"points":60'))!;
        set(sheet, { frozen: sheet.frozen.replace('"points":60', '"points":59') });
      },
      ['text_hash', 'signature_wrong', 'sheet_points', 'outcome'],
    ],
    'a sheet left out': [(content) => void loose(content.sheets).splice(0, 1), ['outcome']],
    'a place': [(content) => set(result(content).rows![0], { place: 2 }), ['outcome']],
    'a calibrated figure': [
      (content) => set(result(content).rows![1]!.points, { calibrated: 9999 }),
      ['outcome'],
    ],
    'a change by hand that was never made': [
      (content) => {
        const { standing, changes: list } = content.results[1]!;
        loose(list).push({ dossier: standing[0], place: 4, reason: 'x' } as never);
      },
      ['outcome'],
    ],
    'what is on a paper': [
      (content) => set(ballot(content).papers![0], { choices: ['no', 'no', 'no', 'no'] }),
      ['ballot_result'],
    ],
    'a paper too many': [
      (content) => {
        const choices = ['yes', 'yes', 'yes', 'yes'];
        ballot(content).papers!.push({ code: 'zzzzz-zzzzz', choices } as never);
      },
      ['ballot_result', 'ballot_voters'],
    ],
    'a threshold': [
      (content) => set(ballot(content).rule, { share: { parts: 9, of: 9 } }),
      ['ballot_result'],
    ],
    'a quorum that nobody reached': [
      (content) => {
        for (const voter of ballot(content).voters!.slice(1)) set(voter, { present: false });
      },
      ['ballot_result'],
    ],
    'a ballot left out': [
      (content) => void loose(content.ballots).splice(0, 1),
      ['prize_not_voted'],
    ],
    'who wins': [
      (content) => {
        const third = content.allocation.prizes.find(({ prize }) => prize === 'ba');
        set(third, { prize: 'nhat' });
      },
      ['prize_below_floor', 'prize_over_quota', 'prize_withheld_unsaid'],
    ],
    'a floor of the edition': [
      (content) => set(content.edition.content.prizes.prizes[0], { floor: 99 }),
      ['allocation_proposed', 'outcome', 'prize_below_floor'],
    ],
    'who was assigned': [
      (content) => {
        const { output } = loose(content.assignments.runs)[0]!;
        loose(output).pairs!.reverse();
      },
      ['run_output'],
    ],
    'what judges were assigned by': [
      (content) =>
        set(content.assignments.runs[0]!.input, {
          scores: [
            [1, 2, 3, 4, 5],
            [5, 4, 3, 2, 1],
          ],
        }),
      ['run_output'],
    ],
    'parts of another shape': [(content) => set(content, { results: 'x' }), ['unreadable']],
  };
  for (const [name, [change, codes]] of Object.entries(changes))
    test(
      name,
      inTrial(async (cx) => {
        assert.deepEqual((await forged(cx, change)).sort(), [...codes].sort());
      }),
    );
});

test('a decision without its bundle is found', () =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await approved(cx);
    await sound(cx.db, invariants);
    await sql`delete from file_link where subject_type = 'decision_bundle'`.execute(cx.db);
    assert.deepEqual(await broken(cx.db, invariants), ['allocation_without_bundle']);
  }));

test('the bundle of a decision that was taken back is kept beside that of the next', () =>
  withRollback(database, async (trx) => {
    const cx: Cx = { ...cxOf(trx), emit: tell };
    const { allocation, all } = await approved(cx);
    const { pid } = allocation;
    const first = (await bundleOf(cx, all.edition.id))!;
    await done(execute(cx, takeBackAllocation, { pid, reason: 'Sai sót' }));
    assert.equal(await bundleOf(cx, all.edition.id), null);
    await sound(cx.db, invariants);
    await done(execute(cx, approveAllocation, { pid, ...decision, decision: '31/QĐ-BTCHT' }));
    await sound(cx.db, invariants);
    const kept = await bundlesOf(cx, all.edition.id);
    assert.deepEqual(kept.map(({ takenBackAt }) => takenBackAt !== null).sort(), [false, true]);
    assert.equal(kept.find(({ takenBackAt }) => takenBackAt !== null)!.sha256, first.sha256);
    const verdict = checkBundle(await bundleBytes(cx, (await allocationOf(cx, all.edition))!));
    assert.ok(verdict.whole && verdict.ok);
    await sql`update decision_bundle set taken_back_at = now()`.execute(cx.db);
    assert.deepEqual((await broken(cx.db, invariants)).sort(), [
      'allocation_without_bundle',
      'bundle_of_taken_back_decision',
    ]);
  }));
