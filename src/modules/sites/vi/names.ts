export const permissionNames = {
  'site.look': 'Xem cách bày trang công khai',
  'site.manage':
    'Bày trang công khai: tên, danh mục, banner, liên kết, danh ngôn, trang chủ, tên miền',
};

export const bannerPlaceNames = {
  top: 'Đầu trang',
  aside: 'Cột bên',
  foot: 'Chân trang',
} as const;

export const bannerKindNames = {
  campaign: 'Tuyên truyền',
  advertisement: 'Quảng cáo',
} as const;

export const blockPlaceNames = {
  main: 'Cột chính',
  aside: 'Cột bên',
  wide: 'Hết bề ngang, dưới hai cột',
  thirds: 'Ba cột nhỏ',
  foot: 'Hết bề ngang, cuối trang',
} as const;

export const roomLabels: Readonly<Record<string, string>> = {
  home: 'Trang chủ',
  about: 'Giới thiệu',
  news: 'Tin tức',
  notices: 'Thông báo',
  organisations: 'Các hội thành viên',
  contests: 'Hội thi, cuộc thi',
  archive: 'Kho giải pháp',
  experts: 'Chuyên gia',
  activities: 'Hoạt động',
  library: 'Thư viện ảnh, phim, tiếng',
  documents: 'Tài liệu',
  figures: 'Số liệu hội viên, trí thức',
  data: 'Dữ liệu mở',
  quotes: 'Danh ngôn khoa học',
  links: 'Liên kết website',
  map: 'Bản đồ, địa chỉ',
  contact: 'Liên hệ',
};

export const targetKindNames = {
  room: 'Trang có sẵn',
  section: 'Chuyên mục',
  page: 'Bài hoặc trang đã viết',
  address: 'Địa chỉ khác',
  heading: 'Không dẫn đi đâu, chỉ mở các mục bên dưới',
} as const;

/** What of a site uses a medium of the library. */
export const mediaUseNames = { emblem: 'Biểu trưng của trang', banner: 'Banner' } as const;
