/** Words that only their dấu tells apart; everything else is compared without dấu. */
export const lexicon = {
  /** Year, and not 'nam' (male). */
  year: 'năm',
  male: 'nam',
  and: / và /,
  comrade: /đ\/c/gi,
  inWords: /^\s*bằng chữ\s*:?\s*/i,
  numberWord:
    /^(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|nghìn|ngàn|triệu|tỷ|tỉ)$/,
} as const;
