import { sql } from 'kysely';
import { madeText } from '../../kernel/similarity/testing.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../platform/command.ts';
import { execute } from '../../platform/command.ts';
import { all, maybe, one } from '../../platform/database/query.ts';
import {
  createEdition,
  type EditionContent,
  editionByPid,
  editionSamples,
  frozenText,
  openEdition,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import type { FindingState } from './schema.ts';
import { compareDossier, compareImported, importText } from './service/index.ts';

/** An open contest of an organisation, whose form has title, solution and summary; gives its pid. */
export async function openContest(cx: Cx, organisation = 'sonla', code = 'stkt'): Promise<string> {
  const { content } = editionSamples.find((sample) => sample.content.kind === 'technical_contest')!;
  const dated: EditionContent = {
    ...content,
    name: `Hội thi của ${organisation}`,
    phases: content.phases.map((phase, at) => ({
      ...phase,
      opens: `2026-0${at + 1}-01T08:00:00`,
      closes: `2026-0${at + 1}-20T17:00:00`,
    })),
  };
  const { pid } = await done(execute(cx, createEdition, { organisation, code, content: dated }));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

export interface TestDossier {
  /** Public id of its edition. */
  readonly edition: string;
  readonly title?: string;
  readonly text: string;
  /** When it was submitted first. */
  readonly at?: string;
  readonly author?: string;
  /** Id of the dossier that it was made from. */
  readonly source?: string;
}

let made = 0;

/** A dossier as submitting it leaves it; gives its id. */
export async function submittedDossier(cx: Cx, dossier: TestDossier): Promise<string> {
  made += 1;
  const edition = await editionByPid(cx, dossier.edition);
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const title = dossier.title ?? `Giải pháp số ${made}`;
  const at = dossier.at ?? cx.clock.now().toISOString();
  await sql`insert into dossier (id, pid, edition_id, origin, source_id, state, email, working,
      saved_at, entrant, field, title, search, number, submitted, first_submitted_at, submitted_at,
      created_at)
    values (${id}, ${pid}, ${edition.id}, 'link', ${dossier.source ?? null}, 'submitted',
      'dia.chi@example.vn', '{}', ${at}, 'individual', 'cntt', ${title}, ${foldForSearch(title)},
      ${`T-${made}`}, 1, ${at}, ${at}, ${at})`.execute(cx.db);
  await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
    values (${id}, 0, ${`key-${made}`}, ${dossier.author ?? 'Lò Văn Bình'}, '1980-05-01', '{}')`.execute(
    cx.db,
  );
  await version(cx, id, 1, dossier.text);
  return id;
}

/** Submits a dossier again with another text. */
export async function resubmitted(cx: Cx, id: string, text: string): Promise<void> {
  const { number } = await one(
    cx.db,
    sql<{ number: number }>`update dossier set submitted = submitted + 1,
      submitted_at = ${cx.clock.now()} where id = ${id} returning submitted as number`,
  );
  await version(cx, id, number, text);
}

async function version(cx: Cx, id: string, number: number, text: string): Promise<void> {
  const row = await one(
    cx.db,
    sql<{ pid: string; edition: string; title: string }>`select d.pid, e.pid as edition, d.title
      from dossier d join edition e on e.id = d.edition_id where d.id = ${id}`,
  );
  const frozen = frozenText({
    edition: row.edition,
    dossier: row.pid,
    content: 1,
    number,
    field: 'cntt',
    entrant: 'individual',
    answers: { ten: row.title, 'noi-dung': text },
    files: [],
  });
  await sql`insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at,
      receipt, signature, key_id)
    values (${id}, ${number}, 1, ${frozen}, encode(sha256(convert_to(${frozen}, 'UTF8')), 'hex'),
      ${cx.clock.now()}, 'r', 's', 'k')`.execute(cx.db);
}

/** What was found, by the titles of both sides. */
export function found(
  cx: Cx,
): Promise<{ newer: string; earlier: string; score: number; state: FindingState; pid: string }[]> {
  return all(
    cx.db,
    sql<{ newer: string; earlier: string; score: number; state: FindingState; pid: string }>`
      select w.title as newer, p.title as earlier, f.score, f.state, f.pid
      from likeness_finding f join likeness_text w on w.id = f.newer_id
      join likeness_text p on p.id = f.earlier_id order by w.id, p.id`,
  );
}

/** The id of a kept text by its title. */
export const textCalled = async (cx: Cx, title: string): Promise<number | null> =>
  (await maybe(cx.db, sql<{ id: number }>`select id from likeness_text where title = ${title}`))
    ?.id ?? null;

/** Two instants before the test clock's. */
export const early = '2026-03-01T08:00:00+07:00';
export const late = '2026-04-01T08:00:00+07:00';

/** Submits and compares; gives the dossier's id. */
export async function entered(cx: Cx, parts: TestDossier): Promise<string> {
  const id = await submittedDossier(cx, parts);
  await compareDossier(cx, id);
  return id;
}

/** Brings in a text and compares it; it is called 'Bài …'. */
export async function imported(cx: Cx, number: number, text = madeText(number)): Promise<void> {
  const title = `Bài ${number}`;
  await done(execute(cx, importText, { organisation: 'sonla', title, year: 2019, text }));
  await compareImported(cx, (await textCalled(cx, title))!);
}
