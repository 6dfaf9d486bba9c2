import type { IssueWords } from '../../kernel/issue.ts';
import type { Role } from '../../kernel/role.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  clerk: 'Chuyên viên văn phòng',
  leader: 'Lãnh đạo Liên hiệp hội',
  officer: 'Cán bộ hội thành viên',
  national: 'Cán bộ Liên hiệp hội Việt Nam',
  expert: 'Chuyên gia',
  author: 'Tác giả',
  judge: 'Thành viên hội đồng',
  agency: 'Cơ quan đặt hàng',
  editor: 'Biên tập viên',
  reader: 'Bạn đọc',
  admin: 'Quản trị hệ thống',
  auditor: 'Người kiểm tra',
  custodian: 'Người giữ thông tin riêng',
};

/** What each permission lets a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'office.open': 'Vào văn phòng của đơn vị',
  'grant.read': 'Xem ai được giao quyền gì',
  'grant.write': 'Giao và thu quyền, lập tài khoản',
  'audit.read': 'Xem sổ ghi mọi việc đã làm',
  'outbox.read': 'Xem thư chờ gửi',
  'token.own': 'Lập mã truy cập cho máy',
};

export const accountIssues: IssueWords = {
  not_an_email: (d) => `“${String(d.typed)}” chưa phải địa chỉ thư điện tử. Ghi như ten@coquan.vn.`,
  email_taken: (d) => `Đã có tài khoản dùng thư ${String(d.email)}.`,
  unknown_account: (d) =>
    `Chưa có tài khoản nào dùng thư ${String(d.email)}. Lập tài khoản trước, rồi giao quyền.`,
  unknown_organisation: (d) => `Không có đơn vị nào mang mã ${String(d.code)}.`,
  until_past: () => 'Ngày hết hạn đã qua. Chọn ngày từ hôm nay trở đi, hoặc để trống.',
  already_given: () => 'Người này đang giữ đúng quyền ấy ở đơn vị này.',
  password_short: (d) => `Mật khẩu cần ít nhất ${String(d.min)} ký tự.`,
  password_refused: () => 'Mật khẩu hiện tại chưa đúng.',
  sign_in_refused: () =>
    'Thư điện tử hoặc mật khẩu chưa đúng. Có thể nhận đường dẫn đăng nhập qua thư.',
  link_refused: () => 'Đường dẫn đã dùng hoặc đã quá 15 phút. Hãy xin đường dẫn mới.',
  too_many: () => 'Đã thử nhiều lần liền nhau. Chờ một phút rồi thử lại.',
};

export const accountWords = {
  own: {
    title: 'Ai xem được thông tin của tôi',
    lead: 'Những đơn vị giữ thông tin của bạn, người được xem, và những lần thông tin riêng đã được mở.',
    link: 'Ai xem được thông tin của tôi, ai đã xem',
    memberships: 'Nơi giữ thông tin của bạn',
    noMemberships:
      'Chưa hội nào ghi bạn là hội viên dưới tài khoản này. Hỏi văn phòng hội để nối tài khoản với bản ghi hội viên.',
    may: 'Người được xem thông tin chung',
    mayLead: 'Họ tên, ngày sinh, liên hệ, nơi làm việc, các lần vào hội.',
    maySensitive: 'Người được mở thông tin riêng',
    maySensitiveLead:
      'Số định danh, dân tộc, tôn giáo, đảng viên. Mỗi lần mở hoặc xuất ra tệp đều ghi ở dưới.',
    nobody: 'Không ai.',
    looks: 'Đã mở thông tin riêng',
    noLooks: 'Chưa ai mở.',
    machine: 'Hệ thống',
    columns: { name: 'Họ và tên', role: 'Vai trò', organisation: 'Đơn vị' },
  },
  signIn: 'Đăng nhập',
  signInIntro:
    'Dành cho cán bộ, chuyên gia, giám khảo và tác giả. Đọc trang tin, tra cứu số liệu công khai không cần đăng nhập.',
  email: 'Thư điện tử',
  password: 'Mật khẩu',
  or: 'hoặc',
  sendLink: 'Gửi đường dẫn vào thư điện tử',
  linkTitle: 'Nhận đường dẫn đăng nhập',
  linkIntro: 'Ghi thư điện tử của tài khoản. Đường dẫn dùng được một lần, trong 15 phút.',
  linkSentTitle: 'Xem hộp thư',
  linkSent: (email: string) =>
    `Nếu ${email} có tài khoản, đường dẫn đăng nhập đã được gửi tới đó. Mở thư trong 15 phút.`,
  linkConfirmTitle: 'Đăng nhập bằng đường dẫn',
  linkConfirm: 'Bấm nút dưới đây để đăng nhập trên máy này.',
  notSignedIn: 'Chưa đăng nhập được.',
  help: (phone: string) =>
    `Gặp khó khăn: Văn phòng Liên hiệp hội, ${phone.replaceAll(' ', '\u00a0')}, giờ hành chính.`,
  helpWithoutPhone: 'Gặp khó khăn: hỏi Văn phòng Liên hiệp hội trong giờ hành chính.',
  backToSignIn: 'Về trang đăng nhập',
  sendingLink: 'Đang gửi…',
  linkNotSeen:
    'Chưa thấy thư: xem mục thư rác, hoặc kiểm tra địa chỉ đã ghi rồi xin lại sau một phút.',
  letterSubject: 'Đường dẫn đăng nhập Liên Trí',
  letter: (link: string) =>
    `Kính gửi quý vị,\n\nĐể đăng nhập, mở đường dẫn sau trong 15 phút:\n${link}\n\nNếu không yêu cầu thư này, hãy bỏ qua; không ai vào được tài khoản khi không có đường dẫn.\n`,
  account: 'Tài khoản',
  signOut: 'Đăng xuất',
  changePassword: 'Đổi mật khẩu',
  currentPassword: 'Mật khẩu hiện tại',
  newPassword: 'Mật khẩu mới',
  newPasswordHelp: (min: number) => `Ít nhất ${min} ký tự. Một câu dễ nhớ thì tốt hơn một từ khó.`,
  passwordChanged: 'Đã đổi mật khẩu. Các máy khác đã được đăng xuất.',
  offices: 'Các văn phòng được vào',
  noOffice:
    'Tài khoản chưa được giao quyền ở văn phòng nào. Cần làm việc trong văn phòng, hãy hỏi người quản trị.',
  officesTitle: 'Chọn văn phòng',
  grants: 'Phân quyền',
  grantsLead: (count: number) =>
    `${count} quyền đang có hiệu lực ở đơn vị này và các đơn vị bên dưới.`,
  giveGrant: 'Giao quyền',
  revoke: 'Thu quyền',
  revokeTitle: (name: string) => `Thu quyền của ${name}?`,
  revokeBody: (role: string, place: string) =>
    `${role} tại ${place}. Người này sẽ không làm được các việc của quyền ấy nữa; việc đã làm vẫn còn trong sổ.`,
  keep: 'Giữ lại',
  person: 'Người được giao',
  role: 'Quyền',
  organisation: 'Đơn vị',
  organisationCode: 'Mã đơn vị',
  organisationCodeHelp: 'Quyền có ở đơn vị này và mọi đơn vị bên dưới.',
  until: 'Đến hết ngày',
  noUntil: 'không thời hạn',
  noGrants: 'Chưa có ai được giao quyền ở đơn vị này.',
  matrix: 'Bảng quyền',
  matrixLead:
    'Mỗi dòng là một việc, mỗi cột là một quyền. Quyền giao ở một đơn vị có ở mọi đơn vị bên dưới.',
  action: 'Việc',
  allowed: 'Được',
  everyone: 'Mọi người',
  given: 'Đã giao quyền.',
  revoked: 'Đã thu quyền.',
  newAccount: 'Lập tài khoản',
  fullName: 'Họ và tên',
  accountMade: 'Đã lập tài khoản. Tiếp theo, giao quyền cho tài khoản này.',
  outbox: 'Thư chờ gửi',
  outboxLead:
    'Máy chủ chưa nối với hệ thống thư (SMTP). Thư nằm lại đây để văn phòng chuyển bằng cách khác.',
  outboxEmpty: 'Chưa có thư nào.',
  recipient: 'Người nhận',
  subject: 'Nội dung',
  createdAt: 'Lập lúc',
  state: 'Tình trạng',
  sent: 'Đã gửi',
  waiting: 'Chờ gửi',
};
