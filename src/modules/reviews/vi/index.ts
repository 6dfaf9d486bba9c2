import type { BadgeTone } from '../../../ui/types.ts';
import type { SheetState } from '../rules/states.ts';

export { reviewIssues } from './issues.ts';
export { judgeWords } from './judge.ts';
export { officeWords } from './office.ts';

export const permissionNames: Readonly<Record<string, string>> = {
  'review.read': 'Xem tiến độ chấm và phiếu chấm',
  'review.manage': 'Mở lại phiếu chấm, nhập phiếu giấy, ghi số phiếu bình chọn, nhắc giám khảo',
  'review.judge': 'Chấm bằng liên kết riêng của giám khảo',
};

export const stateNames: Readonly<Record<SheetState, string>> = {
  assigned: 'Chưa chấm',
  draft: 'Đang chấm',
  signed: 'Đã ký',
  reopened: 'Mở lại',
};

export const stateTones: Readonly<Record<SheetState, BadgeTone>> = {
  assigned: 'none',
  draft: 'info',
  signed: 'ok',
  reopened: 'warn',
};

export const actionNames: Readonly<Record<string, string>> = {
  'sheet.save': 'Ghi phiếu chấm',
  'sheet.sign': 'Ký phiếu chấm',
  'sheet.reopen': 'Mở lại phiếu chấm',
  'sheet.reopen_as_chair': 'Chủ tịch Hội đồng mở lại phiếu chấm',
  'sheets.outdate': 'Mở lại các phiếu ký theo mẫu cũ',
  'sheets.bring_back': 'Trả lại hiệu lực các phiếu đã ký',
  'sheet.paper': 'Nhập phiếu chấm giấy',
  'votes.record': 'Ghi số phiếu bình chọn',
  'review.comment': 'Ý kiến trong Hội đồng',
  'review.remind': 'Nhắc giám khảo chấm',
};
