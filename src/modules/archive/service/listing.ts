import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import {
  type ArchiveFilter,
  type FoundEntry,
  findEntries,
  findEntry,
  newestEntries,
} from '../queries/index.ts';
import { type Judged, judge } from './publicity.ts';
import {
  type ShownAnswer,
  type ShownAuthor,
  shownAnswers,
  shownAuthors,
  shownSummary,
} from './showing.ts';

/** A solution as everybody may see it. */
export interface Shown {
  readonly pid: string;
  readonly title: string;
  readonly field: string | null;
  /** Names of what it won, as they are written. */
  readonly prizes: readonly string[];
  readonly year: number;
  readonly edition: { readonly pid: string; readonly name: string };
  readonly union: FoundEntry['union'];
  /** From a file of a past edition: no more is known, or shown. */
  readonly imported: boolean;
  readonly authors: readonly ShownAuthor[];
  readonly summary: string | null;
  readonly answers: readonly ShownAnswer[];
  readonly since: Date;
}

/** One page of the archive, each row asked anew whether it may be shown. */
export async function publicList(
  cx: Cx,
  filter: ArchiveFilter & { readonly page: number; readonly size: number },
): Promise<{ items: Shown[]; total: number }> {
  const { rows, total } = await findEntries(cx, filter);
  return { items: await shownOf(cx, rows), total };
}

/** What became public last, for the feed. */
export async function newestPublic(
  cx: Cx,
  of: { readonly under: string | null; readonly limit: number },
): Promise<Shown[]> {
  return shownOf(cx, await newestEntries(cx, of));
}

/** One solution. @throws NotFound for what may not be shown, as for what there is not */
export async function publicOne(cx: Cx, under: string | null, pid: string): Promise<Shown> {
  const found = await findEntry(cx, under, pid);
  const [shown] = found === null ? [] : await shownOf(cx, [found]);
  if (shown === undefined) throw new NotFound('solution');
  return shown;
}

async function shownOf(cx: Cx, rows: readonly FoundEntry[]): Promise<Shown[]> {
  const judged = await judge(
    cx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const one = judged.get(row.id);
    return one?.isPublic ? [shown(row, one)] : [];
  });
}

function shown({ pid, since, union }: FoundEntry, judged: Judged): Shown {
  const { facts, awards } = judged;
  const { content, pid: edition } = facts.edition;
  return {
    pid,
    title: facts.title,
    field: content.fields.find(({ code }) => code === facts.field)?.name ?? null,
    prizes: awards.map(({ name }) => name),
    year: content.years.last,
    edition: { pid: edition, name: content.name },
    union,
    imported: facts.origin === 'import',
    authors: shownAuthors(judged),
    summary: shownSummary(judged),
    answers: shownAnswers(judged),
    since,
  };
}
