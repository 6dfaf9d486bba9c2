import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import {
  type Author,
  authorKey,
  closeEdition,
  createEdition,
  type EditionContent,
  editionSamples,
  openEdition,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';

const sample = editionSamples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!.content;

/** The sample contest of young people, with days for all its phases. */
export const contest: EditionContent = {
  ...sample,
  name: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ 8',
  years: { first: 2025, last: 2026 },
  phases: sample.phases.map((phase, at) => ({
    ...phase,
    opens: `2026-0${at + 1}-01T08:00:00`,
    closes: `2026-0${at + 1}-20T17:00:00`,
  })),
};

/** An open edition of a union; gives its ids. */
export async function openContest(cx: Cx, organisation = 'sonla', content = contest) {
  const code = `tre-${cx.ids.pid().slice(0, 6)}`.replace(/\d$/, 'a');
  const { pid } = await done(execute(cx, createEdition, { organisation, code, content }));
  await done(execute(cx, openEdition, { pid }));
  const { id } = await one(cx.db, sql<{ id: string }>`select id from edition where pid = ${pid}`);
  return { id, pid, close: () => done(execute(cx, closeEdition, { pid })) };
}

export interface TestAuthor {
  readonly name: string;
  readonly birth: string | null;
  readonly details?: Readonly<Record<string, string>>;
}

export interface Entered {
  readonly title?: string;
  readonly state?: string;
  readonly authors: readonly TestAuthor[];
  readonly award?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** A dossier as it stands after it was submitted; gives its ids. */
export async function entered(cx: Cx, edition: { id: string; pid: string }, of: Entered) {
  const [id, pid, now] = [cx.ids.uuid(), cx.ids.pid(), cx.clock.now()];
  const { content } = await one(
    cx.db,
    sql<{ content: EditionContent }>`select content from edition where id = ${edition.id}`,
  );
  const titled = content.form.find(({ means }) => means === 'title')!.key;
  const title = of.title ?? 'Máy gieo hạt';
  const field = content.fields[0]!.code;
  const answers = { [titled]: title, ...of.answers };
  const frozen = JSON.stringify({ edition: edition.pid, dossier: pid, number: 1, answers });
  const sha256 = createHash('sha256').update(frozen).digest('hex');
  await sql`insert into dossier (id, pid, edition_id, origin, state, working, saved_at, entrant, field,
      title, search, number, submitted, first_submitted_at, submitted_at, created_at)
    values (${id}, ${pid}, ${edition.id}, 'paper', ${of.state ?? 'valid'},
      ${JSON.stringify({ entrant: 'group', field, answers })}::jsonb, ${now}, 'group', ${field},
      ${title}, '', ${pid}, 1, ${now}, ${now}, ${now})`.execute(cx.db);
  await sql`insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at,
      receipt, signature, key_id)
    values (${id}, 1, 1, ${frozen}, ${sha256}, ${now}, '', '', '')`.execute(cx.db);
  for (const [at, author] of of.authors.entries())
    await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
      values (${id}, ${at + 1}, ${keyOf(author)}, ${author.name}, ${author.birth},
        ${JSON.stringify(author.details ?? {})}::jsonb)`.execute(cx.db);
  if (of.award !== undefined)
    await sql`insert into dossier_award (id, dossier_id, level, name, year, recorded_at)
      values (${cx.ids.uuid()}, ${id}, 'province', ${of.award}, 2026, ${now})`.execute(cx.db);
  return { id, pid };
}

export const keyOf = ({ name, birth }: Pick<Author, 'name' | 'birth'>): string =>
  authorKey(name, birth);

/** What a party answers to the question whether the dossier may be published. */
export async function answered(
  cx: Cx,
  dossier: { id: string },
  author: TestAuthor,
  party: 'author' | 'representative',
  given = true,
): Promise<void> {
  await sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
    values (${cx.ids.uuid()}, ${dossier.id}, ${keyOf(author)}, ${party}, 'publish', ${given}, 'test',
      'paper', ${cx.clock.now()})`.execute(cx.db);
}
