import { formatSecond } from '../../../kernel/vietnamese/dates.ts';
import type { Edition, Phase } from '../../calls/index.ts';
import type { Progress } from '../rules/index.ts';

/** Reminds a judge: how many sheets are left, until when. No link: the one that was sent still opens. */
export function reminderLetter(
  { content, organisation }: Pick<Edition, 'content' | 'organisation'>,
  phase: Phase,
  { all, signed, begun }: Progress,
): { readonly subject: string; readonly text: string } {
  const left = all - signed;
  const from = content.committee.name || organisation.name;
  const until =
    phase.closes === null
      ? 'Kính đề nghị ông/bà chấm và ký sớm.'
      : `Hạn chấm và ký: ${formatSecond(phase.closes)}.`;
  const writing = begun === 0 ? '' : ` Trong đó ${begun} phiếu đã ghi điểm nhưng chưa ký.`;
  return {
    subject: `Còn ${left} phiếu chấm chưa ký: ${content.name}`.slice(0, 180),
    text: [
      'Kính gửi ông/bà giám khảo,',
      '',
      `${phase.name} của ${content.name}: ông/bà được giao chấm ${all} hồ sơ, đã ký ${signed} phiếu, còn ${left} phiếu chưa ký.${writing}`,
      until,
      '',
      'Để chấm, mở liên kết trong thư mời hoặc thư gửi liên kết gần nhất của Ban tổ chức. Không tìm thấy thư ấy thì liên hệ Ban Thư ký để nhận liên kết mới.',
      '',
      'Trân trọng cảm ơn.',
      '',
      '-- ',
      from,
      ...(from === organisation.name ? [] : [organisation.name]),
      '',
    ].join('\n'),
  };
}
