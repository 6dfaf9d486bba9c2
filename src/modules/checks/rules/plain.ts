/**
 * The text in lower case without dấu, letter for letter: a place in it is the same place in the
 * text's NFC form.
 */
export function plain(text: string): string {
  let out = '';
  for (const unit of text.normalize('NFC').split('')) out += plainUnit(unit);
  return out;
}

// Each of at most 65,536 units is worked out once: texts are read letter by letter.
const known = new Map<string, string>();

function plainUnit(unit: string): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const bare = unit
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  const told =
    bare.length === 1 ? bare.replace('\u0111', 'd').replace(/[\u00a0\u2009\u202f]/, ' ') : unit;
  known.set(unit, told);
  return told;
}

/** Words of a title or label without dấu and punctuation: 'Tổng số (người)' is 'tong so nguoi'. */
export function bareWords(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
