export { reportIssues } from './issues.ts';

/** A yes or no as it stands in a sentence. */
export const yesNoWords = (yes: boolean): string => (yes ? 'có' : 'không');

/** What is left out of a symbol: the kind of a place before its name. */
export const kindsOfPlace = /(?<=^|\s)(tỉnh|thành phố)(?=\s)/giu;

/** Who did what the machine did. */
export const systemActor = 'Hệ thống';

/** What was done to a form, as the middle of “Ai … báo cáo”, by the name of the command. */
export const reportVerbs: Readonly<Record<string, string>> = {
  'report.cell.write': 'ghi một số liệu của',
  'report.narrative.write': 'viết một phần lời văn của',
  'report.save': 'lưu số liệu và lời văn của',
  'report.rival.settle': 'chọn giữa hai bản cùng sửa một chỗ của',
  'report.submit': 'gửi',
  'report.withdraw': 'thu hồi',
  'report.check': 'duyệt và gửi lên cấp trên',
  'report.send_back': 'chuyển lại cho người điền',
  'report.return': 'trả lại một số chỗ của',
  'report.answer': 'trả lời ý kiến về',
  'report.accept': 'tiếp nhận',
  'report.reopen': 'mở lại',
  'report.freeze': 'chốt số liệu của',
  'report.freeze_round': 'cho chốt số liệu mọi báo cáo của',
  'report.number': 'cấp số cho',
  'report.publish': 'đổi việc công khai của',
};

/** What was done to a form, by the name of the command. */
export const eventWords = (action: string): string => reportVerbs[action] ?? action;

/** Names of long jobs, by their name. */
export const reportJobNames: Readonly<Record<string, string>> = {
  'report.freeze_round': 'Chốt số liệu của đợt báo cáo',
};
