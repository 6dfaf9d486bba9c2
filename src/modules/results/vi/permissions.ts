export const permissionNames: Readonly<Record<string, string>> = {
  'result.read': 'Xem tổng hợp điểm, kết quả bỏ phiếu, xếp hạng và dự kiến giải thưởng',
  'result.manage': 'Mở và đóng bỏ phiếu, điều chỉnh xếp hạng, dự kiến giải thưởng, lập biên bản',
  'result.approve': 'Duyệt và công bố giải thưởng',
  'result.proof': 'Tải bộ chứng cứ của quyết định trao giải',
  'result.judges': 'Xem mức chặt, lỏng của từng giám khảo khi kiểm tra',
  'ballot.cast': 'Bỏ phiếu kín theo liên kết của thành viên hội đồng',
};
