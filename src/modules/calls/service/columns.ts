import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { isCodeTaken } from '../queries/index.ts';
import { checkEdition, type EditionContent } from '../rules/index.ts';

/** Type of the subject in the event log. */
export const type = 'edition';

/** What it is found by. */
export const searchText = ({ name, years }: EditionContent): string =>
  foldForSearch(`${name} ${years.first} ${years.last}`);

export const contentIssues = (content: EditionContent): Issue[] =>
  checkEdition(content).map((one) => ({ ...one, path: `content.${one.path}` }));

export async function codeIssues(cx: Cx, organisation: string, code: string): Promise<Issue[]> {
  const taken = await isCodeTaken(cx.db, organisation, code);
  return taken ? [issue('code', 'edition_code_taken', { code })] : [];
}

/** Notes what holds from now on under a number. */
export async function insertRevision(
  cx: Cx,
  edition: string,
  { number, content, reason }: { number: number; content: EditionContent; reason: string | null },
): Promise<void> {
  await sql`insert into edition_revision (edition_id, number, content, reason, since)
    values (${edition}, ${number}, ${JSON.stringify(content)}::jsonb, ${reason}, ${cx.clock.now()})`.execute(
    cx.db,
  );
}
