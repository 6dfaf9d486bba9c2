// So many entrants who have everything ready and only have to submit.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { technicalDossiers } from '../../src/demo/dossier-texts.ts';
import { vietnamDay } from '../../src/kernel/clock.ts';
import {
  createEdition,
  editionSamples,
  localSecond,
  openEdition,
} from '../../src/modules/calls/index.ts';
import { addFile, saveDraft, startDossier } from '../../src/modules/dossiers/index.ts';
import { type Cx, execute, type Outcome } from '../../src/platform/command.ts';
import { saveFile } from '../../src/platform/files.ts';
import { listOutbox } from '../../src/platform/mail.ts';
import { tokenHash } from '../../src/platform/tokens.ts';

export interface Entrants {
  /** Public id of the edition. */
  readonly edition: string;
  /** Secrets of the links, one for each dossier. */
  readonly tokens: readonly string[];
  /** The first instant that is too late. */
  readonly closes: Date;
}

const site = 'https://hoi.example';
const email = 'nguoi-du-thi@example.vn';

async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.value;
}

/** An open technical contest of `organisation` whose dossiers are taken until `closes`, its second included. */
async function contest(cx: Cx, organisation: string, code: string, closes: Date): Promise<string> {
  const { content } = editionSamples.find((one) => one.code === 'sang-tao-ky-thuat')!;
  const phases = content.phases.map((phase, at) => ({
    ...phase,
    opens: at === 0 ? `${vietnamDay(cx.clock.now())}T00:00:00` : '2099-01-01T00:00:00',
    closes: at === 0 ? localSecond(closes) : '2099-12-31T23:59:59',
  }));
  const made = { organisation, code, content: { ...content, phases } };
  const { pid } = await done(execute(cx, createEdition, made));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

/** One dossier through the commands that the pages use, everything filled in. */
async function written(cx: Cx, edition: string): Promise<string> {
  const { pid } = await done(execute(cx, startDossier, { edition, email, site }));
  const letter = (await listOutbox(cx.db, 5)).find(({ to }) => to === email);
  const token = /\/ho-so\/([0-9a-f]{40})/.exec(letter?.text ?? '')?.[1] ?? '';
  const { entrant, field, answers } = technicalDossiers[1]!;
  await done(execute(cx, saveDraft, { token, entrant, field, answers }));
  for (const key of ['phieu', 'toan-van']) {
    const bytes = Buffer.from(`%PDF-1.4\n% ${key}\ntrailer<<>>\n%%EOF\n`);
    const file = await done(saveFile(cx, cx.files, { name: `${key}.pdf`, bytes, limit: 1e6 }));
    await done(execute(cx, addFile, { token, field: key, file: file.pid }));
  }
  return pid;
}

/** Makes the contest and its dossiers: the first by the commands, the others as copies of it. */
export async function entrants(
  cx: Cx,
  {
    organisation,
    code,
    closes,
    count,
  }: {
    readonly organisation: string;
    readonly code: string;
    readonly closes: Date;
    readonly count: number;
  },
): Promise<Entrants> {
  const edition = await contest(cx, organisation, code, closes);
  const model = await written(cx, edition);
  const tokens = Array.from({ length: count }, () => randomBytes(20).toString('hex'));
  const rows = tokens.map((token) => ({
    id: cx.ids.uuid(),
    pid: cx.ids.pid(),
    hash: tokenHash(token),
  }));
  const ids = rows.map((row) => row.id);
  await sql`insert into dossier (id, pid, edition_id, origin, email, working, saved_at, title, search,
      created_at)
    select r.id, r.pid, m.edition_id, m.origin, m.email, m.working, m.saved_at, m.title, m.search,
      m.created_at
    from dossier m, unnest(${ids}::uuid[], ${rows.map((row) => row.pid)}::text[]) r (id, pid)
    where m.pid = ${model}`.execute(cx.db);
  await sql`insert into dossier_link (token_hash, dossier_id, email, created_at, expires_at)
    select r.hash, r.id, ${email}, ${cx.clock.now()}, ${new Date(Date.now() + 864e5)}
    from unnest(${ids}::uuid[], ${rows.map((row) => row.hash)}::bytea[]) r (id, hash)`.execute(
    cx.db,
  );
  await sql`insert into dossier_file (dossier_id, file_id, field, position)
    select r.id, f.file_id, f.field, f.position from dossier m
      join dossier_file f on f.dossier_id = m.id, unnest(${ids}::uuid[]) r (id)
    where m.pid = ${model}`.execute(cx.db);
  await sql`insert into file_link (file_id, subject_type, subject_id, organisation_id, sort)
    select l.file_id, l.subject_type, r.id, l.organisation_id, l.sort from dossier m
      join file_link l on l.subject_type = 'dossier' and l.subject_id = m.id, unnest(${ids}::uuid[]) r (id)
    where m.pid = ${model}`.execute(cx.db);
  return { edition, tokens, closes: new Date(Math.floor(closes.getTime() / 1000) * 1000 + 1000) };
}

export interface Kept {
  readonly number: string;
  readonly receivedAt: Date;
  readonly receipt: string;
  readonly signature: string;
  readonly keyId: string;
  readonly sound: boolean;
}

/** What the database has of these links: the receipt of each dossier that was submitted. */
export async function keptOf(
  cx: Cx,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  const hashes = tokens.map(tokenHash);
  const { rows } = await sql<Kept & { hash: Buffer }>`select l.token_hash as hash, d.number,
      v.received_at as "receivedAt", v.receipt, v.signature, v.key_id as "keyId",
      d.state = 'submitted' and v.sha256 = encode(sha256(convert_to(v.frozen, 'UTF8')), 'hex')
        and v.receipt::jsonb->>'sha256' = v.sha256 and v.receipt::jsonb->>'number' = d.number as sound
    from dossier_link l join dossier d on d.id = l.dossier_id
      join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
    where l.token_hash = any(${hashes}::bytea[])`.execute(cx.db);
  const byHash = new Map(rows.map(({ hash, ...kept }) => [hash.toString('hex'), kept]));
  return new Map(
    tokens.flatMap((token, at) => {
      const kept = byHash.get(hashes[at]!.toString('hex'));
      return kept === undefined ? [] : [[token, kept]];
    }),
  );
}
