import type { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, execute, type Outcome, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { FormState } from '../../../platform/forms/state.ts';

/** What a sent form led to: saved, or the form again with what was typed. */
export type Sent = { readonly saved: true } | { readonly saved: false; readonly form: FormState };

/**
 * Runs a command for a form, once for its key. When somebody else saved meanwhile, the form comes
 * back with what was typed and the version that stands now.
 */
export async function send<Input extends z.ZodType, Loaded, Result>(
  cx: Cx,
  key: string | null,
  definition: Command<Input, Loaded, Result>,
  input: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
): Promise<Sent> {
  try {
    const outcome: Outcome<Result> = await once(cx, key, async (inner) => {
      const answer = await execute(inner, definition, input);
      return { keep: answer.ok, answer };
    });
    return outcome.ok
      ? { saved: true }
      : { saved: false, form: { values, issues: outcome.issues } };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const kept = { ...values, version: String(error.version) };
    return { saved: false, form: { values: kept, issues: [issue('', 'changed_meanwhile')] } };
  }
}
