import { z } from 'zod';
import type { Issue } from '../../kernel/issue.ts';
import { issuesOf } from './issues.ts';

export type Raw = Readonly<Record<string, unknown>>;

/**
 * A schema whose own issues come together with those of `more`, which looks at the raw input: a
 * person then sees everything that is wrong at once. `more` may also give values that replace those
 * of the schema (fields whose shape is only known from the data).
 */
export function together<S extends z.ZodObject, Extra extends object = object>(
  schema: S,
  more: (raw: Raw) => { readonly issues: readonly Issue[]; readonly values?: Extra },
): z.ZodType<z.output<S> & Extra, unknown> {
  return z.any().transform((raw, ctx) => {
    const parsed = schema.safeParse(raw);
    const extra = more(typeof raw === 'object' && raw !== null ? (raw as Raw) : {});
    const issues = [...(parsed.success ? [] : issuesOf(parsed.error)), ...extra.issues];
    for (const issue of issues) {
      const path = issue.path === '' ? [] : issue.path.split('.');
      const params = { code: issue.code, data: issue.data };
      ctx.issues.push({ code: 'custom', input: raw, path, params });
    }
    return issues.length > 0 ? z.NEVER : { ...parsed.data, ...extra.values };
  }) as unknown as z.ZodType<z.output<S> & Extra, unknown>;
}
