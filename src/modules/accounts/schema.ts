import { z } from 'zod';
import { roles } from '../../kernel/role.ts';
import { keptText } from '../../kernel/text.ts';
import { choice, code, optionalDay, text } from '../../platform/forms/fields.ts';

/** An e-mail address, lower case. */
export function email(): z.ZodType<string, unknown> {
  return z
    .any()
    .transform((value, ctx) => {
      const raw = typeof value === 'string' ? keptText(value).toLowerCase() : '';
      const wrong =
        raw === ''
          ? 'required'
          : /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(raw) && raw.length <= 254
            ? null
            : 'not_an_email';
      if (wrong === null) return raw;
      ctx.issues.push({
        code: 'custom',
        input: value,
        params: { code: wrong, data: { typed: raw.slice(0, 80) } },
      });
      return z.NEVER;
    })
    .meta({ type: 'string', format: 'email' }) as unknown as z.ZodType<string, unknown>;
}

export const accountInput = z.object({
  email: email(),
  name: text(120),
  password: text(128).optional(),
});

export const grantInput = z.object({
  email: email(),
  role: choice(roles),
  organisation: code(),
  until: optionalDay(),
});

export const tokenInput = z.object({
  email: email(),
  label: text(80),
  scopes: z.array(text(60)).min(1),
  days: z.number().int().min(1).max(366),
});

/** A grant as lists show it. */
export interface GrantView {
  readonly pid: string;
  readonly role: string;
  readonly person_name: string;
  readonly email: string | null;
  readonly organisation_code: string;
  readonly organisation_name: string;
  readonly until: string | null;
}
