export type EmailError = 'email_no_at' | 'email_comma' | 'email_letters' | 'email_wrong';

export type ParsedEmail =
  | { readonly ok: string }
  | { readonly error: EmailError; readonly data: { readonly typed: string } };

const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** An e-mail address in lower case, without what stands around it ('mailto:', '<…>', spaces). */
export function parseEmail(text: string): ParsedEmail {
  const typed = text.normalize('NFKC').trim().slice(0, 254);
  const bare = typed
    .replace(/\p{Cf}/gu, '')
    .replace(/^(?:mailto:|e-?mail:)/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/\s+/g, '')
    .replace(/[.,;]+$/, '')
    .toLowerCase();
  const refuse = (error: EmailError): ParsedEmail => ({ error, data: { typed } });
  if (ADDRESS.test(bare) && bare.indexOf('@') <= 64) return { ok: bare };
  if (!bare.includes('@')) return refuse('email_no_at');
  if (/[^\x21-\x7e]/.test(bare)) return refuse('email_letters');
  return refuse(bare.includes(',') ? 'email_comma' : 'email_wrong');
}
