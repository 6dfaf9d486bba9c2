import type { IssueWords } from '../../../kernel/issue.ts';
import type { CertificateState } from '../rules/index.ts';
import { designLabels } from './design.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: unknown): string => new Intl.NumberFormat('vi-VN').format(Number(value));
const day = (value: unknown): string => show(value).split('-').reverse().join('/');

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'certificate.read': 'Xem giấy chứng nhận của hội thi, in giấy',
  'certificate.issue': 'Cấp, thay, thu hồi giấy chứng nhận của hội thi; đặt mẫu giấy',
};

export const stateNames: Readonly<Record<CertificateState, string>> = {
  valid: 'Có giá trị',
  replaced: 'Đã thay',
  revoked: 'Đã thu hồi',
};

export const labels: Readonly<Record<string, string>> = {
  ...designLabels,
  issued_on: 'Ngày ghi trên giấy',
  any_address: 'Chỉ cấp thử: vẫn in địa chỉ này',
  letters: 'Gửi thư báo cho người dự thi, kèm liên kết tải giấy',
  again: 'Cấp cả cho người có giấy đã thu hồi',
  names: 'Họ tên in trên giấy',
  unit: 'Trường hoặc nơi công tác',
  reason: 'Lý do',
  decision: 'Số quyết định thu hồi',
};

/** Of the form of replacing, where `unit` is words and not a tick. */
export const replaceLabels: Readonly<Record<string, string>> = labels;

export const certificateIssues: IssueWords = {
  day_in_future: (d) => `Ngày này chưa tới (hôm nay ${day(d.today)}). Sửa lại ngày.`,
  before_decision: (d) =>
    `Quyết định trao giải ký ngày ${day(d.decided)}; giấy phải ghi ngày ấy hoặc sau đó.`,
  placeholder: (d) => `Không có mục nào tên là {${show(d.typed)}}. Dùng các mục nêu ở trang này.`,
  placeholder_open: () => 'Ngoặc nhọn phải có đủ hai bên, ví dụ {giai}.',
  signer_half: () => 'Ghi cả chức vụ và họ tên người ký, hoặc để trống cả hai.',
  signer_titled: (d) =>
    `Không ghi học hàm, học vị trước họ tên người ký. Ghi là “${show(d.name)}”.`,
  seal_nobody: () => 'Chưa ghi người ký thứ hai nên không chừa chỗ đóng dấu ở đó được.',
  symbol_form: () =>
    'Ký hiệu gồm chữ in hoa và số, nối bằng dấu gạch, ví dụ GCN-BTCHT. Không ghi dấu gạch chéo ở đầu.',
  design_missing: () =>
    'Chưa chọn mẫu giấy cho lần tổ chức này. Mở mẫu giấy, xem lại và lưu trước.',
  address_unset: (d) =>
    `Chưa đặt địa chỉ dùng chung; giấy sẽ in ${show(d.site)}. Nhờ người quản trị đặt địa chỉ trước; nếu chỉ cấp thử thì đánh dấu ô này.`,
  nobody_waits: () => 'Không còn ai chờ cấp giấy. Kiểm tra lại giải đã ghi ở hồ sơ.',
  already_replaced: () => 'Giấy này đã được thay bằng giấy khác.',
  already_revoked: () => 'Giấy này đã thu hồi.',
  award_gone: () => 'Giải của giấy này không còn ở hồ sơ nên không cấp giấy thay được.',
  one_name: () => 'Giấy này cấp cho một người. Chỉ ghi một họ tên.',
};

export const words = {
  awardGone: 'Giải đã được gỡ khỏi hồ sơ',
  editions: 'Hội thi, tôn vinh',
  list: 'Giấy chứng nhận',
  found: (total: number, filtered: boolean) =>
    filtered ? `Có ${count(total)} giấy khớp với bộ lọc.` : `Đã cấp ${count(total)} giấy.`,
  waits: (many: number) => `Còn ${count(many)} người hoặc nhóm chờ cấp giấy.`,
  issue: 'Cấp giấy',
  issueMany: (many: number) => `Cấp ${count(many)} giấy`,
  design: 'Mẫu giấy',
  issueLead: (many: number) =>
    many === 0
      ? 'Không còn ai chờ cấp giấy.'
      : `${count(many)} giấy sẽ được cấp, theo thứ tự giải.`,
  issueNote:
    'Số giấy cấp nối tiếp, không sửa được sau khi cấp; ghi sai thì thay bằng giấy khác. Trên 20 giấy thì việc chạy lâu, có thể đóng trang.',
  withoutDesign: 'Chưa chọn mẫu giấy',
  withoutDesignBody:
    'Xem mẫu tham khảo, thay chữ theo quy chế, ghi người ký rồi lưu; sau đó cấp giấy.',
  openDesign: 'Mở mẫu giấy',
  nobody: 'Không còn ai chờ cấp giấy',
  nobodyBody: 'Khi hồ sơ có giải mới, người được giải hiện ra ở đây.',
  nobodyRevoked: (many: number) =>
    `${count(many)} người có giấy đã thu hồi. Đánh dấu ở dưới để cấp giấy khác cho họ.`,
  unnamedTitle: (many: number) => `${count(many)} giải không biết tên người được cấp`,
  unnamed:
    'Mẫu hồ sơ không ghi tên người hoặc tên tổ chức. Chọn mục ghi tên tổ chức ở mẫu giấy, hoặc bổ sung tác giả vào hồ sơ.',
  addressUnset: 'Chưa đặt địa chỉ dùng chung của hệ thống.',
  addressUnsetBody: (site: string) =>
    `Mã QR, liên kết kiểm tra và bản ký số trên giấy sẽ ghi ${site}; nơi khác có thể không mở được địa chỉ ấy, mà giấy đã cấp thì không sửa được. Người quản trị đặt địa chỉ bằng LIENTRI_URL rồi khởi động lại, sau đó mới cấp giấy.`,
  firstOf: (shown: number, all: number) =>
    shown === all ? `${count(all)} giấy.` : `${count(shown)} giấy đầu trong ${count(all)}.`,
  issuedNow: (many: number) => `Đã cấp ${count(many)} giấy.`,
  issuedOne: 'Đã cấp giấy.',
  named: (number: string) => `Giấy số ${number}`,
  state: 'Tình trạng',
  anyState: 'Mọi tình trạng',
  anyPrize: 'Mọi giải',
  searchChip: (typed: string) => `“${typed}”`,
  columns: {
    number: 'Số',
    holder: 'Người được cấp',
    prize: 'Giải',
    title: 'Hồ sơ',
    issued: 'Ngày cấp',
    state: 'Tình trạng',
    unit: 'Trường, nơi công tác',
    decision: 'Quyết định',
  },
  noneMatch: 'Không có giấy nào khớp với bộ lọc',
  wouldFind: (label: string, total: number) => ({
    before: `Bỏ điều kiện ${label} sẽ thấy `,
    link: `${count(total)} giấy`,
    after: '.',
  }),
  firstTitle: 'Chưa cấp giấy nào',
  firstBody: 'Chọn mẫu giấy, rồi cấp cho mọi hồ sơ có giải một lần.',
  firstRead: 'Khi Ban Tổ chức cấp giấy, danh sách hiện ở đây.',
  print: 'In giấy',
  printFiltered: (total: number) => `In ${count(total)} giấy này`,
  printHelp: 'Khổ A4 nằm ngang, mỗi giấy một trang, mỗi tệp tối đa 500 trang. In cỡ thật (100 %).',
  printed: 'Bản in giấy chứng nhận',
  printedCount: (many: number) => `${count(many)} giấy`,
  printedAt: 'In lúc',
  printedTerm: 'Đã in',
  files: 'Tệp để in',
  filesHelp: 'Tệp được giữ 30 ngày; sau đó in lại từ danh sách.',
  filesGone: 'Tệp đã quá 30 ngày nên không còn giữ. In lại từ danh sách.',
  noneFiles: 'Không có giấy nào để in.',
  latest: 'Các bản in gần đây',
  backToList: 'Về danh sách giấy',
  pdf: 'Tải giấy (PDF)',
  credential: 'Tải bản ký số (JSON)',
  replace: 'Thay giấy',
  replaceAsk: 'Thay giấy ghi sai…',
  replaceBody:
    'Giấy mới có số và mã mới, in theo mẫu giấy hiện nay. Ai kiểm tra giấy cũ sẽ thấy là đã thay.',
  replaced: 'Đã cấp giấy thay. Đây là giấy mới.',
  namesHelp: 'Sửa lại cho đúng. Giấy của nhóm thì mỗi dòng một người.',
  replaceReasonHelp: 'Ví dụ: ghi sai họ tên, ghi sai trường.',
  revoke: 'Thu hồi giấy',
  revokeAsk: 'Thu hồi giấy…',
  revokeBody:
    'Từ hôm nay giấy không còn giá trị; ai kiểm tra giấy sẽ thấy là đã thu hồi, ngày và số quyết định. Lý do chỉ văn phòng thấy.',
  revoked: 'Đã thu hồi giấy.',
  keep: 'Giữ nguyên giấy',
  ended: 'Ngày thu hồi hoặc thay',
  earlier: 'Thay cho',
  later: 'Được thay bằng',
  checkPage: 'Trang kiểm tra',
  proofTitle: 'Bằng chứng',
  sha256: 'SHA-256 của nội dung',
  signature: 'Chữ ký Ed25519',
  key: 'Mã khóa',
  dossier: 'Hồ sơ',
};

export const actionNames: Readonly<Record<string, string>> = {
  'certificate.issue': 'Cấp cùng các giấy khác',
  'certificate.replace': 'Thay bằng giấy khác',
  'certificate.revoke': 'Thu hồi',
  'certificate.revoke_unawarded': 'Thu hồi vì giải đã gỡ',
};
