export const permissionNames: Readonly<Record<string, string>> = {
  'result.approve': 'Duyệt và công bố giải thưởng',
  'result.judges': 'Xem mức chặt, lỏng của từng giám khảo khi kiểm tra',
};
