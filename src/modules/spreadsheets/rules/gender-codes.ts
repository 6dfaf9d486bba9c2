import { bothGenders, genderCode, genderWords } from '../vi/value-words.ts';

type Gender = 'male' | 'female';

/**
 * What a title says about digits in its column: '1=male;0=female' for 'Giới tính (Nam: 1, Nữ: 0)';
 * undefined where it says nothing.
 */
export function genderCodes(title: string): string | undefined {
  const small = title.normalize('NFC').toLocaleLowerCase('vi');
  const inOrder = bothGenders.exec(small);
  if (inOrder !== null) return `${inOrder[1]}=male;${inOrder[2]}=female`;
  const pairs = [...small.matchAll(genderCode)].map((found) => {
    const gender = genderWords[found[2] ?? found[3]!] as Gender;
    return `${found[1] ?? found[4]}=${gender}`;
  });
  return pairs.length === 0 ? undefined : pairs.join(';');
}

/** The gender of a cell by such a hint; null where the hint does not know its text. */
export function genderByCode(hint: string | undefined, text: string): Gender | null {
  const found = hint?.split(';').find((pair) => pair.startsWith(`${text}=`));
  return found === undefined ? null : (found.slice(text.length + 1) as Gender);
}
