import type { AgeKey } from '../../rules/index.ts';
import type { Origin } from '../../schema/index.ts';

export const originNames: Readonly<Record<Origin, string>> = {
  link: 'Nộp trực tuyến',
  paper: 'Nộp giấy',
  import: 'Nhập từ tệp',
  forwarded: 'Cấp dưới gửi lên',
};

export const ageNames: Readonly<Record<AgeKey, string>> = {
  'under-7': 'Dưới 7 tuổi',
  '7-11': '7 đến 11 tuổi',
  '12-15': '12 đến 15 tuổi',
  '16-17': '16, 17 tuổi',
  '18-35': '18 đến 35 tuổi',
  '36-60': '36 đến 60 tuổi',
  'over-60': 'Trên 60 tuổi',
  unknown: 'Chưa rõ tuổi',
};

/** What was done with a dossier, in its history. */
export const actionNames: Readonly<Record<string, string>> = {
  'dossier.start': 'Bắt đầu hồ sơ',
  'dossier.submit': 'Nộp hồ sơ',
  'dossier.withdraw': 'Rút hồ sơ',
  'dossier.return': 'Trả lại để bổ sung',
  'dossier.grant_leave': 'Gia hạn riêng',
  'dossier.validate': 'Công nhận hợp lệ',
  'dossier.invalidate': 'Kết luận không hợp lệ',
  'dossier.reopen': 'Xem xét lại',
  'dossier.move': 'Chuyển lĩnh vực',
  'dossier.consent': 'Trả lời ý kiến đồng ý',
  'dossier.record_consent': 'Ghi ý kiến đồng ý ký trên giấy',
  'dossier.ask_consent': 'Gửi thư xin ý kiến đồng ý',
  'dossier.enter_paper': 'Lập hồ sơ giấy',
  'dossier.submit_paper': 'Ghi nhận hồ sơ đã nộp',
  'dossier.record_award': 'Ghi giải',
  'dossier.remove_award': 'Xóa giải ghi nhầm',
  'dossier.forward': 'Gửi lên cấp trên',
  'dossier.send_letter': 'Gửi thư',
};

/** Done so often that a line for each would hide the others. */
export const quietActions = [
  'dossier.save',
  'dossier.save_paper',
  'dossier.add_file',
  'dossier.add_file_paper',
  'dossier.remove_file',
  'dossier.remove_file_paper',
];

export const howNames = {
  page: 'ở trang hồ sơ',
  link: 'bằng liên kết riêng',
  paper: 'ký trên giấy',
} as const;
