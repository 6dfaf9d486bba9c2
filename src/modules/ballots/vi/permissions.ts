export const permissionNames: Readonly<Record<string, string>> = {
  'result.read': 'Xem tổng hợp điểm, kết quả bỏ phiếu, xếp hạng và dự kiến giải thưởng',
  'result.manage': 'Mở và đóng bỏ phiếu, điều chỉnh xếp hạng, dự kiến giải thưởng, lập biên bản',
  'ballot.cast': 'Bỏ phiếu kín theo liên kết của thành viên hội đồng',
};
