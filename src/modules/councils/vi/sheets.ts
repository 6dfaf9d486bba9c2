/** Words of judges in a workbook. */
export const sheetWords = {
  title: 'Nhập giám khảo từ Excel',
  sheet: 'Giám khảo',
  template: 'mau-giam-khao.xlsx',
  notes: [
    'Mỗi dòng một giám khảo. Chỉ họ tên là bắt buộc; chưa có thư điện tử thì chưa gửi được thư mời.',
    'Người đã có trong danh sách (cùng thư điện tử, hoặc cùng họ tên và đơn vị) thì được cập nhật, không thêm lần nữa.',
  ],
  columns: {
    name: { header: 'Họ và tên', help: 'Học hàm, học vị đứng trước tên được tách riêng.' },
    title: { header: 'Học hàm, học vị', help: 'Ví dụ: PGS.TS. Bỏ trống nếu đã ghi trước tên.' },
    unit: { header: 'Đơn vị công tác', aliases: ['Đơn vị', 'Cơ quan'] },
    email: { header: 'Thư điện tử', aliases: ['Email', 'E-mail'] },
    phone: { header: 'Điện thoại', aliases: ['Số điện thoại'] },
    expertise: {
      header: 'Lĩnh vực',
      help: 'Tên lĩnh vực của lần tổ chức, cách nhau bằng dấu chấm phẩy. Bỏ trống: mọi lĩnh vực.',
    },
    maxLoad: {
      header: 'Số hồ sơ nhiều nhất',
      help: 'Trong một vòng chấm. Bỏ trống: không giới hạn.',
    },
  },
};
