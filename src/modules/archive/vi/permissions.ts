export const permissionNames: Readonly<Record<string, string>> = {
  'archive.read': 'Xem các lần tổ chức đã nhập và yêu cầu chuyển giao giải pháp',
  'archive.keep': 'Nhập các lần tổ chức trước, trả lời yêu cầu chuyển giao giải pháp',
  'transfer.ask': 'Gửi yêu cầu chuyển giao một giải pháp trong kho',
};
