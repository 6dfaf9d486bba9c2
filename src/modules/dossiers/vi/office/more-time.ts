import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';

/** Time for a dossier that its entrant never submitted. */
export const moreTimeWords = {
  title: 'Gia hạn cho hồ sơ chưa nộp',
  lead: 'Dành cho người đã bắt đầu viết trên trang này mà chưa kịp nộp. Nội dung chỉ người viết đọc được; ở đây chỉ có mã và lúc lưu.',
  who: 'Địa chỉ thư hoặc mã hồ sơ',
  whoHelp: 'Địa chỉ người dự thi đã dùng để mở hồ sơ, hoặc mã hồ sơ họ đọc từ trang của mình.',
  find: 'Tìm hồ sơ',
  notFound: 'Chưa tìm được',
  found: (many: number): string => `${formatNumber(many)} hồ sơ chưa nộp`,
  none: 'Không có hồ sơ chưa nộp nào',
  noneBody:
    'Hỏi lại người dự thi đã mở hồ sơ bằng địa chỉ nào, hoặc nhờ họ đọc mã hồ sơ trên trang của mình. Hồ sơ đã nộp thì gia hạn ở trang của hồ sơ ấy.',
  pid: 'Mã hồ sơ',
  saved: 'Lưu lần cuối',
  until: 'Đã gia hạn đến',
  grant: 'Gia hạn',
  grantFor: (pid: string): string => `Gia hạn cho hồ sơ mã ${pid}`,
  subject: (pid: string, saved: string): string => `Mã hồ sơ ${pid} · lưu lần cuối ${saved}`,
  granted: 'Đã gia hạn và gửi thư kèm liên kết mở hồ sơ cho người dự thi.',
} as const;
