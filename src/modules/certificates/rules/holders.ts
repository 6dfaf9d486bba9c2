import type { Author, EntrantKind } from '../../calls/index.ts';
import type { IssuedPer } from './design.ts';

export type HolderKind = 'person' | 'group' | 'organisation';

/** Whom a certificate is issued to. */
export interface Holder {
  /** Key of the author; empty: the dossier as a whole. */
  readonly key: string;
  readonly kind: HolderKind;
  /** At least one, as they are printed. */
  readonly names: readonly string[];
  /** School or workplace, where all have the same one. */
  readonly unit: string | null;
}

export interface Won {
  readonly entrant: EntrantKind | null;
  readonly authors: readonly Pick<Author, 'key' | 'name' | 'details'>[];
  /** Of an organisation that entered; null where the form does not tell. */
  readonly organisation: string | null;
}

const tidy = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim();

const unitOf = ({ details }: Won['authors'][number]): string =>
  tidy(String(details.school ?? details.workplace ?? ''));

/** Who gets a certificate for what a dossier won; nobody where no name is known. */
export function holdersOf({ entrant, authors, organisation }: Won, per: IssuedPer): Holder[] {
  if (entrant === 'organisation' && organisation !== null && tidy(organisation) !== '') {
    return [{ key: '', kind: 'organisation', names: [tidy(organisation)], unit: null }];
  }
  const named = authors.filter(({ name }) => tidy(name) !== '');
  if (per === 'person') {
    // Two rows of one human are one human.
    const humans = new Map(named.map((author) => [author.key, author]));
    return [...humans.values()].map((author) => ({
      key: author.key,
      kind: 'person',
      names: [tidy(author.name)],
      unit: unitOf(author) || null,
    }));
  }
  if (named.length === 0) return [];
  const units = new Set(named.map(unitOf));
  const [unit = ''] = units;
  return [
    {
      key: '',
      kind: named.length === 1 ? 'person' : 'group',
      names: named.map(({ name }) => tidy(name)),
      unit: units.size === 1 && unit !== '' ? unit : null,
    },
  ];
}
