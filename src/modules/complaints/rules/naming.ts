import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

// What people write in place of a name, folded: the whole of it, as parts of it are also given names.
const who = '(?:nguoi(?: dan)?|tac gia|thi sinh|cong dan|ban doc)';
const hides = '(?:an danh|nac danh|vo danh|giau ten|khong (?:neu |ghi |co )?ten|anonymous)';
const nameless = new RegExp(`^(?:(?:mot )?(?:${who} )?${hides}|mot ${who}(?: .*)?)$`);

const words = (text: string): string[] =>
  foldForSearch(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

/** Whether somebody stands behind it: a complaint without a name is not accepted. */
export function isNamed(complainant: string): boolean {
  const parts = words(complainant).filter((word) => /[a-z]{2}/.test(word));
  return parts.length >= 2 && !nameless.test(words(complainant).join(' '));
}

/** Whether a text tells a name, with or without dấu: what judges are asked must not. */
export function tellsName(text: string, name: string): boolean {
  const wanted = words(name);
  return wanted.length >= 2 && ` ${words(text).join(' ')} `.includes(` ${wanted.join(' ')} `);
}
