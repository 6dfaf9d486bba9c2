const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const inUnits = (bytes: number): string =>
  bytes < 1_048_576
    ? `${number.format(Math.ceil(bytes / 1024))} KB`
    : `${number.format(bytes / 1_048_576)} MB`;

/** What is said of a file while it is sent. */
export const words = {
  sent: (bytes: number, all: number) => `đã gửi ${inUnits(bytes)} / ${inUnits(all)}`,
  queued: 'Chờ gửi xong tệp trước.',
  sending: 'Đang gửi. Giữ trang này mở đến khi gửi xong.',
  waiting: 'Mất kết nối. Khi có mạng, tệp tự gửi tiếp từ chỗ đang dở.',
  checking: 'Đã gửi hết, máy chủ đang kiểm tra tệp.',
  done: 'Đã gửi xong.',
  cancelled: 'Đã hủy, chưa gửi tệp này.',
  failed:
    'Chưa gửi được tệp này. Tải lại trang rồi chọn lại tệp; phần đã gửi vẫn được giữ trong một ngày.',
  large: (limit: number) =>
    `Tệp lớn quá ${inUnits(limit)}. Giảm dung lượng hoặc chia thành nhiều tệp rồi gửi lại.`,
  left: (name: string) => `Tệp “${name}” đang gửi dở. Chọn lại đúng tệp ấy để gửi tiếp.`,
  wait: 'Tệp chưa gửi xong. Chờ gửi xong hoặc bấm Hủy, rồi bấm lại.',
  cancel: 'Hủy',
  cancelOf: (name: string) => `Hủy gửi tệp ${name}`,
  close: 'Đóng',
  drop: 'Bỏ phần gửi dở',
};
