/** Words of titles and labels, without dấu. */
const TOTAL =
  /^(?:tong|tong so|tong cong|tong cong so|cong|cong chung|cong don|cong tong|tong hop|total|grand total|sub ?total|sum|toan tinh|toan quoc|ca nuoc|toan he thong|toan nganh|toan cum|toan xa|toan huyen|ca tinh|chung)$/;
const PLACE =
  /^(?:toan tinh|toan quoc|ca nuoc|toan he thong|toan nganh|toan cum|ca tinh|chung|tong hop)$/;
const SUBTOTAL =
  /^(?:cong|tong|tong cong|tong so)(?: (?:nhom|muc|khoi|phan|cum|loai|cap|toan|khu vuc|vung|mien|i|ii|iii|iv|v|vi|vii|viii|ix|x|a|b|c|d|\d+))+(?: .*)?$/;
const MEAN =
  /^(?:binh quan|trung binh|tb|muc binh quan|gia tri trung binh|diem trung binh|trung binh cong|bq|average|mean)(?: chung| ca nuoc| toan tinh)?$/;

/** Takes brackets, numbering and marks off a label's words: 'Tổng cộng (I+II):' is 'tong cong'. */
export function labelCore(words: string): string {
  return words.replace(/ (?:nguoi|don vi|dong|trieu dong|ty dong|hoi|giai|giai phap|luot)$/, '');
}

export const isTotalLabel = (words: string): boolean =>
  TOTAL.test(words) || TOTAL.test(labelCore(words)) || SUBTOTAL.test(words);
/** May be more than what is listed: the whole province beside some of its parts. */
export const isPlaceTotal = (words: string): boolean => PLACE.test(words);
export const isMeanLabel = (words: string): boolean => MEAN.test(words);
export const isOfWhich = (words: string): boolean => /^trong do\b/.test(words);

/** Titles of columns that nobody adds up. */
const NOT_ADDITIVE =
  /\b(?:binh quan|trung binh|tuoi|nam sinh|nam thanh lap|thanh lap|thu hang|xep hang|xep thu|hang|rank|vi tri|thu tu|diem|diem so|don gia|dinh muc|he so|chi so|ty suat|mat do|ma|ma so|code|dien thoai|sdt|so dt|phone|phones|tel|telephone|mobile|fax|zalo|tai khoan|stk|mst|cmnd|zip|so hieu|so quyet dinh|cccd|tham nien|lan thu|nhiem ky|khoa|toa do|vi do|kinh do|id|version|peers|muc thuong|muc chi|age|birth year|born|founded|score|average|mean|median|price|lat|lng|lon|latitude|longitude|order)\b|^(?:nam|year)$/;
const PERCENT =
  /%|\b(?:ty le|ti le|co cau|ty trong|ti trong|phan tram|percent|percents|percentage|percentages|pct|share|shares|ty_le)\b/;
const BARE_SHARE =
  /^(?:%|ty le|ti le|co cau|ty trong|ti trong|ty le %|ti le %|co cau %|ty trong %|ti trong %|ty le phan tram|phan tram|chiem %|chiem ty le %?|% tong so|ty le % tong so|percent|percents|percentages?|pct|shares?|share %|so voi tong so %)$/;
const TOTAL_TITLE =
  /^(?:tong|tong so|tong cong|cong|total|sum|tong giai|tong so giai|tong so giai thuong|cong giai)$/;

export const isAdditiveTitle = (words: string): boolean => !NOT_ADDITIVE.test(words);
export const isPercentTitle = (words: string): boolean => PERCENT.test(words);
export const isBareShare = (words: string): boolean =>
  BARE_SHARE.test(words) || /^(?:co cau|ty trong|ti trong)\b/.test(words);
export const isTotalTitle = (words: string): boolean =>
  TOTAL_TITLE.test(words) || TOTAL_TITLE.test(labelCore(words));
/** 'Tổng số hội viên': a total, if the columns beside it say so. */
export const mayBeTotalTitle = (words: string): boolean => /^(?:tong|cong|total)\b/.test(words);
export const isGrowth = (words: string): boolean =>
  /\b(?:tang|giam|tang truong|so sanh|chenh lech|so voi|growth|change|bien dong)\b/.test(words);

/** Columns that make up a whole by their names: [the words of each part]. */
export const namedParts: readonly (readonly RegExp[])[] = [
  [/^(?:so )?(?:nam|male|nam gioi)$/, /^(?:so )?(?:nu|female|nu gioi)$/],
  [
    /^(?:giai )?(?:dac biet)$/,
    /^(?:giai )?(?:nhat|i)$/,
    /^(?:giai )?(?:nhi|ii)$/,
    /^(?:giai )?(?:ba|iii)$/,
    /^(?:giai )?(?:khuyen khich|kk|tu)$/,
  ],
];
