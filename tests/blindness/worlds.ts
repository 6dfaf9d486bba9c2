import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { emit } from '../../src/doors.ts';
import { seededIds } from '../../src/kernel/ids.ts';
import { addAccount, giveGrant } from '../../src/modules/accounts/index.ts';
import { cxOf, smallFederation } from '../../src/modules/activities/testing.ts';
import { entered, type Identity, identities } from '../../src/modules/blinding/testing.ts';
import type { Dossier } from '../../src/modules/dossiers/index.ts';
import { dossierById } from '../../src/modules/dossiers/index.ts';
import { validateDossier } from '../../src/modules/dossiers/service/index.ts';
import { openYouth } from '../../src/modules/dossiers/testing.ts';
import { done } from '../../src/modules/rounds/testing.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { all } from '../../src/platform/database/query.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { localFileStore } from '../../src/platform/files.ts';
import type { Env } from '../../src/platform/http/env.ts';
import { installJobs } from '../../src/platform/jobs/index.ts';
import { type TestClock, testClock } from '../../src/platform/testing.ts';
import { application, worked } from './application.ts';
import { withChance } from './chance.ts';
import { type Bench, judged } from './judging.ts';
import { type Late, published } from './later.ts';
import { type Hiding, type Secrets, secretsOf } from './secrets.ts';

/** The whole product over rows of its own, at one instant, with ids that come again. */
export interface World {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly app: Hono<Env>;
  readonly secrets: Secrets;
  /** Public id of the contest of Sơn La. */
  readonly edition: string;
  /** The dossier whose entrant is the secret. */
  readonly dossier: Dossier;
  /** The dossier of somebody else, who is the same in both worlds, and the secret of its link. */
  readonly other: { readonly dossier: Dossier; readonly token: string };
  readonly bench: Bench;
  /** What there is once the prizes are published; null while it is judged. */
  readonly late: Late | null;
  /** Sums of texts with a salt in them that nobody is given: they tell nothing, and differ. */
  readonly salted: readonly string[];
}

const offices = [
  ['clerk', 'laichau'],
  ['auditor', 'laichau'],
  ['officer', 'sonla-dat'],
  ['clerk', 'sonla'],
  ['leader', 'sonla'],
  ['admin', 'vusta'],
  ['auditor', 'vusta'],
  ['national', 'vusta'],
] as const;

/** Somebody who works in an office; `expert` is somebody signed in who works in none. */
export const emailOf = (role: string, code: string): string => `${role}.${code}@example.vn`;
export const expert = 'expert@example.vn';

/** A database with offices and people who work in them; the same for every world. */
export const blindnessDatabase = (): Promise<Database> =>
  testDatabase({
    name: 'blindness_people',
    fill: async (database) => {
      await installJobs(database.ownerPool);
      const clock = testClock();
      const cx = { ...cxOf(database.db), clock, ids: seededIds('offices', clock) };
      await smallFederation(cx);
      for (const [role, code] of offices) {
        const email = emailOf(role, code);
        await done(execute(cx, addAccount, { email, name: `${role} ${code}` }));
        await done(execute(cx, giveGrant, { email, role, organisation: code }));
      }
      await done(execute(cx, addAccount, { email: expert, name: 'Chuyên gia' }));
    },
  });

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-files-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export interface Making {
  /** In what the two worlds differ. */
  readonly differ: readonly Hiding[];
  /** While it is judged, or when the prizes are published. */
  readonly at?: 'judging' | 'published';
  /** Changes rows of the edition before anybody enters. */
  readonly edition?: (cx: Cx, edition: string) => Promise<unknown>;
  /** What stands between the application and its rows. */
  readonly db?: (db: Cx['db'], secrets: Secrets) => Cx['db'];
  /** Changes the world when it is made: the place for a leak. */
  readonly then?: (world: World) => Promise<unknown>;
}

/** Makes the world with the one or the other secrets over a transaction. */
export const makeWorld = (db: Cx['db'], at: 0 | 1, making: Making): Promise<World> =>
  withChance('world', async () => {
    const secrets = secretsOf(at, making.differ);
    const clock = testClock();
    // The same chance gives the same names: each world keeps its files in a folder of its own.
    const files = localFileStore(path.join(folder, `${at}`));
    const cx: Cx = { ...cxOf(db), clock, ids: seededIds('world', clock), emit, files };
    const edition = await openYouth(cx, 'tre-2026');
    await making.edition?.(cx, edition);
    const first = await entered(cx, edition, secrets.entrant);
    const second = await entered(cx, edition, bystander);
    await worked(cx);
    moveTo(clock, '2026-06-05T08:00:00+07:00');
    for (const { dossier } of [first, second])
      await done(execute(cx, validateDossier, { pid: dossier.pid }));
    await worked(cx);
    // Judged: nobody outside of the office knows of any dossier.
    moveTo(clock, '2026-06-15T08:00:00+07:00');
    const pids = [first.dossier.pid, second.dossier.pid];
    const bench = await judged(cx, edition, pids, secrets);
    await worked(cx);
    const { number } = await dossierById(cx, second.dossier.id);
    const about = { cx, clock, edition, bench, secrets, dossiers: pids, token: second.token };
    const late =
      making.at === 'published' ? await published({ ...about, number: number ?? '' }) : null;
    const app = await application({ ...cx, db: making.db?.(db, secrets) ?? db });
    const world: World = {
      ...{ cx, clock, app, secrets, edition, bench, late, salted: await saltedSums(cx) },
      dossier: await dossierById(cx, first.dossier.id),
      other: { dossier: await dossierById(cx, second.dossier.id), token: second.token },
    };
    await making.then?.(world);
    return world;
  });

async function saltedSums({ db }: Cx): Promise<string[]> {
  const rows = await all(
    db,
    sql<{
      sum: string;
    }>`select v.sha256 as sum from score_version v join assignment a on a.id = v.assignment_id
      order by a.pid, v.number`,
  );
  return rows.map(({ sum }) => sum);
}

/** The contest hides something from somebody in each of its phases, and nothing else from them. */
export const hiding =
  (from: string, what: readonly string[]) =>
  (cx: Cx, edition: string): Promise<unknown> =>
    sql`update edition set content = jsonb_set(content, '{phases}', (select jsonb_agg(jsonb_set(p, '{hidden}',
          coalesce((select jsonb_agg(h) from jsonb_array_elements(p->'hidden') h where h->>'from' <> ${from}), '[]')
          || ${JSON.stringify(what.length === 0 ? [] : [{ from, what }])}::jsonb))
        from jsonb_array_elements(content->'phases') as q(p)))
      where pid = ${edition}`.execute(cx.db);

export const moveTo = (clock: TestClock, iso: string): void =>
  clock.move(Date.parse(iso) - clock.now().getTime());

/** Somebody who is the same in both worlds. */
const bystander: Identity = {
  ...identities[0],
  person: {
    ...identities[0].person,
    name: 'Cà Thị Hom',
    birth: '2011-02-03',
    school: 'Trường THCS Mường La',
    class: '9B',
    representative: 'Cà Văn Pản',
  },
  email: 'hom@example.vn',
  file: 'hom.docx',
};
