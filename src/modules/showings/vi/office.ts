import { count, momentOf } from './say.ts';

/** Words of the office's pages: what unions offer, what the national site chooses. */
export const officeWords = {
  menu: 'Bài giới thiệu',
  offersTitle: 'Bài giới thiệu lên trang toàn quốc',
  nationalTitle: 'Bài các liên hiệp hội giới thiệu',
  nationalLead: (waiting: number) =>
    waiting === 0 ? 'Không có bài nào chờ chọn.' : `${count(waiting)} bài chờ chọn.`,
  offersLead:
    'Bài đã đăng có thể giới thiệu lên trang của Liên hiệp hội Việt Nam. Biên tập viên ở đó chọn bài và chuyên mục.',
  articles: 'Bài viết',
  states: {
    offered: 'Chờ chọn',
    chosen: 'Đang hiện trên trang toàn quốc',
    declined: 'Không chọn',
    taken_back: 'Đã rút',
  },
  allStates: 'Mọi tình trạng',
  state: 'Tình trạng',
  filter: 'Lọc',
  article: 'Bài',
  union: 'Liên hiệp hội',
  offered: 'Giới thiệu lúc',
  noOffers: 'Chưa có bài nào',
  noOffersUnion: 'Gõ mã hoặc đường dẫn của một bài đã đăng để giới thiệu.',
  noOffersNational: 'Khi một liên hiệp hội giới thiệu bài, bài hiện ở đây để chọn.',
  offerTitle: 'Giới thiệu một bài',
  pid: 'Mã bài hoặc đường dẫn của bài',
  pidHelp: 'Chép đường dẫn của bài trên trang công khai, hoặc mã 16 ký tự của bài.',
  note: 'Lời giới thiệu',
  noteHelp: 'Ví dụ: bài có số liệu của cả vùng, ảnh dùng lại được.',
  offer: 'Giới thiệu bài',
  section: 'Chuyên mục trên trang toàn quốc',
  newsOnly: 'Chỉ trong Tin mới',
  choose: 'Chọn bài',
  move: 'Đổi chuyên mục',
  decline: 'Không chọn',
  unchoose: 'Thôi hiện bài',
  takeBack: 'Rút bài',
  read: 'Đọc bài',
  by: (name: string, at: Date) => `${name} giới thiệu lúc ${momentOf(at)}`,
  done: {
    offered:
      'Đã giới thiệu bài. Biên tập viên trang toàn quốc sẽ thấy bài trong danh sách chờ chọn.',
    chosen: 'Đã chọn. Bài hiện trên trang toàn quốc từ bây giờ.',
    declined: 'Đã ghi. Bài không hiện trên trang toàn quốc.',
    taken_back: 'Đã rút bài.',
  },
  toDo: (waiting: number) =>
    waiting === 1 ? 'Một bài giới thiệu chờ chọn' : `${count(waiting)} bài giới thiệu chờ chọn`,
  toDoDetail: (since: Date) => `Sớm nhất gửi lúc ${momentOf(since)}`,
  toDoVerb: 'Chọn bài',
};

export const showingIssues = {
  offer_own_site: () => 'Bài này của chính trang toàn quốc nên không cần giới thiệu.',
  offer_page: () => 'Trang giới thiệu không vào danh sách tin. Chọn một bài hoặc một thông báo.',
  offer_already: () => 'Bài này đã được giới thiệu. Xem tình trạng của bài trong danh sách.',
  offer_none: () => 'Bài này không còn trong danh sách giới thiệu. Mở lại danh sách để xem.',
  offer_unknown: () =>
    'Không có bài nào đang đăng với mã hay đường dẫn này. Mở bài trên trang công khai rồi chép đường dẫn.',
  offer_section_unknown: (data: { typed?: unknown }) =>
    `Trang toàn quốc không có chuyên mục “${String(data.typed ?? '')}”. Chọn một chuyên mục trong danh sách.`,
};

export const permissionNames: Readonly<Record<string, string>> = {
  'showing.offers': 'Xem các bài giới thiệu lên trang toàn quốc',
  'showing.offer': 'Giới thiệu bài lên trang toàn quốc',
  'showing.choose': 'Chọn bài các liên hiệp hội giới thiệu',
};
