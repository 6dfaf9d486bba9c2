// Copies looked for among so many texts that the database keeps: through the product's own search.

import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { KEPT_BELOW, MOST_TEXTS, sketchOf, wordsOf } from '../../src/kernel/similarity/index.ts';
import { madeText } from '../../src/kernel/similarity/testing.ts';
import { findLikenesses } from '../../src/modules/likenesses/index.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { copyText } from '../../src/platform/database/copying.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { exponent, median, quantile, row, shown } from './figures.ts';
import { inCopy } from './programs.ts';
import { copies } from './similarity.ts';

const sizes = (process.env.BENCH_TEXTS ?? '1000,10000,100000').split(',').map(Number);
const queries = 100;

/** Asks for copies at each size, in a copy of the folder; at the largest also before any ANALYZE. */
export function measureLikenesses(demo: string): Promise<void> {
  return inCopy(demo, async (data) => {
    const runtime = await openRuntime(
      loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }),
    );
    try {
      const middle: number[] = [];
      let had = 0;
      for (const size of sizes) {
        const last = size === sizes.at(-1);
        await keepUntil(runtime, had, size);
        had = size;
        if (last) tell(size, 'just written, never analysed', await askAll(runtime, size), true);
        await runtime.database.ownerPool.query(
          'vacuum analyze likeness_text, likeness_posting, likeness_frequent',
        );
        const all = await askAll(runtime, size);
        middle.push(median(all.flatMap(({ taken }) => taken)));
        tell(size, 'analysed', last ? all : all.slice(0, 1), last);
      }
      row('likenesses by the number of texts', `exponent ${shown(exponent(sizes, middle))}`, '');
    } finally {
      await runtime.close();
    }
  });
}

interface Asked {
  readonly what: string;
  readonly recall: number;
  readonly others: number;
  readonly taken: readonly number[];
}

async function askAll(runtime: Runtime, size: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [what, copy] of Object.entries(copies)) {
    const taken: number[] = [];
    let [right, others] = [0, 0];
    for (let turn = -5; turn < queries; turn += 1) {
      const source = (Math.abs(turn) * 7919) % size;
      const text = copy(madeText(source), turn);
      const begun = performance.now();
      const found = await findLikenesses(runtime.database.db, text);
      if (turn < 0) continue;
      taken.push(performance.now() - begun);
      if (found.some(({ id }) => id === source + 1)) right += 1;
      others += found.filter(({ id }) => id !== source + 1).length;
    }
    asked.push({ what, recall: right / queries, others, taken });
  }
  return asked;
}

function tell(size: number, when: string, asked: readonly Asked[], held: boolean): void {
  for (const { what, recall, others, taken } of asked) {
    const found = what.startsWith('no ') ? '' : `; found ${shown(recall * 100)} %`;
    row(
      `likenesses among ${shown(size)} texts in the database (${when}), ${what}: p50, p95`,
      `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms${found}; others shown: ${others}`,
      held ? 'p95 ≤ 100 ms; ≥ 95 %' : '',
    );
  }
}

/** Writes the texts of these numbers as an import would leave them, without its one row at a time. */
async function keepUntil({ database }: Runtime, from: number, until: number): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('alter table likeness_text disable trigger likeness_text_keys');
    for (const table of ['likeness_text', 'likeness_posting', 'likeness_frequent'])
      await client.query(`alter table ${table} set (autovacuum_enabled = off)`);
    for (let number = from; number < until; number += 1000)
      await keep(client, number, Math.min(until, number + 1000));
    await client.query(`delete from likeness_frequent`);
    await client.query(`insert into likeness_frequent select key, count(*) from likeness_posting
      where key < ${KEPT_BELOW} group by key having count(*) > ${MOST_TEXTS}`);
    await client.query('alter table likeness_text enable trigger likeness_text_keys');
  } finally {
    client.release(true);
  }
}

async function keep(client: pg.ClientBase, from: number, until: number): Promise<void> {
  const [texts, postings]: [string[], string[]] = [[], []];
  for (let number = from; number < until; number += 1) {
    const body = madeText(number);
    const { words, limit, keys } = sketchOf(wordsOf(body));
    const id = number + 1;
    texts.push(`${id}\t${body.length}\t${copyText(body)}\t${words}\t${limit}\t{${keys}}\n`);
    for (const key of keys) postings.push(`${key}\t${id}\n`);
  }
  await client.query(`create temp table if not exists fresh
    (id integer, length integer, body text, words integer, key_limit integer, keys integer[])`);
  await client.query('truncate fresh');
  await pipeline([texts.join('')], client.query(copyFrom('copy fresh from stdin')));
  await client.query(`insert into likeness_text (id, pid, organisation_id, title, origin, body, sha256,
      words_sha256, imported_sha256, words, key_limit, keys, key_count, kept_at)
    select f.id, lpad(f.id::text, 16, '0'), (select id from organisation limit 1), 'Text ' || f.id,
      'bench.csv', f.body, encode(sha256(convert_to(f.body, 'UTF8')), 'hex'), f.id::text, f.id::text,
      f.words, f.key_limit, f.keys, cardinality(f.keys), now() from fresh f`);
  await pipeline(
    [postings.join('')],
    client.query(copyFrom('copy likeness_posting (key, text_id) from stdin')),
  );
}
