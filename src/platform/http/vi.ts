const megabytes = (bytes: number): string =>
  `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;

/** Words of the pages and problems that any address may answer with. */
export const httpWords = {
  notFound: {
    title: 'Không tìm thấy trang này',
    detail: 'Địa chỉ có thể đã đổi hoặc được ghi chưa đủ. Có thể tìm lại bằng ô tìm kiếm.',
  },
  forbidden: {
    title: 'Chưa được giao quyền làm việc này',
    detail: 'Cần làm việc này, hãy hỏi Văn phòng Liên hiệp hội.',
  },
  unauthenticated: {
    title: 'Cần đăng nhập',
    detail: 'Địa chỉ này cần mã truy cập hoặc phiên đăng nhập còn hiệu lực.',
  },
  conflict: {
    title: 'Bản ghi đã được người khác sửa',
    detail: 'Mở lại bản mới nhất, so với nội dung đang có, rồi lưu lại.',
  },
  invalid: { title: 'Chưa lưu được, còn chỗ cần sửa', detail: 'Xem từng mục được nêu.' },
  unreadable: {
    title: 'Không đọc được nội dung gửi lên',
    detail: 'API nhận JSON hợp lệ, mã hóa UTF-8; trang nhận biểu mẫu gửi từ chính trang ấy.',
  },
  crossSite: {
    title: 'Yêu cầu đến từ trang khác nên không được nhận',
    detail: 'Mở lại biểu mẫu từ trang này rồi gửi.',
  },
  tooMany: { title: 'Gửi quá nhiều lần', detail: 'Chờ một phút rồi thử lại.' },
  failed: {
    title: 'Máy chủ gặp lỗi',
    detail:
      'Chưa ghi gì vào sổ. Có thể quay lại trang trước rồi gửi lại; nếu vẫn lỗi, báo cho Văn phòng mã yêu cầu dưới đây.',
  },
  tooLarge: (limit: number, size: number | null) => ({
    title: 'Nội dung gửi lên quá nặng',
    detail: `${size === null ? 'Nội dung' : `Nội dung nặng ${megabytes(size)},`} quá mức ${megabytes(limit)}. Chưa ghi gì vào sổ. Bấm Quay lại của trình duyệt: những gì đã gõ vẫn còn; rút gọn hoặc chia tệp rồi gửi lại.`,
  }),
  upload: {
    version: {
      title: 'Phần mềm gửi tệp chưa phù hợp',
      detail: 'Địa chỉ này nhận tệp theo giao thức tus 1.0.0. Mở lại trang rồi gửi.',
    },
    header: {
      title: 'Không đọc được thông tin của tệp',
      detail: 'Thiếu hoặc sai dung lượng, vị trí hay tên tệp. Mở lại trang rồi gửi lại tệp.',
    },
    piece: {
      title: 'Không đọc được phần tệp gửi lên',
      detail:
        'Mỗi phần phải có kiểu application/offset+octet-stream. Mở lại trang rồi gửi lại tệp.',
    },
    offset: {
      title: 'Phần tệp gửi lên không nối tiếp phần đã nhận',
      detail: 'Hỏi lại vị trí đã nhận rồi gửi tiếp từ đó.',
    },
    busy: {
      title: 'Tệp này đang được gửi ở một nơi khác',
      detail: 'Chờ một lát rồi gửi tiếp.',
    },
    gone: {
      title: 'Tệp gửi dở đã quá hạn',
      detail: 'Phần đã gửi chỉ được giữ một ngày. Chọn lại tệp và gửi từ đầu.',
    },
    beyond: {
      title: 'Tệp gửi lên dài hơn dung lượng đã báo',
      detail: 'Tệp có thể đã bị sửa trong lúc gửi. Chọn lại tệp và gửi từ đầu.',
    },
  },
};
