/** The words in braces that a letter to entrants may hold. */
export const letterFields = [
  'ten_ho_so',
  'so_bien_nhan',
  'tac_gia',
  'linh_vuc',
  'tinh_trang',
  'han_bo_sung',
  'cuoc_thi',
  'noi_gui',
  'ngay',
] as const;
export type LetterField = (typeof letterFields)[number];
export type LetterValues = Readonly<Record<LetterField, string>>;
