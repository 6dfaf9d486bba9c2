import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

/** 'Giải Nhất', 'giải nhất' and 'Nhất' are one prize: 'nhat'. */
export const prizeKey = (name: string): string =>
  foldForSearch(name).replace(/^giai (?:thuong )?/, '');

const ladder = ['dac biet', 'nhat', 'nhi', 'ba', 'tu', 'khuyen khich'];

/** The place of a prize among others, 1 the highest; the same for all whose name tells nothing. */
export function prizeRank(name: string): number {
  const at = ladder.indexOf(prizeKey(name));
  return at === -1 ? ladder.length + 1 : at + 1;
}

/** The place of what won nothing: after all prizes. */
export const NO_PRIZE = ladder.length + 2;
