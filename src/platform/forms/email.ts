import { z } from 'zod';
import { parseEmail } from '../../kernel/email.ts';
import { optionalText } from './fields.ts';

/** An e-mail address in lower case; empty becomes null. What is none gives the code of `parseEmail`. */
export function optionalEmail(): z.ZodType<string | null, unknown> {
  return optionalText(254).transform((typed, ctx): string | null => {
    if (typed === null) return null;
    const read = parseEmail(typed);
    if ('ok' in read) return read.ok;
    ctx.issues.push({
      code: 'custom',
      input: typed,
      params: { code: read.error, data: read.data },
    });
    return z.NEVER;
  });
}

/** An e-mail address that has to be there. */
export function email(): z.ZodType<string, unknown> {
  return optionalEmail().transform((read, ctx): string => {
    if (read !== null) return read;
    ctx.issues.push({ code: 'custom', input: read, params: { code: 'required' } });
    return z.NEVER;
  });
}
