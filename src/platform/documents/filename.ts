import { foldForSearch } from '../../kernel/vietnamese/fold.ts';

const LONGEST_BYTES = 200;
const FALLBACK = 'tep';
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*\\/]+/gu;
// Names that Windows keeps for devices, with any ending.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A file name that any system can store: NFC, without folders, control and direction characters,
 * leading or trailing dots and spaces; at most 200 bytes in UTF-8, the ending kept. Never empty.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Cf}+/gu, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, '_$1');
  return shorten(clean === '' ? FALLBACK : clean);
}

function shorten(name: string): string {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  let stem = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(stem.join('') + ending) > LONGEST_BYTES) stem = stem.slice(0, -1);
  return stem.join('').trim() + ending;
}

/**
 * Value of the header Content-Disposition for a download (RFC 6266): a name without accents for old
 * programs, and the name itself in UTF-8 (RFC 8187). `name` may come from anywhere.
 */
export function contentDisposition(
  name: string,
  kind: 'attachment' | 'inline' = 'attachment',
): string {
  const safe = safeFileName(name);
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${asciiName(safe)}"; filename*=UTF-8''${encoded}`;
}

function asciiName(safe: string): string {
  const dot = safe.lastIndexOf('.');
  const ending = dot > 0 ? plain(safe.slice(dot + 1)) : '';
  const stem = plain(dot > 0 ? safe.slice(0, dot) : safe) || FALLBACK;
  return ending === '' ? stem : `${stem}.${ending}`;
}

function plain(text: string): string {
  const letters = [...text].map((letter) => {
    if (/[\w.-]/.test(letter)) return letter;
    const folded = foldForSearch(letter).replace(/[^a-z0-9]/g, '');
    return letter === letter.toLowerCase() ? folded || '-' : folded.toUpperCase() || '-';
  });
  return letters
    .join('')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
