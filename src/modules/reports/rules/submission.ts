import { type Issue, issue } from '../../../kernel/issue.ts';

/** A cell as far as sending asks for it. */
export interface SentCell {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly declared: number | null;
  readonly offered: number | null;
  readonly derived: number | null;
  readonly differs: boolean;
  readonly reason: string | null;
  readonly editable: boolean;
  readonly rivals: number;
}

/** What keeps a cell from being sent. What nobody may change now keeps nothing back. */
export function cellIssues(cell: SentCell): Issue[] {
  const { key, label } = cell;
  if (!cell.editable) return [];
  const missing = cell.required && cell.declared === null && cell.offered === null;
  const unexplained = cell.differs && cell.reason === null;
  return [
    ...(missing ? [issue(`cells.${key}`, 'row_required', { place: key, label })] : []),
    ...(unexplained
      ? [
          issue(`cells.${key}`, 'reason_required', {
            place: key,
            label,
            declared: cell.declared,
            derived: cell.derived,
          }),
        ]
      : []),
    ...rivalIssues(`cells.${key}`, key, label, cell.rivals),
  ];
}

/** Two people typed different things: one must be chosen first. */
export function rivalIssues(path: string, place: string, label: string, rivals: number): Issue[] {
  return rivals === 0 ? [] : [issue(path, 'rival_open', { place, label, rivals })];
}

/** A return that is not settled. */
export interface OpenReturn {
  /** null: the whole form. */
  readonly place: string | null;
  /** The version of the place when it was returned; of the whole form the sum of all. */
  readonly seen: number;
}

/** What stands at the places of a form, and where somebody answered since. */
export interface Answered {
  readonly versions: ReadonlyMap<string, number>;
  readonly answers: ReadonlySet<string | null>;
}

/** True when a returned place was changed since, or answered in words. */
export function isAnswered(open: OpenReturn, { versions, answers }: Answered): boolean {
  if (answers.has(open.place)) return true;
  const stands = open.place === null ? sumOf(versions) : (versions.get(open.place) ?? 0);
  return stands > open.seen;
}

/** The sum of all versions of a form's places: it grows with every change. */
export function sumOf(versions: ReadonlyMap<string, number>): number {
  return [...versions.values()].reduce((sum, version) => sum + version, 0);
}
