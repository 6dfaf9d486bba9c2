import { type Issue, issue } from '../../kernel/issue.ts';
import { type Cx, type Outcome, once } from '../command.ts';
import { Conflict } from '../errors.ts';

/** A record's form as it goes to its command. */
export interface SentRecord<T> {
  readonly raw: Readonly<Record<string, unknown>>;
  /** What the form itself found: a name that is nobody's, a file that cannot be taken. */
  readonly early: readonly Issue[];
  /** Paths that the form has read itself: what the command says of them is left out. */
  readonly read: readonly string[];
  readonly write: (cx: Cx, raw: unknown) => Promise<Outcome<T>>;
}

export type Saved<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      /** Somebody saved meanwhile: the version that stands now. */
      readonly newer?: number;
    };

/**
 * Writes a record's form, once for its key. What the form itself found is told before what the command
 * finds, all at once: the command runs in either case, and with an empty organisation it never writes.
 */
export async function saveSent<T>(
  cx: Cx,
  key: string | null,
  { raw, early, read, write }: SentRecord<T>,
): Promise<Saved<T>> {
  const refused = early.length > 0;
  try {
    return await once<Saved<T>>(cx, key, async (inner) => {
      const outcome = await write(inner, refused ? { ...raw, organisation: '' } : raw);
      if (outcome.ok || !refused) return { keep: outcome.ok, answer: outcome };
      const rest = outcome.issues.filter((found) => !read.includes(found.path));
      return { keep: false, answer: { ok: false, issues: [...early, ...rest] } };
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { ok: false, issues: [issue('', 'changed_meanwhile')], newer: error.version };
  }
}
