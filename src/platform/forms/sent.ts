import { TooLarge } from '../errors.ts';
import { type FormBody, formLimit, formOf } from '../http/body.ts';
import type { WebContext } from '../http/env.ts';

/**
 * Reads a form whose page would come back with what was typed: all its texts together may be no
 * longer than a form without files, also where files make the whole larger.
 * @throws TooLarge
 */
export async function sentForm(c: WebContext): Promise<FormBody> {
  const form = await formOf(c);
  let size = 0;
  for (const texts of Object.values(form.lists)) for (const text of texts) size += text.length;
  if (size > formLimit) throw new TooLarge(formLimit, size);
  return form;
}
