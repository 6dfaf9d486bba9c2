import type { IssueWords } from '../../kernel/issue.ts';

export const duplicateIssues: IssueWords = {
  same_record: () => 'Hai bên là cùng một bản ghi. Chọn hai người khác nhau.',
  both_sign_in: () =>
    'Cả hai bản ghi đều có tài khoản đăng nhập nên chưa gộp được. Bỏ một tài khoản trước, rồi gộp.',
  not_of_the_pair: () => 'Bản ghi giữ lại phải là một trong hai người của cặp này.',
};

export const words = {
  section: 'Hội viên',
  title: 'Nghi là cùng một người',
  lead: (count: string) =>
    `${count} cặp chờ xem xét. Chưa gộp cặp nào khi chưa có người quyết định.`,
  none: 'Không có cặp nào chờ xem xét',
  noneBody:
    'Khi nhập danh sách hoặc tìm trong sổ, hai bản ghi giống nhau mà chưa chắc là một người sẽ được nêu ở đây để quyết định.',
  findTitle: 'Tìm người ghi hai lần trong sổ',
  findNote:
    'So mọi hội viên của đơn vị và các hội trực thuộc với nhau theo tên, ngày sinh, điện thoại, thư điện tử, số thẻ. Không tự gộp ai; cặp đã trả lời không được nêu lại.',
  find: 'Tìm trong sổ',
  findBusy: 'Đang gửi yêu cầu',
  found: (n: number, shown: string) =>
    n === 0 ? 'Đã so cả sổ, không có thêm cặp nào.' : `Đã so cả sổ, nêu thêm ${shown} cặp.`,
  toList: 'Về danh sách hội viên',
  pairOf: (place: string, total: string) => `Cặp ${place} trên ${total}`,
  putOff: 'Đã để sau',
  first: 'Bản ghi thứ nhất',
  second: 'Bản ghi thứ hai',
  keepThis: 'Giữ bản ghi này',
  birth: 'Ngày sinh',
  gender: 'Giới tính',
  genders: { male: 'Nam', female: 'Nữ', other: 'Khác' } as Readonly<Record<string, string>>,
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  workplace: 'Nơi làm việc',
  address: 'Nơi ở',
  member: 'Là hội viên',
  card: (number: string) => `thẻ ${number}`,
  unknown: 'chưa có',
  why: (score: number) => `Vì sao nghi trùng: ${score} điểm`,
  same: 'Cùng một người',
  different: 'Hai người khác nhau',
  later: 'Để sau',
  note: 'Gộp nhầm vẫn tách lại được.',
  whichStays: 'Khi gộp, giữ bản ghi',
  merged: 'Đã gộp hai bản ghi thành một.',
  unmerged: 'Đã tách lại thành hai bản ghi như trước khi gộp.',
  toldDifferent: 'Đã ghi là hai người khác nhau. Cặp này không được nêu lại.',
  toldLater: 'Cặp này được để sau.',
  split: 'Tách lại',
};
