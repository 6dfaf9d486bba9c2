import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { buildApp } from '../../src/app.tsx';
import { emit } from '../../src/doors.ts';
import { seededIds } from '../../src/kernel/ids.ts';
import { addAccount, giveGrant } from '../../src/modules/accounts/index.ts';
import { cxOf, smallFederation } from '../../src/modules/activities/testing.ts';
import { addAssignment, assignmentsOf } from '../../src/modules/assignments/index.ts';
import { entered, type Identity, identities } from '../../src/modules/blinding/testing.ts';
import { editionByPid } from '../../src/modules/calls/index.ts';
import { acceptedJudge, councilWith, type MadeJudge } from '../../src/modules/councils/testing.ts';
import type { Dossier } from '../../src/modules/dossiers/index.ts';
import { dossierById } from '../../src/modules/dossiers/index.ts';
import { validateDossier } from '../../src/modules/dossiers/service/index.ts';
import { openYouth } from '../../src/modules/dossiers/testing.ts';
import { signSheet } from '../../src/modules/reviews/index.ts';
import { done } from '../../src/modules/rounds/testing.ts';
import { modules } from '../../src/modules.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import { projectRoot } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { all } from '../../src/platform/database/query.ts';
import { testDatabase, withRollback } from '../../src/platform/database/testing.ts';
import { setRootCode } from '../../src/platform/http/addresses.ts';
import { type Assets, buildAssets } from '../../src/platform/http/assets.ts';
import type { Env } from '../../src/platform/http/env.ts';
import { installJobs } from '../../src/platform/jobs/index.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { SignIn } from '../../src/platform/sign-in.ts';
import { type TestClock, testClock } from '../../src/platform/testing.ts';
import { localUploads } from '../../src/platform/uploads.ts';

/** Everything that is somebody's secret in a world: two worlds differ in nothing else. */
export interface Secrets {
  /** Who entered the dossier. */
  readonly entrant: Identity;
  /** Who judges it beside the judge that looks, and how many points that one gives for each part. */
  readonly colleague: Colleague;
  readonly points: number;
  /** Whether the contest hides it at all: false only to see that a test would tell. */
  readonly hides: boolean;
}

interface Colleague {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly email: string;
  readonly phone: string;
}

const colleagues: readonly [Colleague, Colleague] = [
  {
    name: 'Quàng Văn Hặc',
    title: 'TS.',
    unit: 'Trường Cao đẳng Sơn La',
    email: 'hac@example.vn',
    phone: '0912 345 671',
  },
  {
    name: 'Trần Thị Diệu Linh',
    title: 'PGS.TS.',
    unit: 'Bệnh viện Đa khoa tỉnh',
    email: 'dieulinh.tran@example.vn',
    phone: '0987 654 328',
  },
];

/** The same world but for what is secret in it. */
export const secretsOf = (at: 0 | 1): Secrets => ({
  entrant: identities[at],
  colleague: colleagues[at],
  points: at === 0 ? 1 : 4,
  hides: true,
});

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
  /** The secret of the link of somebody else who entered. */
  readonly otherToken: string;
  /** The secret of the link of a judge of both dossiers, who has signed nothing yet. */
  readonly judgeToken: string;
  /** Headers by which the application takes a request for that person's. */
  as(email: string): Promise<Headers>;
  /** Does all that waits to be done by the worker, also what that orders. */
  work(): Promise<void>;
}

/** A database with offices and people who work in them; of every world the same. */
export function blindnessDatabase(): Promise<Database> {
  return testDatabase({
    name: 'blindness',
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
    },
  });
}

const offices = [
  ['clerk', 'laichau'],
  ['officer', 'sonla-dat'],
] as const;

/** Somebody who works in an office. */
export const emailOf = (role: string, code: string): string => `${role}.${code}@example.vn`;

/** Makes a world in which these are the secrets, and takes it away in the end. */
export function inWorld<T>(
  database: Database,
  secrets: Secrets,
  look: (world: World) => Promise<T>,
): Promise<T> {
  return withRollback(database, async (trx) => {
    const clock = testClock();
    const ids = seededIds('world', clock);
    const cx: Cx = { ...cxOf(trx), clock, ids, emit };
    const edition = await openYouth(cx, 'tre-2026');
    if (!secrets.hides) await hideNothing(cx, edition);
    const first = await entered(cx, edition, secrets.entrant);
    const second = await entered(cx, edition, bystander);
    const work = () => worked(cx);
    await work();
    moveTo(clock, '2026-06-05T08:00:00+07:00');
    for (const { dossier } of [first, second])
      await done(execute(cx, validateDossier, { pid: dossier.pid }));
    await work();
    // Judged: nobody outside of the office knows of any dossier.
    moveTo(clock, '2026-06-15T08:00:00+07:00');
    const judge = await judged(cx, edition, [first.dossier.pid, second.dossier.pid], secrets);
    await work();
    return look({
      cx,
      clock,
      app: await application(cx),
      secrets,
      edition,
      dossier: await dossierById(cx, first.dossier.id),
      otherToken: second.token,
      judgeToken: judge.token,
      as: (email) => signedIn(cx, email),
      work,
    });
  });
}

const hideNothing = (cx: Cx, edition: string) =>
  sql`update edition set content = jsonb_set(content, '{phases}', (select jsonb_agg(
      jsonb_set(p, '{hidden}', '[]')) from jsonb_array_elements(content->'phases') as q(p)))
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

const phase = 'so-khao';

/** A council of three, two of whom judge both dossiers; the secret one has signed. Gives the other one. */
async function judged(
  cx: Cx,
  edition: string,
  dossiers: readonly string[],
  { colleague, points }: Secrets,
): Promise<MadeJudge> {
  const chair = await acceptedJudge(cx, edition, {
    ...{ name: 'Cầm Thị Vân', email: 'van@example.vn', unit: 'Sở Khoa học và Công nghệ' },
  });
  const judge = await acceptedJudge(cx, edition, {
    ...{ name: 'Đèo Văn Ính', email: 'inh@example.vn', unit: 'Sở Giáo dục và Đào tạo' },
  });
  const other = await acceptedJudge(cx, edition, colleague);
  const council = await councilWith(cx, edition, {
    name: 'Hội đồng giám khảo',
    judges: [chair, { judge, role: 'member' }, { judge: other, role: 'member' }],
  });
  for (const dossier of dossiers)
    for (const { pid } of [judge, other])
      await done(
        execute(cx, addAssignment, {
          ...{ council: council.pid, phase, dossier, judge: pid, reason: 'Để thử' },
        }),
      );
  const { content, id } = await editionByPid(cx, edition);
  const { rubric } = content.phases.find(({ key }) => key === phase)!;
  const { parts } = content.rubrics.find(({ key }) => key === rubric)!;
  const marks = Object.fromEntries(
    parts.map(({ key, kind }) => [
      key,
      kind === 'gate'
        ? { answer: 'yes', comment: `${points}` }
        : { points, comment: `${points} điểm` },
    ]),
  );
  const own = await assignmentsOf(cx, { editionId: id, phase, judgeId: other.id });
  for (const { pid, version: _ } of own) {
    const sent = { token: other.token, assignment: pid, marks, version: 0, dossier: 1 };
    await done(execute(cx, signSheet, sent));
  }
  return judge;
}

async function worked(cx: Cx): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    const jobs = await all(
      cx.db,
      sql<{ id: string; name: string; payload: unknown }>`select j.id::text as id,
          t.identifier as name, j.payload
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        order by j.id`,
    );
    if (jobs.length === 0) return;
    for (const { id, name, payload } of jobs) {
      await sql`delete from graphile_worker._private_jobs where id = ${id}::bigint`.execute(cx.db);
      const handler = modules.flatMap(({ jobs: own }) => own?.handlers?.[name] ?? [])[0];
      // Letters wait in the outbox: they are looked at there.
      await handler?.(cx, payload);
    }
  }
  throw new Error('the work of this world never ends');
}

let assets: Promise<Assets> | undefined;
const uploads = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
process.once('exit', () => rmSync(uploads, { recursive: true, force: true }));

async function application(cx: Cx): Promise<Hono<Env>> {
  setRootCode('vusta');
  assets ??= buildAssets(projectRoot);
  return buildApp({
    db: cx.db,
    clock: cx.clock,
    ids: cx.ids,
    assets: await assets,
    log: silentLog,
    version: 'test',
    services: {
      files: cx.files,
      keys: cx.keys,
      uploads: localUploads(uploads),
      signIn,
      demo: false,
      publicUrl: 'https://hoi.example',
      trustProxy: false,
    },
  });
}

const account = 'x-account-of-a-test';

// Who asks stands in a header: nothing of a session is random.
const signIn: SignIn = {
  accountOf: async (headers) => {
    const userId = headers.get(account);
    return userId === null ? null : { userId, sessionId: userId };
  },
  byPassword: async () => ({ ok: false, reason: 'refused' }),
  requestLink: async () => 'sent',
  byLink: async () => ({ ok: false, reason: 'refused' }),
  signOut: async () => [],
  changePassword: async () => ({ ok: false, reason: 'refused' }),
};

async function signedIn(cx: Cx, email: string): Promise<Headers> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select id from auth_user where email = ${email}`,
  );
  if (rows[0] === undefined) throw new Error(`nobody is ${email}`);
  return new Headers({ [account]: rows[0].id, 'sec-fetch-site': 'same-origin' });
}
