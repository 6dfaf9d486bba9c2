import type { Cx } from '../../../platform/command.ts';
import { type MostReadQuestion, mostRead } from '../queries/index.ts';
import type { MostReadRow } from '../schema.ts';
import { namesOf, type ReadName } from './names.ts';

export interface NamedRead extends MostReadRow {
  readonly name: ReadName | null;
}

/** What was read most on a site, with its titles. */
export async function mostReadNamed(cx: Cx, question: MostReadQuestion): Promise<NamedRead[]> {
  return named(cx, question, await mostRead(cx, question));
}

/** Puts titles beside counts. */
export async function named(
  cx: Cx,
  { organisationId, kind }: Pick<MostReadQuestion, 'organisationId' | 'kind'>,
  rows: readonly MostReadRow[],
): Promise<NamedRead[]> {
  const pids = rows.map(({ pid }) => pid);
  const names = await namesOf(cx, organisationId, kind, pids);
  return rows.map((row) => ({ ...row, name: names.get(row.pid) ?? null }));
}
