import { foldForSearch } from './fold.ts';

export type PhoneError =
  | 'phone_letters'
  | 'phone_length'
  | 'phone_prefix'
  | 'phone_scientific'
  | 'phone_area';

/** `guessed`: a zero that a spreadsheet dropped was put back, or an 11-digit number of before 2018. */
export type ParsedPhone =
  | { readonly ok: string; readonly guessed?: 'zero' | 'old_prefix' }
  | { readonly error: PhoneError; readonly data: { readonly typed: string } };

// Mobile prefixes before 15/9/2018 and what they became.
const OLD: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

// What stands before a number or in brackets behind it: whose it is, what kind it is.
const WHOSE = /^(?:\p{L}{2,}[\p{L}\s.]*:?\s*)|\s*\([^\d)]*\)\s*$/gu;

/**
 * One number as people type it. Vietnamese ones become digits with a leading 0 ('0912000118',
 * landlines '02123852000'), foreign ones '+' and digits.
 */
export function parsePhone(text: string): ParsedPhone {
  const typed = text.normalize('NFKC').trim().slice(0, 60);
  const refuse = (error: PhoneError): ParsedPhone => ({ error, data: { typed } });
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(typed)) return refuse('phone_scientific');
  const bare = typed
    .replace(WHOSE, '')
    .replace(/[\s.\-–()'_:]/gu, '')
    .replace(/^[oO](?=\d{9}$)/, '0');
  if (!/^\+?\d+$/.test(bare)) return refuse('phone_letters');
  const national = bare.replace(/^(?:\+|00)84\(?0?/, '0').replace(/^84(?=[35789]\d{8}$)/, '0');
  if (national.startsWith('+')) {
    return /^\+[1-9]\d{7,14}$/.test(national) ? { ok: national } : refuse('phone_length');
  }
  if (/^[35789]\d{8}$/.test(national)) return { ok: `0${national}`, guessed: 'zero' };
  return vietnamese(national, refuse);
}

function vietnamese(digits: string, refuse: (error: PhoneError) => ParsedPhone): ParsedPhone {
  if (/^0[35789]\d{8}$/.test(digits) || /^02\d{9}$/.test(digits)) return { ok: digits };
  const old = OLD[digits.slice(0, 4)];
  if (old !== undefined && digits.length === 11) {
    return { ok: `${old}${digits.slice(4)}`, guessed: 'old_prefix' };
  }
  if (/^02\d{7,8}$/.test(digits)) return refuse('phone_area');
  if (/^1(?:80|90)0\d{4,6}$/.test(digits)) return { ok: digits };
  return refuse(/^0[35789]/.test(digits) || digits.length < 9 ? 'phone_length' : 'phone_prefix');
}

export interface ParsedPhones {
  /** In the order written, each once. */
  readonly phones: readonly string[];
  /** The numbers that could not be read, in order. */
  readonly problems: readonly {
    readonly code: PhoneError;
    readonly data: { readonly typed: string };
  }[];
  readonly guessed: readonly ('zero' | 'old_prefix')[];
}

/** Several numbers in one field: '0912 000 118; 0212.3852.000', also with '/', ',', ' - ' between. */
export function parsePhones(text: string): ParsedPhones {
  const phones: string[] = [];
  const problems: { code: PhoneError; data: { typed: string } }[] = [];
  const guessed: ('zero' | 'old_prefix')[] = [];
  for (const piece of pieces(text)) {
    const parsed = parsePhone(piece);
    if ('error' in parsed) problems.push({ code: parsed.error, data: parsed.data });
    else {
      if (!phones.includes(parsed.ok)) phones.push(parsed.ok);
      if (parsed.guessed !== undefined) guessed.push(parsed.guessed);
    }
  }
  return { phones, problems, guessed };
}

function pieces(text: string): string[] {
  const parts = text.split(/[,;/|&\n]+/).filter((part) => foldForSearch(part) !== '');
  return parts.flatMap((part) => {
    if ('ok' in parsePhone(part)) return [part.trim()];
    const two = /^(0[35789]\d{8})[-–]?(0[35789]\d{8})$/.exec(part.replace(/[\s.]/g, ''));
    if (two !== null) return [two[1]!, two[2]!];
    const loose = part.split(/\s+-+\s+|\s{2,}/).filter((one) => /\d/.test(one));
    if (loose.length > 1 && loose.every((one) => 'ok' in parsePhone(one))) return loose;
    return together(part) ?? [part.trim()];
  });
}

// '0912 000 118 0913 000 119': words are gathered until they make a number.
function together(part: string): string[] | null {
  const found: string[] = [];
  let gathered = '';
  for (const word of part.trim().split(/\s+/)) {
    gathered += word;
    const parsed = parsePhone(gathered);
    if ('ok' in parsed && gathered.replace(/\D/g, '').length >= 10) {
      found.push(gathered);
      gathered = '';
    }
  }
  return gathered === '' && found.length > 1 ? found : null;
}

/** For screens: '0912 000 118', '0212 3852 000'; foreign ones as they are. */
export function formatPhone(phone: string): string {
  const mobile = /^(0[35789]\d{2})(\d{3})(\d{3})$/.exec(phone);
  if (mobile) return mobile.slice(1).join('\u00a0');
  const city = /^(02[48])(\d{4})(\d{4})$/.exec(phone) ?? /^(02\d{2})(\d{4})(\d{3})$/.exec(phone);
  return city ? city.slice(1).join('\u00a0') : phone;
}
