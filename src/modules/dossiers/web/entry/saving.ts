import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { type FormBody, formOf } from '../../../../platform/http/body.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import {
  canonicalText,
  type EntrantKind,
  readAnswers,
  sentAnswers,
  type WorkingCopy,
} from '../../../calls/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { saveDraft } from '../../service/index.ts';

/** What was posted of the first step. */
export interface Typed {
  readonly raw: Readonly<Record<string, unknown>>;
  /** As it is kept, were it taken. */
  readonly working: WorkingCopy;
  readonly act: string;
}

/** Reads what was posted, on top of what stands. */
export function typedIn(dossier: Dossier, { values, lists }: FormBody): Typed {
  const { content } = dossier.edition;
  const answers = sentAnswers(content.form, values, lists);
  const entrant = content.entrants.find((one) => one === values.entrant);
  const chosen = {
    ...(values.entrant === undefined ? {} : { entrant: entrant ?? null }),
    ...(values.field === undefined ? {} : { field: values.field || null }),
  };
  return {
    raw: { ...chosen, answers, version: values.version },
    working: {
      ...dossier.working,
      ...(chosen as { readonly entrant?: EntrantKind | null; readonly field?: string | null }),
      answers: readAnswers(content.form, answers, dossier.working.answers),
    },
    act: values.act ?? 'save',
  };
}

export type Saved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'conflict'; readonly version: number };

/** Saves what was posted of the first step. @throws NotFound */
export async function saveTyped(
  c: WebContext,
  token: string,
  dossier: Dossier,
): Promise<{ readonly typed: Typed; readonly saved: Saved }> {
  const typed = typedIn(dossier, await formOf(c));
  try {
    const outcome = await execute(c.var.cx, saveDraft, { token, ...typed.raw });
    const saved: Saved = outcome.ok
      ? { kind: 'saved', version: outcome.value.version }
      : { kind: 'refused', issues: outcome.issues };
    return { typed, saved };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // What differs only in its number is no conflict: it was saved already, perhaps by the script.
    const same = canonicalText(typed.working) === canonicalText(dossier.working);
    return { typed, saved: { kind: same ? 'saved' : 'conflict', version: error.version } };
  }
}

/** The labels of what differs between what was typed and what stands. */
export function differing({ edition, working }: Dossier, typed: WorkingCopy): string[] {
  return edition.content.form
    .filter(({ key }) => text(working.answers[key]) !== text(typed.answers[key]))
    .map(({ label }) => label);
}

const text = (answer: unknown): string => canonicalText(answer ?? null);
