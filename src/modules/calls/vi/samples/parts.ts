import type {
  DateField,
  DeclarationField,
  EntrantKind,
  FilesField,
  FileType,
  LongTextField,
  Meaning,
  MoneyField,
  PeopleField,
  PersonColumn,
  Phase,
  PhaseAct,
  PhaseReview,
  Prize,
  TextField,
} from '../../rules/content/index.ts';

// Pieces that the samples are put together from.

interface Own {
  readonly help?: string;
  readonly required?: boolean;
  readonly for?: readonly EntrantKind[];
  readonly means?: Meaning;
  readonly public?: boolean;
  readonly identifies?: boolean;
}

const base = (key: string, label: string, own: Own) => ({
  key,
  label,
  help: own.help ?? null,
  required: own.required ?? true,
  for: own.for ?? [],
  means: own.means ?? null,
  public: own.public ?? false,
  identifies: own.identifies ?? false,
});

export const line = (key: string, label: string, own: Own = {}, max = 200): TextField => ({
  ...base(key, label, own),
  kind: 'text',
  max,
});

/** A long text of at most so many words. */
export const words = (key: string, label: string, max: number, own: Own = {}): LongTextField => ({
  ...base(key, label, own),
  kind: 'long_text',
  words: { min: null, max },
  characters: { min: null, max: null },
});

export const month = (key: string, label: string, own: Own = {}): DateField => ({
  ...base(key, label, own),
  kind: 'date',
  precision: 'month',
  future: false,
});

export const benefit = (key: string, label: string, own: Own = {}): MoneyField => ({
  ...base(key, label, own),
  kind: 'money',
  bounds: { min: 0, max: null },
  split: true,
});

export const people = (
  key: string,
  label: string,
  asks: readonly PersonColumn[],
  needs: readonly PersonColumn[],
  count: { readonly min: number; readonly max: number },
  shares: boolean,
): PeopleField => ({
  ...base(key, label, { means: 'authors' }),
  kind: 'people',
  count,
  shares,
  asks,
  needs,
});

const MEGA = 1024 * 1024;

export const attached = (
  key: string,
  label: string,
  types: readonly FileType[],
  count: { readonly min: number | null; readonly max: number | null },
  own: Own = {},
  megabytes = 20,
): FilesField => ({
  ...base(key, label, own),
  kind: 'files',
  types,
  size: megabytes * MEGA,
  count,
});

export const declare = (key: string, label: string, text: string): DeclarationField => ({
  ...base(key, label, {}),
  kind: 'declaration',
  words: text,
});

/** A prize of the ladder; the money is that of one real province and year. */
export const prize = (
  key: string,
  name: string,
  money: number | null,
  quota: number | null,
  special = false,
): Prize => ({ key, name, money, quota, floor: null, withheld: true, special });

/** A phase whose days are not set: a sample belongs to no year. */
export const phase = (
  key: string,
  name: string,
  permits: Partial<
    Readonly<Record<'entrant' | 'secretariat' | 'judge' | 'chair' | 'public', readonly PhaseAct[]>>
  >,
  own: Partial<Pick<Phase, 'hidden' | 'rubric' | 'review'>> = {},
): Phase => ({
  key,
  name,
  opens: null,
  closes: null,
  permits: Object.entries(permits).map(([who, may]) => ({
    who: who as Phase['permits'][number]['who'],
    may: may ?? [],
  })),
  hidden: own.hidden ?? [],
  rubric: own.rubric ?? null,
  review: own.review ?? null,
});

export const blind: Phase['hidden'] = [
  { from: 'judge', what: ['authors', 'judges', 'scores', 'results'] },
  { from: 'entrant', what: ['judges', 'scores', 'results'] },
  { from: 'public', what: ['dossiers', 'authors', 'judges', 'scores', 'results'] },
];

/** How many judge each dossier in the first round, and how far apart they may be. */
const firstRound: PhaseReview = { each: 3, trim: 0, spread: 20, by: 'mean', goes_on: null };
/** Later ones are judged by the whole council. */
const laterRound: PhaseReview = { ...firstRound, each: null };

interface Round {
  readonly key: string;
  readonly name: string;
  /** How many go on to the next one; none after the last. */
  readonly goesOn?: number;
}

/** The usual way of a contest, from the announcement to the complaints. */
export const contestPhases = (rubric: string, rounds: readonly Round[]): Phase[] => [
  phase('nhan-ho-so', 'Nhận hồ sơ', {
    entrant: ['save', 'submit', 'withdraw'],
    secretariat: ['return', 'move', 'compare'],
  }),
  phase(
    'kiem-tra',
    'Kiểm tra tính hợp lệ',
    { entrant: ['withdraw'], secretariat: ['return', 'validate', 'move', 'compare'] },
    { hidden: blind.filter(({ from }) => from !== 'judge') },
  ),
  ...rounds.map(({ key, name, goesOn }, at) => {
    const review = { ...(at === 0 ? firstRound : laterRound), goes_on: goesOn ?? null };
    const permits = { judge: ['judge'], secretariat: ['move'] } as const;
    return phase(key, name, permits, { hidden: blind, rubric, review });
  }),
  phase(
    'phe-duyet',
    'Họp xét giải, phê duyệt',
    { chair: ['discuss', 'approve'] },
    { hidden: blind },
  ),
  phase('cong-bo', 'Công bố, tiếp nhận khiếu nại', {
    entrant: ['see_results', 'complain'],
    public: ['see_results'],
  }),
];

export const images: readonly FileType[] = ['jpeg', 'png'];
export const papers: readonly FileType[] = ['pdf', 'docx', 'doc'];
