import { type Assignment, assignmentsOf, runAssignment } from '../../modules/assignments/index.ts';
import { editionByPid } from '../../modules/calls/index.ts';
import { reopenSheet, sayInCouncil, signSheet } from '../../modules/reviews/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { steady } from '../traits.ts';
import { byLink, onDay } from './days.ts';
import type { Entered } from './entering.ts';
import type { Seated, Serving } from './judges.ts';

export interface Scoring {
  readonly edition: string;
  readonly entered: readonly Entered[];
  readonly councils: readonly Seated[];
}

/** Between -1 and 1, more often near 0, and the same each time. */
const wobble = (...words: readonly (string | number)[]): number =>
  steady(...words, 1) + steady(...words, 2) - 1;

/** Whose first sheet in the first round is far from the others'. */
const misread = 'Bếp hóa khí dùng lõi ngô và vỏ cà phê';

/** Each council judges a phase: who has what is run by the solver, and every sheet is signed. */
export async function judgedPhase(
  cx: Cx,
  { edition, entered, councils }: Scoring,
  phase: string,
  first: number,
): Promise<void> {
  const { id: editionId } = await editionByPid(cx, edition);
  const worth = new Map(entered.map(({ pid, entry }) => [pid, entry]));
  for (const council of councils) {
    const sent = { council: council.pid, phase, seed: 2019, experts: 1 };
    await done(execute(onDay(cx, first), runAssignment, sent));
  }
  const judges = new Map(councils.flatMap((one) => one.judges).map((one) => [one.pid, one]));
  const all = await assignmentsOf(cx, { editionId, phase });
  const seen = new Set<string>();
  for (const [at, one] of all.entries()) {
    const { title, worth: points } = worth.get(one.dossier.pid)!;
    const harsh = phase === 'so-khao' && title === misread && !seen.has(title) ? -31 : 0;
    seen.add(title);
    const then = onDay(cx, first + 2 + (at % 24), (at * 53) % 540);
    await sign(then, one, judges.get(one.judge.pid)!, points + harsh);
  }
}

async function sign(
  cx: Cx,
  one: Assignment,
  by: Serving,
  worth: number,
  version = 0,
): Promise<void> {
  const spread = one.phase === 'so-khao' ? 4 : 1.5;
  const points = worth + by.lenient + spread * wobble(one.dossier.title, by.name, one.phase);
  const marks = marksFor(points, one.dossier.title, by.name);
  const sent = { token: by.token, assignment: one.pid, marks, version, dossier: 1 };
  await done(execute(byLink(cx), signSheet, sent));
}

const newness = [
  [27, 'Chưa thấy giải pháp tương tự trong nước; cách làm rõ và đã chạy ổn định.'],
  [21, 'Cải tiến đáng kể so với cách đang dùng, hợp điều kiện vùng cao.'],
  [16, 'Có cải tiến nhưng nguyên lý đã được dùng ở nơi khác.'],
  [0, 'Phần mới còn ít, cần chỉ rõ khác gì giải pháp đã biết.'],
] as const;

const advice = [
  'Nên ghi thêm chi phí bảo dưỡng hằng năm.',
  'Đề nghị đo lại hiệu quả qua ít nhất hai vụ nữa.',
  'Nên viết hướng dẫn ngắn để nơi khác làm theo.',
  'Cần nêu rõ giới hạn của giải pháp khi mưa kéo dài.',
] as const;

/** Marks of the sheet of `rubrics` that come to about so many points. */
function marksFor(points: number, title: string, judge: string) {
  const total = Math.max(20, Math.min(98, points));
  const fresh = Math.min(30, Math.round(total * 0.3 + wobble(title, judge, 'moi')));
  const wide = Math.min(30, Math.round(2 * (total * 0.3 + wobble(title, judge, 'rong'))) / 2);
  const useful = Math.max(0, Math.min(40, Math.round(2 * (total - fresh - wide)) / 2));
  const said = newness.find(([from]) => fresh >= from)?.[1];
  const note = advice[Math.floor(steady(title, judge, 'gop-y') * advice.length * 2)];
  return {
    'dung-the-le': { answer: 'yes', comment: 'Đúng lĩnh vực, có xác nhận đã áp dụng.' },
    'tinh-moi': { points: fresh, comment: said },
    'ap-dung': { points: wide },
    'hieu-qua': { points: useful },
    ...(note === undefined ? {} : { 'gop-y': { comment: note } }),
  };
}

/** The council talks about sheets that lie far apart; the judge marks that dossier anew. */
export async function discussed(cx: Cx, { edition, councils, entered }: Scoring): Promise<void> {
  const { id: editionId } = await editionByPid(cx, edition);
  const { pid, entry } = entered.find((one) => one.entry.title === misread)!;
  const all = await assignmentsOf(cx, { editionId, phase: 'so-khao' });
  const mine = all.filter(({ dossier }) => dossier.pid === pid);
  const judges = new Map(councils.flatMap((one) => one.judges).map((one) => [one.pid, one]));
  const [harsh, other] = mine.map((one) => ({ one, by: judges.get(one.judge.pid)! }));
  const talk = onDay(cx, -97, 60);
  const say = ({ one, by }: NonNullable<typeof harsh>, text: string) =>
    done(execute(byLink(talk), sayInCouncil, { token: by.token, assignment: one.pid, text }));
  const reason =
    'Hai phiếu chênh nhau hơn 20 điểm; hội đồng đã xem lại bản vẽ buồng đốt và kết quả đo khói.';
  await done(execute(talk, reopenSheet, { pid: harsh!.one.pid, reason }));
  await say(
    other!,
    'Hồ sơ có phiếu đo khói của Trung tâm Quan trắc ở trang cuối, giảm tám phần mười.',
  );
  await say(harsh!, 'Tôi chưa thấy phiếu đo khi chấm lần đầu; đồng ý chấm lại phần hiệu quả.');
  await sign(onDay(cx, -96, 30), harsh!.one, harsh!.by, entry.worth - 3, 2);
}
