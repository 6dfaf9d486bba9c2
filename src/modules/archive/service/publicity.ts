import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type Author, fieldMeaning, mayBePublic, type Publicity } from '../../calls/index.ts';
import { type Award, authorsOf, awardsOf, consentsOf } from '../../dossiers/index.ts';
import { type EntryFacts, factsOf } from '../queries/index.ts';

/** A dossier with what may be public of it today. */
export interface Judged {
  readonly facts: EntryFacts;
  readonly authors: readonly Author[];
  readonly awards: readonly Award[];
  /** By the people of the dossier, in their order. */
  readonly publicity: Publicity;
  /** Every consent that is due is there, and its title is meant to be shown. */
  readonly isPublic: boolean;
}

/**
 * What of some dossiers may be public today, by their ids; those that are no matter of the archive are
 * left out. Four queries, whatever their number. The one place where this is asked: pages, lists, feed
 * and REST read what it gives, never a kept answer.
 */
export async function judge(cx: Cx, ids: readonly string[]): Promise<ReadonlyMap<string, Judged>> {
  if (ids.length === 0) return new Map();
  const today = cx.clock.today();
  const facts = await factsOf(cx.db, ids);
  const authors = await authorsOf(cx.db, ids);
  const answers = await consentsOf(cx.db, ids);
  const awards = await awardsOf(cx.db, ids);
  return new Map(
    facts.map((one) => {
      const people = authors.get(one.id) ?? [];
      const publicity = publicityOf(one, people, answers.get(one.id) ?? [], today);
      return [
        one.id,
        {
          facts: one,
          authors: people,
          awards: awards.get(one.id) ?? [],
          publicity,
          isPublic: publicity.ok && one.title !== '' && showsTitle(one),
        },
      ];
    }),
  );
}

const publicityOf = (
  { edition }: EntryFacts,
  authors: readonly Author[],
  answers: Parameters<typeof mayBePublic>[1],
  today: Day,
): Publicity => mayBePublic(authors, answers, today, edition.content.eligibility);

/** The title is an answer like others: the form says whether it may be shown. */
const showsTitle = ({ edition, form }: EntryFacts): boolean =>
  [edition.content.form, form ?? edition.content.form].every(
    (one) => fieldMeaning(one, 'title')?.public === true,
  );
