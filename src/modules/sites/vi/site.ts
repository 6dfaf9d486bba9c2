import { formatDate, formatSecond } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const degrees = (value: number): string => `${formatNumber(Math.abs(value), 5)}°`;

export const siteWords = {
  home: 'Trang chủ',
  homeDescription: (name: string) => `Tin, thông báo, cuộc thi và số liệu của ${name}.`,
  quotes: 'Danh ngôn khoa học',
  quotesLead: 'Những câu đáng nhớ về khoa học, kèm người nói và nguồn.',
  noQuotes: 'Chưa có câu nào.',
  allQuotes: 'Xem mọi danh ngôn',
  links: 'Liên kết website',
  linksLead: 'Trang của các cơ quan, đơn vị khác. Nội dung ở đó do nơi đó chịu trách nhiệm.',
  noLinks: 'Chưa có liên kết nào.',
  otherLinks: 'Liên kết khác',
  allLinks: 'Xem mọi liên kết',
  map: 'Bản đồ, địa chỉ',
  mapLead: (name: string, count: number) =>
    count === 0
      ? `Nơi tìm đến ${name}.`
      : `Nơi tìm đến ${name} và ${formatNumber(count)} đơn vị trực thuộc, theo địa chỉ các đơn vị ghi trong sổ. Trang này không dùng bản đồ của nơi khác.`,
  ourOffice: 'Trụ sở',
  address: 'Địa chỉ',
  directions: 'Cách đến',
  phone: 'Điện thoại',
  point: 'Tọa độ',
  pointOf: (latitude: number | null, longitude: number | null) =>
    latitude === null || longitude === null
      ? null
      : `${degrees(latitude)} ${latitude < 0 ? 'nam' : 'bắc'}, ${degrees(longitude)} ${longitude < 0 ? 'tây' : 'đông'}`,
  openMap: 'Mở ứng dụng bản đồ trên máy của quý vị',
  openMapNote: 'Máy không có ứng dụng bản đồ thì dùng tọa độ ở trên.',
  noAddress: 'Chưa ghi địa chỉ',
  compare: new Intl.Collator('vi').compare,
};

/** The kinds of blocks that this module gives, and how each is called on the home. */
export const blockNames = {
  lead: { kind: 'Bài đứng đầu', shown: 'Tin nổi bật' },
  latest: { kind: 'Tin mới', shown: 'Tin mới' },
  section: { kind: 'Tin của một chuyên mục', shown: 'Chuyên mục' },
  notices: { kind: 'Thông báo', shown: 'Thông báo' },
  open_call: { kind: 'Cuộc thi đang nhận hồ sơ', shown: 'Đang nhận hồ sơ' },
  gallery: { kind: 'Ảnh trong thư viện', shown: 'Thư viện ảnh' },
  listen_watch: { kind: 'Nghe và xem', shown: 'Nghe và xem' },
  quotes: { kind: 'Danh ngôn khoa học', shown: 'Danh ngôn khoa học' },
  links: { kind: 'Liên kết website', shown: 'Liên kết website' },
  banners: { kind: 'Banner cột bên', shown: 'Banner' },
  map: { kind: 'Địa chỉ, bản đồ', shown: 'Nơi tìm đến' },
} as const;

export const blockWords = {
  section: 'Chuyên mục',
  all: 'Xem tất cả',
  allNotices: 'Tất cả',
  group: 'Nhóm liên kết',
  startDossier: 'Xem và nộp hồ sơ',
  deadline: 'Hạn nộp',
  /** A last second (its day alone where the whole day counts), and the days from today until then. */
  untilIn: (second: string, days: number) =>
    [
      second.endsWith('T23:59:59')
        ? `hết ngày\u00a0${formatDate(second.slice(0, 10))}`
        : formatSecond(second),
      days === 0 ? 'hôm nay là ngày cuối' : `còn\u00a0${formatNumber(days)}\u00a0ngày`,
    ].join(', '),
  forWhom: 'Đối tượng',
  /** Kinds of entrants, and authors' days of birth where they are bounded. */
  whom: (
    kinds: readonly string[],
    born: { readonly first: string | null; readonly last: string | null } | null,
  ) => {
    const [first = '', ...others] = kinds;
    const who = [first, ...others.map((kind) => kind.toLocaleLowerCase('vi'))].join(', ');
    const days = [
      born?.first ? `từ ${formatDate(born.first)}` : null,
      born?.last ? `đến ${formatDate(born.last)}` : null,
    ].filter(Boolean);
    return days.length === 0 ? who : `${who}; sinh ${days.join(' ')}`;
  },
  seeMap: 'Địa chỉ các đơn vị',
  play: (film: boolean) => (film ? 'Xem phim' : 'Nghe'),
  album: (title: string, count: number) => `${title} (${formatNumber(count)}\u00a0ảnh)`,
  albums: 'Album ảnh',
  films: 'Phim, tiếng',
};
