export const permissionNames: Readonly<Record<string, string>> = {
  'call.read': 'Xem bản dự thảo các lần tổ chức hội thi, tôn vinh',
  'call.manage': 'Lập, công bố, sửa, khép lại hội thi, tôn vinh, tuyển chọn',
};
