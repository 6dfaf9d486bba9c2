import {
  applyStatement,
  createPeriod,
  exemptPerson,
  listFees,
  openStatement,
  recordPayment,
} from '../modules/fees/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

const association = 'sonla-khuyenhoc';

/**
 * The fee of 2026 at Hội Khuyến học tỉnh Sơn La, through the same commands that people use: most of the
 * first members of its list have paid, by hand or by a statement of the bank; one is exempt, one paid too
 * much, one a part. Call it when the members are there; without any the period stands with an empty list.
 */
export async function demoFees(cx: Cx): Promise<void> {
  const { pid } = await done(
    execute(cx, createPeriod, {
      organisation: association,
      name: 'Hội phí năm 2026',
      first_day: '2026-01-01',
      last_day: '2026-12-31',
      due_on: '2026-06-30',
      below: true,
      amount_full: 60_000,
      amount_associate: 30_000,
      amount_honorary: 0,
      bank: '970405',
      account_number: '7900201000000',
      account_holder: 'HOI KHUYEN HOC TINH SON LA',
      note: 'Dữ liệu minh họa',
    }),
  );
  const dues = await listFees(cx, pid, 24);
  const pay = async (at: number, part: number | null = null, note: string | null = null) => {
    const due = dues[at];
    if (due === undefined || due.owed === 0) return;
    const amount = part ?? due.owed;
    const paid_on = dayOf(cx, 2 + (at % 20));
    const payment = { period: pid, person: due.person, amount, paid_on, note, receipt: true };
    await done(execute(cx, recordPayment, { ...payment, method: 'cash' }));
  };
  await pay(0);
  await pay(1, 20_000, 'Nộp trước một phần');
  await pay(2, 100_000, 'Nộp cả phần ủng hộ quỹ học bổng');
  await pay(4, null, 'Con nộp hộ');
  const [exempt] = dues.slice(3, 4);
  if (exempt !== undefined) {
    const whose = { period: pid, person: exempt.person };
    await done(execute(cx, exemptPerson, { ...whose, reason: 'Hội viên trên 80 tuổi' }));
  }
  await statement(
    cx,
    pid,
    dues.slice(6, 18).filter((due) => due.owed > 0),
  );
}

type Due = Awaited<ReturnType<typeof listFees>>[number];

async function statement(cx: Cx, period: string, dues: readonly Due[]): Promise<void> {
  if (dues.length === 0) return;
  const rows = dues.map((due, at) => {
    const text = `MBVCB.${7_900_000 + at * 37}.${due.reference.replace(' ', '')}.CT tu 0123 toi 7900`;
    const [year, month, day] = dayOf(cx, 5 + at).split('-');
    return `${day}/${month}/${year};FT26${String(800_100 + at)};;${due.owed};${text}`;
  });
  const head = [
    'SAO KÊ TÀI KHOẢN',
    '',
    'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung chi tiết',
  ];
  const file = new File([[...head, ...rows].join('\n')], 'sao-ke-thang-3-2026.csv');
  const { pid } = await done(openStatement(cx, period, file));
  await done(execute(cx, applyStatement, { pid }));
}

// In March 2026, unless the clock stands before it.
function dayOf(cx: Cx, day: number): string {
  const on = `2026-03-${String(day).padStart(2, '0')}`;
  const today = cx.clock.today();
  return on < today ? on : today;
}
