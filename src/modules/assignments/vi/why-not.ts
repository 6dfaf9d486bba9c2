import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { WhyNot } from '../schema/index.ts';
import { sayConflicts } from './words.ts';

const points = (value: number): string => formatNumber(value);

type Plain = Exclude<WhyNot, { why: 'conflict' | 'cost' }>['why'];

const plain: Readonly<Record<Plain, string>> = {
  recused: 'Người này đã xin không chấm hồ sơ này.',
  removed: 'Văn phòng đã bỏ phân công này bằng tay, nên máy không giao lại.',
  not_in_council: 'Người này không có ghế biểu quyết trong hội đồng, hoặc chưa nhận lời.',
  not_standing: 'Hồ sơ này không được hội đồng chấm trong vòng này.',
  assigned: 'Người này đang được giao hồ sơ này.',
  would_have: 'Phân công lại với số liệu bây giờ thì người này sẽ được giao hồ sơ này.',
  no_run: 'Vòng này không phải chọn người: cả hội đồng cùng chấm, hoặc chưa đủ người để phân công.',
  judge_full: 'Mọi chỗ của người này đã dành cho những hồ sơ được giữ nguyên.',
  dossier_full: 'Hồ sơ này đã đủ người chấm được giữ nguyên.',
  impossible: 'Nếu giao cho người này thì có hồ sơ khác không đủ giám khảo.',
};

/** Why a judge does not have a dossier, in sentences. */
export function sayWhyNot(answer: WhyNot): string[] {
  if (answer.why === 'conflict')
    return [`Người này có xung đột lợi ích với hồ sơ: ${sayConflicts(answer.kinds)}.`];
  if (answer.why !== 'cost') return [plain[answer.why]];
  const { ofField, score, load, most, loss, worst, worstNow, instead } = answer;
  return [
    ofField
      ? `Người này đúng lĩnh vực của hồ sơ (${points(score)} điểm).`
      : `Người này không khai lĩnh vực của hồ sơ (${points(score)} điểm).`,
    loss > 0
      ? `Nhưng nếu giao cho người này, phải đổi cả những hồ sơ khác và tổng độ phù hợp giảm ${points(loss)} điểm.`
      : 'Giao cho người này thì tổng độ phù hợp không giảm: hai cách tốt ngang nhau, máy chọn theo số gieo. Có thể giao tay, hoặc phân công lại với số gieo khác.',
    ...(worst < worstNow
      ? [`Hồ sơ được phân công kém nhất tụt từ ${points(worstNow)} xuống ${points(worst)} điểm.`]
      : []),
    most === null
      ? `Người này đang có ${points(load)} hồ sơ theo cách tính ấy.`
      : `Người này đang có ${points(load)} hồ sơ theo cách tính ấy, nhiều nhất nhận ${points(most)}.`,
    ...(instead.length > 0 ? [`Người phải thôi chấm hồ sơ này: ${instead.join(', ')}.`] : []),
  ];
}
