import type { Day } from '../../../kernel/day.ts';
import { type PartialDate, parsePartialDate } from '../../../kernel/partial-date.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { beforeName, betweenAuthors } from '../vi/past-words.ts';
import type { PastDossier } from './past/index.ts';

/** An author as a list of past dossiers tells one. */
export interface PastAuthor {
  readonly name: string;
  readonly birth: PartialDate | null;
}

const OTHERS = /^(?:cong su|nhom tac gia|va cong su|nhom|tap the)$|^cung cong su/;

/** The authors of a dossier, with their births where as many are told as there are authors. */
export function pastAuthors(
  { authors, births }: Pick<PastDossier, 'authors' | 'births'>,
  today: Day,
): PastAuthor[] {
  const named = authors
    .split(betweenAuthors)
    .map((one) =>
      one
        .replace(/^\s*\d+[.)]\s*/, '')
        .replace(beforeName, '')
        .trim(),
    )
    .filter((one) => one !== '' && !OTHERS.test(foldForSearch(one)));
  // Whoever 'nhóm tác giả' is, somebody is to be protected.
  const names = named.length > 0 || authors.trim() === '' ? named : [authors.trim()];
  const told = births.split(/[;,\n]/).map((one) => birthIn(one, today));
  return names.map((name, at) => ({
    name,
    birth: told.length === names.length ? told[at]! : null,
  }));
}

function birthIn(text: string, today: Day): PartialDate | null {
  // '15' may be a child's year or a grandmother's: what is not certain is not known.
  const read = parsePartialDate(text, { today });
  return 'ok' in read ? read.ok : null;
}
