/** Where a bundle is not what follows from what was signed in it. */
export interface Difference {
  /** See `checkBundle`; the sentences are in `vi`. */
  readonly code: string;
  /** Where: 'sheets/{assignment}/2', 'results/cham/{dossier}/place'. */
  readonly at: string;
  readonly stated: unknown;
  readonly computed: unknown;
}

/** What was looked at, and how often. */
export interface Looked {
  readonly sheets: number;
  readonly ballots: number;
  readonly papers: number;
  readonly runs: number;
  readonly phases: number;
  readonly dossiers: number;
  readonly prizes: number;
  readonly minutes: number;
}

/** So many differences of a kind are told one by one. */
const most = 50;

type Shape = Readonly<Record<string, unknown>>;
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;

/**
 * The places at which two JSON values differ, each as a path; what lies under a difference is not looked at.
 * Lists of records are walked by their keys (`dossier`, `pid`, `judge`) where they have them.
 */
export function differencesOf(
  code: string,
  at: string,
  stated: unknown,
  computed: unknown,
): Difference[] {
  if (Object.is(stated, computed)) return [];
  if (!isShape(stated) || !isShape(computed) || Array.isArray(stated) !== Array.isArray(computed))
    return [{ code, at, stated, computed }];
  if (Array.isArray(stated) && stated.length !== (computed as unknown as unknown[]).length)
    return [{ code, at, stated, computed }];
  const names = new Set([...Object.keys(stated), ...Object.keys(computed)]);
  const found: Difference[] = [];
  for (const name of names) {
    const [one, other] = [stated[name], computed[name]];
    const said = Array.isArray(stated) ? keyOf(one, other) : null;
    found.push(...differencesOf(code, `${at}/${said ?? name}`, one, other));
    if (found.length >= most) return found.slice(0, most);
  }
  return found;
}

function keyOf(one: unknown, other: unknown): string | null {
  for (const name of ['dossier', 'pid', 'judge', 'field', 'prize']) {
    const [a, b] = [isShape(one) ? one[name] : null, isShape(other) ? other[name] : null];
    if (typeof a === 'string' && a === b) return a;
  }
  return null;
}
