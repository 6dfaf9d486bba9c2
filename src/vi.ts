/** Words of the shell: what every page carries whatever its module. */
export const shellWords = {
  office: 'Văn phòng',
  siteName: 'Diễn đàn trí thức',
  publicSite: 'Trang công khai',
  account: 'Tài khoản',
  toOffice: 'Vào văn phòng',
  signIn: 'Đăng nhập',
  signInOffice: 'Đăng nhập văn phòng',
  api: 'Dữ liệu cho máy đọc (API)',
  requestId: 'Mã yêu cầu',
  backHome: 'Về trang chủ',
  siteMenu: { home: 'Trang chủ', organisations: 'Các hội thành viên' },
  started: (address: string) => `Liên Trí đã sẵn sàng: ${address}`,
  signIns: 'Tài khoản trình diễn (cùng một mật khẩu):',
  password: (password: string) => `Mật khẩu: ${password}`,
  preparing: 'Đang chuẩn bị dữ liệu trình diễn lần đầu…',
  stopping: 'Đang dừng…',
  stopped: 'Đã dừng. Dữ liệu nằm nguyên trong thư mục dữ liệu.',
  alreadyInstalled: 'Thư mục này đã có dữ liệu. Chọn thư mục khác bằng --data.',
  portBusy: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Chọn cổng khác, ví dụ PORT=${port + 1} npm start.`,
  cannotListen: (host: string, reason: string) => `Không mở được địa chỉ ${host}: ${reason}.`,
};
