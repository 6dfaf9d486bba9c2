import { sql } from 'kysely';
import { all } from '../../src/platform/database/query.ts';
import type { DemoProduct } from '../../src/testing.ts';
import { samples } from '../support/addresses.ts';
import { phase } from './judging.ts';
import type { Persona } from './people.ts';
import type { World } from './worlds.ts';

/** Every address that the application answers a method at, with the public ids of Sơn La's records in it. */
export async function addresses(
  world: World,
  persona: Persona,
  isAsked: (method: string) => boolean,
): Promise<{ readonly method: string; readonly address: string }[]> {
  const { app, cx } = world;
  const query = async (text: string) => ({ rows: (await sql.raw(text).execute(cx.db)).rows });
  // What `samples` needs of the product that it is given.
  const product = {
    app,
    runtime: { cx: () => cx, database: { ownerPool: { query } } },
  } as unknown as DemoProduct;
  const known = await samples(product);
  const own = await ownIds(world, persona);
  const patterns = app.routes
    .filter(({ method, path }) => isAsked(method) && !path.includes('*'))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, '') || '/'}`);
  return [...new Set(patterns)]
    .sort()
    .flatMap((one) => {
      const [method = '', pattern = ''] = one.split(' ');
      const filled = filledIn(pattern, (part) => known.fill(part, 'sonla'), own);
      // The same records, asked for at one's own office.
      const { office } = persona;
      const there = office === null ? filled : filled.replace(/^\/vp\/sonla\b/, `/vp/${office}`);
      const found = there === filled ? [filled] : [filled, there];
      const asked = method === 'GET' ? found.flatMap((address) => questioned(world, address)) : [];
      return [...found, ...asked].map((address) => ({ method, address }));
    })
    .filter(({ address }) => !/^\/(assets|dang-xuat|health)/.test(address));
}

/** An address that wants to be told more, with what it wants. */
function questioned({ edition, bench }: World, address: string): string[] {
  const inPhase = `giai-doan=${phase}`;
  const questions: readonly (readonly [RegExp, string])[] = [
    [/\/(dossiers|blind-dossiers|ballots|certificates|likeness-findings)$/, `edition=${edition}`],
    [/\/editions\/\w+\/(score-sheets|votes|assignments)$/, `phase=${phase}`],
    [/\/likeness-texts$/, 'org=sonla'],
    [/\/bien-ban(\/chot|\.docx)?$/, `hoi-dong=${bench.council}&${inPhase}`],
    [/\/cap-so$/, 'van-ban=proposal'],
    [/\/(cham|cham\.xlsx|binh-chon|ket-qua|vao-vong-sau|diem\/\w{16}.*)$/, inPhase],
  ];
  return questions.filter(([at]) => at.test(address)).map(([, asked]) => `${address}?${asked}`);
}

/** Behind a link the records that are somebody else's are asked for by their own ids. */
async function ownIds(world: World, { token }: Persona): Promise<Readonly<Record<string, string>>> {
  const { cx, bench, dossier, late } = world;
  const pids = await all(
    cx.db,
    sql<{ what: string; pid: string }>`(select 'assignment' as what, a.pid from assignment a
        where a.judge_id = ${bench.colleague.id} and a.dossier_id = ${dossier.id})
      union all (select 'file', f.pid from blind_file f where f.dossier_id = ${dossier.id}
        order by f.pid limit 1)`,
  );
  const pidOf = (what: string) => pids.find((one) => one.what === what)?.pid ?? '0'.repeat(16);
  return {
    token,
    assignment: pidOf('assignment'),
    file: pidOf('file'),
    ballot: late?.closed ?? '0'.repeat(16),
    dossier: dossier.pid,
    edition: world.edition,
    council: bench.council,
    phase,
    code: 'sonla',
    org: 'sonla',
  };
}

function filledIn(
  pattern: string,
  fill: (pattern: string) => string,
  own: Readonly<Record<string, string>>,
): string {
  const byName = () =>
    pattern.replace(
      /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
      (_whole, name: string) => own[name] ?? own.dossier!,
    );
  if (/^\/(giam-khao|ho-so)\/:token/.test(pattern)) return byName();
  try {
    return fill(pattern);
  } catch {
    // The table of samples does not know it.
    return byName();
  }
}
