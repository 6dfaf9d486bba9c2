import { ballotsOf } from '../../modules/ballots/index.ts';
import { editionByPid } from '../../modules/calls/index.ts';
import { numberPaper, saveMinutes, signMinutes } from '../../modules/results/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { onDay } from './days.ts';
import type { Scoring } from './scoring.ts';

const phase = 'chung-khao';
const head = {
  signer: 'Quàng Văn Én',
  position: 'Trưởng Ban',
  authority: 'TM.',
  authority_of: 'Ban Tổ chức',
};

/** Minutes of each council and of its count, signed and numbered. */
export async function recorded(cx: Cx, { edition, councils }: Scoring): Promise<void> {
  const { id } = await editionByPid(cx, edition);
  const ballots = await ballotsOf(cx, id);
  for (const { pid: council, judges } of councils) {
    const then = onDay(cx, -40, 400);
    const chair = { signer: judges[0]!.name, position: 'Chủ tịch Hội đồng' };
    const secretary = { signer: judges[2]!.name, position: 'Trưởng Ban kiểm phiếu' };
    const minutes = {
      ...{ council, phase, held_on: then.clock.today(), from: '8 giờ', to: '11 giờ 30' },
      place: 'Hội trường Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
      guests: 'Đại diện Ban Tổ chức, thư ký Hội thi.',
      proceedings:
        'Chủ tịch hội đồng công bố kết quả chấm chung khảo. Các thành viên xem lại từng giải pháp theo lĩnh vực, thảo luận mức giải. Hội đồng bỏ phiếu kín, ban kiểm phiếu công bố kết quả.',
      conclusion:
        'Hội đồng đề nghị Ban Tổ chức xét trao giải cho các giải pháp đạt từ hai phần ba số phiếu đồng ý trở lên.',
    };
    await done(execute(then, saveMinutes, minutes));
    await done(execute(onDay(cx, -39, 60), signMinutes, { council, phase }));
    const ballot = ballots.find((one) => one.council.pid === council)!.pid;
    const counted = { edition, signed_on: then.clock.today() };
    const on = { ...counted, phase };
    const late = onDay(cx, -39, 90);
    await done(execute(late, numberPaper, { ...on, paper: 'minutes', council, ...chair }));
    await done(execute(late, numberPaper, { ...counted, paper: 'count', ballot, ...secretary }));
  }
}

/** The proposal gets its number. */
export async function proposalNumbered(cx: Cx, edition: string): Promise<void> {
  const then = onDay(cx, -35, 60);
  const sent = { edition, paper: 'proposal', signed_on: then.clock.today(), ...head };
  await done(execute(then, numberPaper, sent));
}

/** The decision gets its number; gives it as it is written. */
export async function decisionNumbered(cx: Cx, edition: string): Promise<string> {
  const then = onDay(cx, -20, 60);
  const sent = { edition, paper: 'decision', signed_on: then.clock.today(), ...head };
  const { number, symbol } = await done(execute(then, numberPaper, sent));
  return `${String(number).padStart(2, '0')}/${symbol}`;
}
