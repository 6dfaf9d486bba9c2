import { compatibleDates } from '../../../kernel/partial-date.ts';
import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';
import { joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import type { Match } from './evidence.ts';

/** Somebody as far as a text tells. */
export interface Human {
  readonly name: string;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly birth: string | null;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
}

/** A human made ready to be compared with many. */
interface Ready {
  /** The words of the name without titles and dấu. */
  readonly folded: string;
  /** The same with dấu, however they were typed. */
  readonly exact: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

// Thousands are compared with thousands: what is read from a name is read once.
const ready = new WeakMap<Human, Ready>();

function readyOf(human: Human): Ready {
  const known = ready.get(human);
  if (known !== undefined) return known;
  const bare = joinName(splitName(human.name));
  const made: Ready = {
    folded: foldForSearch(bare),
    exact: matchKey(bare),
    emails: (human.emails ?? []).map((email) => email.trim().toLowerCase()).filter(Boolean),
    phones: (human.phones ?? []).map(digits).filter(Boolean),
  };
  ready.set(human, made);
  return made;
}

const digits = (phone: string): string => {
  const bare = phone.replace(/\D/g, '').replace(/^84/, '0');
  return bare.length >= 9 ? bare : '';
};

/** The words of a name without titles and dấu: what people are looked up by before they are compared. */
export const nameKey = (name: string): string => foldForSearch(joinName(splitName(name)));

/** The same of a human, read once. */
export const humanKey = (human: Human): string => readyOf(human).folded;

/** How much says that two are one human; null: they are not, or nothing says so. */
export function sameHuman(a: Human, b: Human): Match | null {
  const [first, second] = [readyOf(a), readyOf(b)];
  const named = sameName(first, second);
  if (named === null) return null;
  if (meet(first.emails, second.emails) || meet(first.phones, second.phones)) return 'contact';
  // Of other tones only the whole birth tells a slip of the keyboard from another human.
  const other = named === 'other';
  if (a.birth === null || b.birth === null) return other ? null : 'name';
  if (!compatibleDates(a.birth, b.birth)) return null;
  const full = a.birth === b.birth && a.birth.length === 'YYYY-MM-DD'.length;
  if (other) return full ? 'part' : null;
  return full ? 'full' : 'part';
}

/** as: written alike, or one of them without any dấu; other: other tones; null: another name. */
function sameName(a: Ready, b: Ready): 'as' | 'other' | null {
  if (a.folded === '' || a.folded !== b.folded) return null;
  if (a.exact === b.exact) return 'as';
  return a.exact === a.folded || b.exact === b.folded ? 'as' : 'other';
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.includes(one));
