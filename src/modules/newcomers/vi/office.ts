import type { IssueWords } from '../../../kernel/issue.ts';
import type { Program } from '../rules/index.ts';
import type { ImportState } from '../schema.ts';

const number = (count: number): string => new Intl.NumberFormat('vi-VN').format(count);

/** What is wrong with bringing a site, and what to do. */
export const importIssues: IssueWords = {
  'organisation.unknown': (d) =>
    `Không có đơn vị nào mang mã ${String(d.code ?? '')}. Chọn đơn vị khác.`,
  not_an_address: (d) =>
    `“${String(d.typed ?? '')}” không phải địa chỉ trang. Ghi như https://lienhiephoi.example.`,
  choose_file: () => 'Hãy chọn một tệp.',
  import_state: () => 'Lần chuyển này đang ở bước khác. Tải lại trang rồi xem tiếp.',
  import_file_gone: () =>
    'Tệp đã được xóa sau bảy ngày. Gửi lại tệp thành một lần chuyển mới; những gì đã chuyển vẫn được nhận ra.',
  import_unreadable: () => 'Tệp không đọc được. Gửi tệp khác thành một lần chuyển mới.',
};

export const words = {
  menu: 'Chuyển trang cũ',
  title: 'Chuyển trang cũ về đây',
  lead: (name: string) =>
    `Mang bài viết, ảnh, bình luận và địa chỉ cũ của trang trước đây về trang của ${name}. Đọc thử trước, chưa ghi gì.`,
  steps: ['Gửi tệp', 'Xem trước', 'Chuyển về'],
  sendTitle: 'Gửi tệp của trang cũ',
  refused: 'Chưa nhận được tệp',
  program: 'Trang cũ làm bằng',
  programHelps: {
    wordpress: 'Trong trang quản trị cũ: Công cụ, Xuất ra, Tất cả nội dung. Gửi tệp .xml tải về.',
    joomla: 'Trong phpMyAdmin: chọn cơ sở dữ liệu, Xuất, kiểu SQL. Gửi tệp .sql hoặc .sql.gz.',
    rss: 'Khi không vào được trang quản trị cũ: lưu trang nguồn tin (/feed hoặc /rss) thành tệp .xml.',
    html: 'Trang gồm các tệp .html: nén cả thư mục, có cả ảnh, thành một tệp .zip.',
  } satisfies Record<Program, string>,
  file: 'Tệp của trang cũ',
  fileHelp: 'Tối đa 1.000 MB. Tệp được mã hóa khi lưu và tự xóa sau bảy ngày.',
  address: 'Địa chỉ trang cũ',
  addressHelp:
    'Ví dụ https://lienhiephoi.example. WordPress và nguồn tin tự ghi trong tệp; với Joomla và HTML, nhờ địa chỉ này mà liên kết trong bài dẫn đúng.',
  read: 'Đọc thử',
  reading: 'Đang gửi…',
  nothingYet: 'Chưa đăng gì: bước sau cho xem những gì sẽ chuyển.',
  earlier: 'Các lần chuyển',
  none: 'Chưa chuyển trang nào về đây',
  noneBody: 'Gửi tệp của trang cũ ở trên để bắt đầu.',
  when: 'Gửi lúc',
  who: 'Người gửi',
  result: 'Đã mang sang',
  state: 'Tình trạng',
  states: {
    opened: 'Đang đọc thử',
    looked: 'Chờ chuyển',
    running: 'Đang chuyển',
    done: 'Đã chuyển',
    cancelled: 'Đã dừng',
    failed: 'Không xong',
    undoing: 'Đang hoàn tác',
    undone: 'Đã hoàn tác',
  } satisfies Record<ImportState, string>,
  back: 'Về danh sách các lần chuyển',
  stop: 'Dừng lại',

  working: {
    opened: 'Đang đọc tệp, đã thấy',
    running: 'Đang chuyển',
    undoing: 'Đang hoàn tác',
  } as Readonly<Record<string, string>>,
  parts: {
    reading: 'Đang đọc tệp, đã thấy',
    media: 'Đang đưa ảnh và tệp vào thư viện',
    articles: 'Đang đưa bài và trang',
    comments: 'Đang đưa bình luận',
    redirects: 'Đang ghi địa chỉ cũ',
  } as Readonly<Record<string, string>>,
  workingNote: 'Có thể đóng trang này: việc vẫn chạy, kết quả nằm ở đây.',

  previewTitle: 'Những gì sẽ chuyển về',
  site: 'Trang cũ',
  found: {
    article: 'bài viết',
    page: 'trang',
    media: 'ảnh và tệp',
    comment: 'bình luận',
    section: 'chuyên mục',
    tag: 'từ khóa',
    menu_item: 'mục thực đơn',
    redirect: 'địa chỉ cũ',
  } as Readonly<Record<string, string>>,
  stateOfArticles: 'Bài và trang theo tình trạng cũ',
  articleStates: {
    published: 'đang đăng',
    scheduled: 'chờ đến ngày đăng',
    draft: 'bản nháp, vẫn là bản nháp',
    private: 'nội bộ, giữ làm bản nháp',
    protected: 'có mật khẩu, giữ làm bản nháp',
    archived: 'đã hết hạn, giữ làm bản nháp',
    trash: 'trong thùng rác, không mang sang',
  } as Readonly<Record<string, string>>,
  sections: 'Chuyên mục',
  more: (count: number) => `và ${number(count)} mục nữa`,
  titles: 'Những bài đầu trong tệp',
  articleTitle: 'Tên bài',
  articleDay: 'Ngày đăng',
  noDay: 'không rõ',
  unreadable: 'Không đọc được tệp',
  uploadsTitle: 'Ảnh và tệp của trang cũ',
  uploadsHave: (files: number, all: number, name: string) =>
    `Trong ${name} có ${number(files)} trên ${number(all)} ảnh và tệp của trang cũ.`,
  uploadsNone: (all: number) =>
    all === 0
      ? 'Nén thư mục ảnh của trang cũ (images, media) thành tệp ZIP rồi gửi, để ảnh trong bài cùng về thư viện.'
      : `Trang cũ có ${number(all)} ảnh và tệp. Nén thư mục wp-content/uploads thành tệp ZIP rồi gửi, để chúng cùng về thư viện. Không gửi thì bài vẫn về, thiếu ảnh; gửi sau cũng được.`,
  uploads: 'Tệp ZIP của thư mục ảnh',
  uploadsHelp: 'Tối đa 1.000 MB. Nhiều hơn thì chạy lệnh lientri import trên máy chủ.',
  sendUploads: 'Gửi tệp ảnh',
  start: 'Chuyển về',
  starting: 'Đang bắt đầu…',
  startNote:
    'Bài đang đăng ở trang cũ được đăng ở đây với đúng ngày cũ. Chạy lại bao nhiêu lần cũng không lặp, và hoàn tác được.',
  again: 'Chuyển lại',
  againNote: 'Chỉ những gì mới hoặc đã sửa ở trang cũ mới được mang sang thêm.',

  doneTitle: 'Kết quả',
  doneSaid: 'Đã chuyển xong.',
  nothingNew: 'Không có gì mới: mọi thứ trong tệp đã ở đây.',
  stoppedSaid: 'Đã dừng theo yêu cầu. Những gì đã mang sang vẫn ở lại; bấm Chuyển lại để làm tiếp.',
  failedSaid:
    'Việc không xong vì một lỗi của máy chủ. Những gì đã mang sang vẫn ở lại; bấm Chuyển lại để làm tiếp, nếu vẫn lỗi thì báo người quản trị.',
  undoneSaid: (removed: number, kept: number) =>
    `Đã gỡ ${number(removed)} mục mà lần chuyển này mang đến${kept === 0 ? '' : `, giữ lại ${number(kept)} mục vì đã có người sửa hoặc đang dùng`}.`,
  counts: {
    articles: 'bài viết',
    pages: 'trang',
    comments: 'bình luận',
    media: 'ảnh và tệp',
    redirects: 'địa chỉ cũ',
  } as Readonly<Record<string, string>>,
  brought: 'Những bài vừa mang sang',
  allArticles: 'Tất cả bài viết',
  redirectsList: 'Địa chỉ cũ',
  problemsTitle: 'Cần xem lại',
  noProblems: 'Không có chỗ nào phải xem lại.',
  byCommand: 'Chuyển bằng lệnh trên máy chủ.',
  fileGone: 'Tệp đã được xóa; gửi lại tệp ở danh sách nếu cần chuyển lại.',
  undo: 'Hoàn tác',
  undoTitle: 'Hoàn tác lần chuyển này?',
  undoBody:
    'Bài, ảnh, chuyên mục, mục thực đơn và địa chỉ cũ mà lần này mang đến sẽ được gỡ. Những gì đã có người sửa hoặc đang dùng thì giữ lại. Bài đã gỡ nằm trong thùng rác 30 ngày; chuyển lại thì về như cũ.',
  say: number,
};
