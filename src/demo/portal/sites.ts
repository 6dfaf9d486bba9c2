// How the demo sites are shaped: names, sections, menus, banners, links, quotes.

export interface DemoSection {
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  readonly below?: readonly DemoSection[];
}

interface Entry {
  readonly label: string;
  readonly to: string;
  readonly language?: 'en';
}

export interface DemoSite {
  readonly code: string;
  readonly name: string;
  readonly english_name?: string;
  readonly responsible: string;
  readonly licence: string;
  readonly email: string;
  readonly directions?: string;
  readonly sections: readonly DemoSection[];
  /** Entries of the menu: `room:news`, `section:slug`, `address:/path`. */
  readonly menu: readonly (Entry & { readonly below?: readonly Entry[] })[];
  /** Blocks of the home: place, kind, and whose (a section) or how many. */
  readonly blocks: readonly {
    readonly place: string;
    readonly kind: string;
    readonly section?: string;
    readonly count?: number;
    readonly title?: string;
  }[];
  readonly links: readonly {
    readonly heading: string;
    readonly label: string;
    readonly href: string;
  }[];
  readonly quotes: readonly {
    readonly words: string;
    readonly who: string;
    readonly source: string;
  }[];
}

const links = [
  {
    heading: 'Hệ thống Liên hiệp hội',
    label: 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam',
    href: 'https://vusta.vn',
  },
  {
    heading: 'Hệ thống Liên hiệp hội',
    label: 'Quỹ Hỗ trợ sáng tạo kỹ thuật Việt Nam (VIFOTEC)',
    href: 'https://vifotec.vn',
  },
  {
    heading: 'Cơ quan nhà nước',
    label: 'Cổng thông tin điện tử Chính phủ',
    href: 'https://chinhphu.vn',
  },
  { heading: 'Cơ quan nhà nước', label: 'Bộ Khoa học và Công nghệ', href: 'https://mst.gov.vn' },
] as const;

const quotes = [
  {
    words: 'Hiền tài là nguyên khí của quốc gia; nguyên khí thịnh thì thế nước mạnh.',
    who: 'Thân Nhân Trung',
    source: 'Văn bia Tiến sĩ khoa Nhâm Tuất (1442), dựng năm 1484 tại Văn Miếu',
  },
  {
    words: 'Phi thương bất phú, phi nông bất ổn, phi công bất hưng, phi trí bất hưng.',
    who: 'Lê Quý Đôn',
    source: 'Tương truyền, thế kỷ XVIII',
  },
  {
    words: 'Nếu tôi nhìn được xa hơn, ấy là nhờ đứng trên vai những người khổng lồ.',
    who: 'Isaac Newton',
    source: 'Thư gửi Robert Hooke, năm 1675',
  },
  {
    words: 'Trong cuộc sống không có gì phải sợ, chỉ có điều cần hiểu.',
    who: 'Marie Curie',
    source: 'Dẫn theo Melvin A. Benarde, Our Precarious Habitat, 1973',
  },
] as const;

const news = { slug: 'tin-hoat-dong', name: 'Tin hoạt động' } as const;

export const demoSites: readonly DemoSite[] = [
  {
    code: 'sonla',
    name: 'Diễn đàn trí thức',
    english_name: 'Son La Union of Science and Technology Associations',
    responsible: 'Ban Biên tập Diễn đàn trí thức',
    licence: 'Giấy phép số 00/GP-TTĐT.',
    email: 'vanphong@lhh-sonla.example',
    directions: 'Từ quảng trường đi theo đường Minh Họa 300 m, trụ sở ở bên phải.',
    sections: [
      { slug: 'gioi-thieu', name: 'Giới thiệu' },
      {
        ...news,
        description: 'Việc làm hằng ngày của Liên hiệp hội và hội thành viên.',
        below: [{ slug: 'hoi-thanh-vien', name: 'Hội thành viên' }],
      },
      { slug: 'tu-van-phan-bien', name: 'Tư vấn, phản biện' },
      { slug: 'hoi-thi-cuoc-thi', name: 'Hội thi, cuộc thi' },
      { slug: 'tri-thuc-tieu-bieu', name: 'Trí thức tiêu biểu' },
      { slug: 'pho-bien-kien-thuc', name: 'Phổ biến kiến thức' },
      { slug: 'nghien-cuu-trao-doi', name: 'Nghiên cứu, trao đổi' },
    ],
    menu: [
      { label: 'Trang chủ', to: 'room:home' },
      {
        label: 'Giới thiệu',
        to: 'section:gioi-thieu',
        below: [
          { label: 'Hội thành viên', to: 'room:organisations' },
          { label: 'Chuyên gia', to: 'room:experts' },
          { label: 'Số liệu', to: 'room:figures' },
          { label: 'Dữ liệu mở', to: 'room:data' },
          { label: 'Bản đồ', to: 'room:map' },
          { label: 'Liên hệ', to: 'room:contact' },
        ],
      },
      {
        label: 'Tin hoạt động',
        to: 'section:tin-hoat-dong',
        below: [
          { label: 'Tin mới', to: 'room:news' },
          { label: 'Thông báo', to: 'room:notices' },
          { label: 'Hội thảo, tập huấn', to: 'room:activities' },
        ],
      },
      { label: 'Tư vấn, phản biện', to: 'section:tu-van-phan-bien' },
      {
        label: 'Hội thi, cuộc thi',
        to: 'section:hoi-thi-cuoc-thi',
        below: [
          { label: 'Các lần tổ chức', to: 'room:contests' },
          { label: 'Kho giải pháp', to: 'room:archive' },
        ],
      },
      { label: 'Trí thức tiêu biểu', to: 'section:tri-thuc-tieu-bieu' },
      { label: 'Phổ biến kiến thức', to: 'section:pho-bien-kien-thuc' },
      {
        label: 'Thư viện',
        to: 'room:library',
        below: [
          { label: 'Tài liệu', to: 'room:documents' },
          { label: 'Bản tin', to: 'address:/ban-tin' },
          { label: 'Danh ngôn khoa học', to: 'room:quotes' },
          { label: 'Liên kết', to: 'room:links' },
          { label: 'Thăm dò ý kiến', to: 'address:/tham-do' },
          { label: 'Góp ý', to: 'address:/gop-y' },
        ],
      },
      { label: 'Home', to: 'room:home', language: 'en' },
      { label: 'News', to: 'room:news', language: 'en' },
      { label: 'Poll', to: 'address:/tham-do?ngon-ngu=en', language: 'en' },
      { label: 'Contact (in Vietnamese)', to: 'room:contact', language: 'en' },
    ],
    blocks: [
      { place: 'main', kind: 'lead' },
      { place: 'main', kind: 'quotes' },
      { place: 'aside', kind: 'open_call' },
      { place: 'aside', kind: 'notices' },
      { place: 'aside', kind: 'banners' },
      { place: 'wide', kind: 'figures' },
      { place: 'thirds', kind: 'section', section: 'tin-hoat-dong' },
      { place: 'thirds', kind: 'section', section: 'tu-van-phan-bien' },
      { place: 'thirds', kind: 'section', section: 'pho-bien-kien-thuc' },
      { place: 'thirds', kind: 'poll' },
      { place: 'thirds', kind: 'most_read' },
      { place: 'thirds', kind: 'visits' },
      { place: 'foot', kind: 'listen_watch', count: 3 },
      { place: 'foot', kind: 'gallery', count: 4 },
      { place: 'foot', kind: 'links' },
    ],
    links,
    quotes,
  },
  {
    code: 'vusta',
    name: 'Cổng thông tin trí thức',
    english_name: 'Vietnam Union of Science and Technology Associations',
    responsible: 'Văn phòng Liên hiệp hội Việt Nam',
    licence: 'Giấy phép số 01/GP-TTĐT.',
    email: 'vanphong@lhhvn.example',
    sections: [
      news,
      { slug: 'tin-dia-phuong', name: 'Tin địa phương' },
      { slug: 'hoi-thi-giai-thuong', name: 'Hội thi, giải thưởng' },
    ],
    menu: [
      { label: 'Trang chủ', to: 'room:home' },
      { label: 'Tin hoạt động', to: 'section:tin-hoat-dong' },
      { label: 'Tin địa phương', to: 'section:tin-dia-phuong' },
      { label: 'Hội thi, giải thưởng', to: 'section:hoi-thi-giai-thuong' },
      { label: 'Tổ chức', to: 'room:organisations' },
      { label: 'Kho giải pháp', to: 'room:archive' },
      { label: 'Thông báo', to: 'room:notices' },
      { label: 'Thư viện', to: 'room:library' },
    ],
    blocks: [
      { place: 'main', kind: 'lead' },
      { place: 'aside', kind: 'notices' },
      { place: 'aside', kind: 'search' },
      { place: 'wide', kind: 'figures' },
      { place: 'thirds', kind: 'latest', title: 'Tin mới', count: 5 },
      { place: 'thirds', kind: 'section', section: 'tin-dia-phuong' },
      { place: 'thirds', kind: 'section', section: 'hoi-thi-giai-thuong' },
      { place: 'thirds', kind: 'most_read' },
      { place: 'thirds', kind: 'links' },
      { place: 'thirds', kind: 'visits' },
      { place: 'foot', kind: 'quotes' },
    ],
    links,
    quotes,
  },
  ...(['quangngai', 'bacgiang', 'hanoi'] as const).map((code) => ({
    code,
    name: 'Trang thông tin điện tử',
    responsible: 'Văn phòng Liên hiệp hội',
    licence: 'Giấy phép số 02/GP-TTĐT.',
    email: `vanphong@lhh-${code}.example`,
    sections: [news],
    menu: [
      { label: 'Trang chủ', to: 'room:home' },
      { label: 'Tin hoạt động', to: 'section:tin-hoat-dong' },
      { label: 'Tổ chức', to: 'room:organisations' },
      { label: 'Thư viện', to: 'room:library' },
      { label: 'Thông báo', to: 'room:notices' },
    ],
    blocks: [
      { place: 'main', kind: 'lead' },
      { place: 'aside', kind: 'notices' },
      { place: 'aside', kind: 'links' },
      { place: 'wide', kind: 'figures' },
      { place: 'foot', kind: 'quotes' },
    ],
    links: links.slice(0, 2),
    quotes: quotes.slice(0, 1),
  })),
];
