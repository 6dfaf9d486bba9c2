import { bareWords } from '../plain.ts';
import {
  isAdditiveTitle,
  isBareShare,
  isMeanLabel,
  isPercentTitle,
  isTotalLabel,
} from '../table/words.ts';

/** Words of a member's name without dấu: 'tongSoGiai' and 'tong_so_giai' are 'tong so giai'. */
export const keyWords = (key: string): string => bareWords(spaced(key));

/** 'tongSoGiai' with blanks between its words. */
export const spaced = (key: string): string => key.replace(/([\p{Ll}\d])(?=\p{Lu}\p{Ll})/gu, '$1 ');

/** Lists that are cut into pages tell how many there are in all, not what they add up to. */
export const PAGED =
  /^(?:next|previous page|page|pages|size|limit|offset|per page|page size|cursor)$/;
const NO_AMOUNT =
  /^(?:year|id|pid|code|ma|version|rank|thang|quy|month|quarter|org|on|peers|stt|tt|no|order|index|decimals)$/;

/** Members that hold the parts of what they stand in. */
export const PARTS =
  /^(?:con|children|parts|gom|bao gom|items|rows|details|chi tiet|don vi|units|breakdown|thanh phan|cac don vi|cac hoi|hoi|members|subs|levels|cap|cac cap|groups|nhom|cac nhom|branches|organisations|organizations|associations|unions|provinces|districts|tinh|cac tinh|huyen|cac huyen|chi hoi|truc thuoc|don vi truc thuoc|hoi thanh vien)$/;
export const ROWS =
  /^(?:rows|data|items|values|table|bang|dong|cac dong|du lieu|records|so lieu|parts|children)$/;
export const COLUMNS =
  /^(?:columns|headers?|cot|cac cot|tieu de cot|tieu de|fields|labels|nhan|years|cac nam)$/;
/** Members that hold the totals of the columns beside them. */
export const FOOTER =
  /^(?:totals|sums|footer|tfoot|summary|tong ket|chan bang|dong tong|cac tong|tong hop)$/;
/** The same figure at other times or of others: no parts. */
export const ELSEWHERE =
  /^(?:history|lich su|cac nam|cac nam truoc|nam truoc|cung ky|previous|series|years|by year|theo nam|peers|compare|so sanh|ke hoach|plan|target|chi tieu)$/;
export const TEXT =
  /^(?:narratives?|texts?|notes?|words|ghi chu|loi van|nhan xet|thuyet minh|dien giai|noi dung|mo ta|summary|description|comment|doan van|van ban|paragraphs?|cau|sentences?)$/;

/** 'total', 'tong', 'tong so hoi vien', 'prizes total'. */
export const isTotalName = (words: string): boolean =>
  isTotalLabel(words) ||
  /^(?:tong|total|sum|grand total|overall|all|toan bo)\b/.test(words) ||
  / total$/.test(words);

/** What a total is of: 'hoi vien' of 'tong so hoi vien'; '' where its name does not say. */
export function nounOf(words: string): string {
  if (isTotalLabel(words) && words.split(' ').length < 3) {
    const rest = words.replace(/^(?:tong cong|tong so|tong|cong|total|sum)\b ?/, '');
    return /^(?:hoi|giai|nguoi|don vi)$/.test(rest) ? rest : '';
  }
  return words
    .replace(/^(?:grand total|tong cong|tong so|tong|cong|total|sum|overall|all|toan bo)\b/, '')
    .replace(/^(?: (?:so luong|so|number|count|of))+\b/, '')
    .replace(/ total$/, '')
    .trim();
}

/** Whether a member of that name and number may be added to others. 'nam' of 2019 is a year, of 4 men. */
export function isAmountName(words: string, value: number | null): boolean {
  if (words === 'nam' || words === 'year')
    return words === 'nam' && value !== null && !(value >= 1900 && value <= 2100);
  return (
    !NO_AMOUNT.test(words) &&
    !isMeanLabel(words) &&
    !isPercentTitle(words) &&
    isAdditiveTitle(words)
  );
}

export const isOfWhichName = (words: string): boolean =>
  /^(?:trong do|of which|in which|including)\b/.test(words);

/** '2019', 'nam_2019', 'y2019'. */
export const isYearName = (key: string): boolean =>
  /^(?:nam|year|y)? ?(?:19|20)\d\d$/.test(keyWords(key));

export const isShareName = (words: string): boolean => isBareShare(words);
