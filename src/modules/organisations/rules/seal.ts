import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

// Folded, because rules hold no Vietnamese letters; longest first.
const OPENINGS = [
  'lien hiep cac hoi khoa hoc va ky thuat',
  'lien hiep cac hoi kh kt',
  'lien hiep hoi khoa hoc va ky thuat',
  'lien hiep hoi',
  'lhh kh kt',
  'lhh',
  'hoi khoa hoc va ky thuat',
  'hoi khoa hoc ky thuat',
  'hoi khoa hoc',
  'hoi',
];
const PLACES = ['thanh pho', 'tinh', 'tp'];

/** The lines of a seal: those that were uploaded, or two or three made of the short name. */
export function sealLines(uploaded: readonly string[] | null, shortName: string): string[] {
  if (uploaded !== null && uploaded.length > 0) return [...uploaded];
  const words = upper(shortName)
    .split(/[\s,·–-]+/)
    .filter((word) => foldForSearch(word) !== '');
  const rest = dropOpening(dropOpening(words, OPENINGS), PLACES);
  return balanced(rest.length > 0 ? rest : words);
}

function upper(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

function dropOpening(words: readonly string[], openings: readonly string[]): readonly string[] {
  for (const opening of openings) {
    for (let count = 1; count < words.length; count++) {
      if (foldForSearch(words.slice(0, count).join(' ')) === opening) return words.slice(count);
    }
  }
  return words;
}

// Two lines as even as they can be; three when the words are many.
function balanced(words: readonly string[]): string[] {
  const lines = words.length > 4 ? 3 : Math.min(2, words.length);
  if (lines <= 1) return [...words];
  const kept = words.slice(0, 6);
  const result: string[] = [];
  let at = 0;
  for (let line = lines; line > 0; line--) {
    const take = Math.ceil((kept.length - at) / line);
    result.push(kept.slice(at, at + take).join(' '));
    at += take;
  }
  return result;
}
