import { vietnamDay } from '../../kernel/clock.ts';
import type { IssueWords } from '../../kernel/issue.ts';
import { formatDate } from '../../kernel/vietnamese/dates.ts';
import type { BulletinState } from './rules.ts';

const count = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);

export const stateNames: Readonly<Record<BulletinState, string>> = {
  draft: 'Đang soạn',
  published: 'Đã xuất bản',
};

export const labels: Readonly<Record<string, string>> = {
  number: 'Số',
  year: 'Năm',
  title: 'Tên bản tin',
  editorial: 'Lời nói đầu',
  imprint: 'Phần cuối bản tin',
  cover: 'Ảnh bìa',
  address: 'Thư điện tử',
  articles: 'Bài trong số này',
  article: 'Bài',
};

export const help = {
  title: 'In ở đầu trang bìa, như nhau ở mọi số.',
  editorial: 'In trước các bài. Xuống dòng trống để sang đoạn.',
  imprint: 'Chịu trách nhiệm xuất bản, giấy phép, số lượng in, nơi in.',
} as const;

export const defaultTitle = 'Bản tin Trí thức với Khoa học và Công nghệ';

/** 'Số 3 năm 2026'. */
export const issueName = ({ number, year }: { readonly number: number; readonly year: number }) =>
  `Số ${number} năm ${year}`;

export const words = {
  menu: 'Bản tin',
  list: 'Bản tin',
  listLead: (issues: number, readers: number) =>
    `${count(issues)} số, ${count(readers)} người nhận qua thư điện tử.`,
  create: 'Soạn số mới',
  createTitle: 'Soạn số bản tin',
  editTitle: 'Sửa số bản tin',
  save: 'Lưu số bản tin',
  saved: 'Đã lưu số bản tin.',
  firstTitle: 'Chưa có số bản tin nào',
  firstBody: 'Soạn số đầu tiên: chọn bài đã đăng, xếp thứ tự, xem bản in rồi xuất bản.',
  firstRead: 'Khi có số đã soạn, danh sách hiện ở đây.',
  columns: {
    issue: 'Số',
    state: 'Tình trạng',
    articles: 'Bài',
    day: 'Ngày xuất bản',
    sent: 'Thư đã gửi',
  },
  contents: 'Bài trong số này',
  place: 'Thứ tự',
  acts: 'Sắp xếp',
  article: 'Bài',
  day: 'Ngày đăng',
  noArticles: 'Chưa có bài nào. Chọn bài ở mục bên dưới.',
  closed: 'Bài này không còn đăng; hãy bỏ ra trước khi xuất bản.',
  up: 'Lên',
  down: 'Xuống',
  remove: 'Bỏ ra',
  upLabel: (title: string) => `Đưa lên: ${title}`,
  downLabel: (title: string) => `Đưa xuống: ${title}`,
  removeLabel: (title: string) => `Bỏ ra: ${title}`,
  add: 'Thêm bài',
  addLabel: (title: string) => `Thêm bài: ${title}`,
  search: 'Chữ trong tên bài',
  find: 'Tìm bài',
  candidates: 'Bài đã đăng, chưa có trong số này',
  noCandidates: 'Không có bài nào khớp. Chỉ bài đã đăng của đơn vị mới đưa vào bản tin được.',
  facts: 'Về số này',
  state: 'Tình trạng',
  publishedOn: 'Ngày xuất bản',
  letters: 'Thư đã gửi',
  lettersOf: (many: number, at: Date) => `${count(many)} thư, ngày ${formatDate(vietnamDay(at))}`,
  notSent: 'Chưa gửi',
  file: 'Bản in PDF',
  preview: 'Xem bản in thử (PDF)',
  download: 'Tải bản in (PDF)',
  edit: 'Sửa thông tin',
  publish: 'Xuất bản…',
  publishQuestion: (name: string) => `Xuất bản ${name}?`,
  publishBody:
    'Bản in được lập một lần và giữ nguyên từ đó, kể cả khi bài được sửa sau này. Số đã xuất bản hiện trên trang công khai.',
  publishVerb: 'Xuất bản',
  keep: 'Để sau',
  published: 'Đã xuất bản.',
  send: 'Gửi thư cho người nhận…',
  sendQuestion: (name: string, readers: number) => `Gửi ${name} cho ${count(readers)} người nhận?`,
  sendBody:
    'Mỗi người nhận một thư có mục lục, đường dẫn tới bản tin và đường dẫn ngừng nhận. Mỗi số chỉ gửi một lần.',
  sendVerb: 'Gửi thư',
  sent: 'Đã xếp thư vào hàng gửi.',
  removeTitle: 'Xóa số bản tin',
  removeQuestion: (name: string) => `Xóa ${name}?`,
  removeBody: 'Khôi phục được trong 30 ngày.',
  removeKeep: 'Giữ lại',
  removed: (name: string) => `Đã xóa ${name}.`,
  restored: 'Đã khôi phục số bản tin.',
  arranged: 'Đã lưu thứ tự bài.',
  readers: 'Người nhận bản tin',
  readersLead: (many: number) => `${count(many)} người đã xác nhận nhận bản tin.`,
  noReaders: 'Chưa có ai nhận bản tin',
  noReadersBody: 'Bạn đọc đăng ký ở trang Bản tin công khai và xác nhận qua thư.',
  since: 'Từ ngày',
  publicPage: 'Trang bản tin công khai',
} as const;

export const siteWords = {
  title: 'Bản tin',
  lead: (name: string) => `Các số bản tin của ${name}.`,
  none: 'Chưa có số bản tin nào được xuất bản.',
  contents: 'Trong số này',
  download: 'Tải bản in (PDF)',
  day: (at: Date) => `Xuất bản ngày ${formatDate(vietnamDay(at))}`,
  articles: (many: number) => `${count(many)} bài`,
  all: 'Tất cả các số',
  subscribe: 'Nhận bản tin qua thư',
  subscribeHelp: 'Mỗi số một thư. Thư nào cũng có đường dẫn ngừng nhận.',
  subscribeVerb: 'Đăng ký nhận',
  consent:
    'Địa chỉ chỉ dùng để gửi bản tin, không hiện công khai và được xóa một tháng sau khi ngừng nhận.',
  website: 'Để trống ô này',
  asked: 'Đã ghi nhận. Hãy mở thư vừa gửi tới quý vị và bấm đường dẫn trong thư để xác nhận.',
  askedLater: 'Không thấy thư sau vài phút thì tìm trong mục thư rác, hoặc đăng ký lại.',
} as const;

export const answerWords = {
  title: 'Nhận bản tin qua thư',
  lead: (union: string, address: string) => `${union} · ${address}`,
  confirmBody: 'Bấm nút dưới đây để xác nhận nhận bản tin.',
  confirm: 'Nhận bản tin',
  receives: 'Địa chỉ này đang nhận bản tin.',
  end: 'Ngừng nhận bản tin',
  ended: 'Đã ngừng. Địa chỉ này không nhận bản tin nữa.',
  again: 'Nhận lại bản tin',
} as const;

interface Letter {
  readonly subject: string;
  readonly text: string;
}

export const letterWords = {
  confirm: (union: string, link: string, days: number): Letter => ({
    subject: `Xác nhận nhận bản tin của ${union}`,
    text: `Kính gửi quý vị,\n\nCó người vừa đăng ký địa chỉ này để nhận bản tin của ${union}. Nếu đúng là quý vị, hãy mở đường dẫn sau và bấm nút xác nhận trong ${days} ngày:\n\n${link}\n\nNếu không phải, quý vị không cần làm gì: chúng tôi không gửi thêm thư nào và xóa địa chỉ này.\n`,
  }),
  already: (union: string, link: string, _days: number): Letter => ({
    subject: `Quý vị đang nhận bản tin của ${union}`,
    text: `Kính gửi quý vị,\n\nĐịa chỉ này đã được đăng ký nhận bản tin của ${union} từ trước, nên không cần làm gì thêm. Muốn ngừng nhận, hãy mở đường dẫn sau:\n\n${link}\n`,
  }),
  issue: (
    bulletin: {
      readonly title: string;
      readonly number: number;
      readonly year: number;
      readonly organisationName: string;
    },
    titles: readonly string[],
    page: string,
    link: string,
  ): Letter => ({
    subject: `${bulletin.title}, ${issueName(bulletin).toLocaleLowerCase('vi')}`,
    text: `${bulletin.title}\n${issueName(bulletin)}\n${bulletin.organisationName}\n\nTrong số này:\n${titles.map((title, at) => `${at + 1}. ${title}`).join('\n')}\n\nĐọc và tải bản in tại:\n${page}\n\n-- \nQuý vị nhận thư này vì đã đăng ký nhận bản tin. Ngừng nhận: ${link}\n`,
  }),
} as const;

/** What is printed. */
export const paperWords = {
  contents: 'Trong số này',
  editorial: 'Lời nói đầu',
  published: (at: Date) => `Xuất bản ngày ${formatDate(vietnamDay(at))}`,
  trial: 'Bản in thử',
  cover: 'Ảnh bìa của số này',
} as const;

export const bulletinIssues: IssueWords = {
  number_taken: ({ number, year }) =>
    `Đã có số ${number} năm ${year}. Chọn số khác, hoặc mở số đã có để sửa.`,
  published_already: () =>
    'Số này đã xuất bản nên giữ nguyên. Muốn thêm bài, hãy soạn số tiếp theo.',
  no_articles: () => 'Số này chưa có bài nào. Chọn ít nhất một bài rồi xuất bản.',
  article_closed: ({ title }) =>
    `Bài “${String(title)}” không còn đăng. Bỏ bài ra, hoặc đăng lại bài rồi xuất bản.`,
  article_unknown: () =>
    'Không tìm thấy bài này trong số các bài đang đăng của đơn vị. Chọn bài khác.',
  too_many_articles: ({ most }) => `Mỗi số có nhiều nhất ${most} bài. Bỏ bớt bài trước khi thêm.`,
  publish_first: () => 'Số này chưa xuất bản. Xuất bản trước rồi gửi thư.',
  sent_already: () => 'Số này đã gửi thư rồi. Mỗi số chỉ gửi một lần.',
  no_subscribers: () => 'Chưa có ai nhận bản tin qua thư nên không có gì để gửi.',
  cover_unknown: () => 'Không tìm thấy ảnh này trong thư viện. Chọn ảnh khác hoặc để trống.',
  asked_too_quick: () => 'Biểu mẫu được gửi quá nhanh. Hãy bấm gửi lại lần nữa.',
  asked_too_often: () => 'Đã có nhiều lượt đăng ký từ nơi này. Hãy thử lại sau một giờ.',
};

export const permissionNames: Readonly<Record<string, string>> = {
  'bulletin.read': 'Xem bản tin đang soạn',
  'bulletin.write': 'Soạn bản tin',
  'bulletin.publish': 'Xuất bản và gửi bản tin',
  'bulletin.subscribers': 'Xem địa chỉ người nhận bản tin',
  'bulletin.subscribe': 'Đăng ký nhận bản tin',
};
