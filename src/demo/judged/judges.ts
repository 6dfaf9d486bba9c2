import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { editionByPid } from '../../modules/calls/index.ts';
import {
  answerInvitation,
  createCouncil,
  dismissConflict,
  giveSeat,
  inviteJudge,
  listConflicts,
  proposeJudge,
  type SeatRole,
  upholdConflict,
} from '../../modules/councils/index.ts';
import { sameNamed } from '../../modules/people/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { byLink, onDay, site } from './days.ts';
import { linksSent } from './entering.ts';

interface PlannedJudge {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly expertise: readonly string[];
  /** How many points above the others this judge gives. */
  readonly lenient: number;
  /** Stands in the registry under this name. */
  readonly registry?: true;
}

interface PlannedCouncil {
  readonly name: string;
  readonly fields: readonly string[];
  readonly judges: readonly PlannedJudge[];
}

const judge = (
  name: string,
  title: string,
  unit: string,
  expertise: readonly string[],
  lenient: number,
): PlannedJudge => ({ name, title, unit, expertise, lenient });

const technical = ['cntt', 'co-khi', 'vat-lieu'];
const living = ['nong-lam', 'y-duoc', 'giao-duc'];

const planned: readonly PlannedCouncil[] = [
  {
    name: 'Hội đồng giám khảo khối kỹ thuật, công nghệ',
    fields: technical,
    judges: [
      judge('Trần Quốc Hưng', 'TS', 'Trường Đại học Tây Bắc', ['cntt', 'co-khi'], -1.5),
      judge('Lò Minh Tuấn', 'ThS', 'Sở Khoa học và Công nghệ', technical, 0.5),
      judge(
        'Hoàng Thị Thu Phương',
        'TS',
        'Trường Cao đẳng Kỹ thuật công nghệ Sơn La',
        ['co-khi', 'vat-lieu'],
        1,
      ),
      judge('Nguyễn Đình Khoa', 'KS', 'Công ty Điện lực Sơn La', ['cntt', 'vat-lieu'], -2),
      judge('Bùi Thanh Sơn', 'ThS', 'Sở Xây dựng', ['vat-lieu', 'co-khi'], 2),
    ],
  },
  {
    name: 'Hội đồng giám khảo khối nông nghiệp, y tế, giáo dục',
    fields: living,
    judges: [
      judge('Đỗ Thị Bích Thủy', 'PGS.TS', 'Trường Đại học Tây Bắc', ['nong-lam', 'giao-duc'], -1),
      judge('Cầm Văn Chính', 'BSCKII', 'Bệnh viện Đa khoa tỉnh Sơn La', ['y-duoc'], 1),
      { ...judge('Bạc Minh Thành', 'ThS', 'Trường THPT Tô Hiệu', ['giao-duc'], 2), registry: true },
      judge('Vàng A Thào', 'ThS', 'Chi cục Trồng trọt và Bảo vệ thực vật', ['nong-lam'], 0),
      judge('Nguyễn Thị Thu Hà', 'ThS', 'Sở Y tế', ['y-duoc', 'giao-duc'], -2),
    ],
  },
];

const roles: readonly SeatRole[] = ['chair', 'vice', 'secretary', 'critic', 'member'];

/** A judge who serves, with the secret of the link. */
export interface Serving extends PlannedJudge {
  readonly pid: string;
  readonly token: string;
}

export interface Seated {
  readonly pid: string;
  readonly name: string;
  readonly fields: readonly string[];
  /** The chair first, then the vice chair and the secretary. */
  readonly judges: readonly Serving[];
}

const emailOf = (at: number): string => `giamkhao${String(at + 1).padStart(2, '0')}@demo.example`;

/** The councils with their judges: proposed, invited and agreed; what stood in the way was settled. */
export async function councilsSeated(cx: Cx, edition: string): Promise<Seated[]> {
  const all = planned.flatMap(({ judges }) => judges);
  const pids: string[] = [];
  for (const [at, one] of all.entries())
    pids.push(await proposed(onDay(cx, -148, at * 12), edition, one, at));
  await declined(cx, edition, all.length);
  await settled(cx, edition, 'Lò Minh Tuấn');
  for (const [at, pid] of pids.entries())
    await done(execute(onDay(cx, -144, at * 5), inviteJudge, { pid, anyway: true, site }));
  const tokens = await linksSent(cx, 'giam-khao');
  const serving = all.map((one, at) => ({
    ...one,
    pid: pids[at]!,
    token: tokens.get(emailOf(at))!,
  }));
  for (const [at, { token, name }] of serving.entries()) {
    const relations = name === 'Vàng A Thào' ? [related] : [];
    const answer = { token, answer: 'accept', relations, complete: true };
    await done(execute(byLink(onDay(cx, -143 + (at % 3), at * 17)), answerInvitation, answer));
  }
  const seated: Seated[] = [];
  let from = 0;
  for (const council of planned) {
    const judges = serving.slice(from, from + council.judges.length);
    from += judges.length;
    seated.push(await councilOf(onDay(cx, -138), edition, council, judges));
  }
  return seated;
}

const related = {
  relation: 'family',
  name: 'Vàng Thị Dợ',
  note: 'Em gái.',
};

async function proposed(cx: Cx, edition: string, one: PlannedJudge, at: number): Promise<string> {
  const { name, title, unit, expertise, registry = false } = one;
  const [known] = registry ? await sameNamed(cx, foldForSearch(name), 1) : [];
  const who = known === undefined ? { name, title } : { person: known.pid, title };
  const sent = { edition, ...who, unit, email: emailOf(at), expertise };
  return (await done(execute(cx, proposeJudge, sent))).pid;
}

/** One who was asked and had no time. */
async function declined(cx: Cx, edition: string, at: number): Promise<void> {
  const then = onDay(cx, -146);
  const who = { name: 'Phạm Văn Sáng', title: 'TS', unit: 'Sở Nông nghiệp và Môi trường' };
  const sent = { edition, ...who, email: emailOf(at), expertise: ['nong-lam'] };
  const { pid } = await done(execute(then, proposeJudge, sent));
  await done(execute(then, inviteJudge, { pid, anyway: true, site }));
  const token = (await linksSent(cx, 'giam-khao')).get(emailOf(at));
  const reason = 'Đi công tác dài ngày trong thời gian chấm.';
  await done(
    execute(byLink(onDay(cx, -145)), answerInvitation, { token, answer: 'decline', reason }),
  );
}

/** Somebody of the same name is another human; everything else that was found stands. */
async function settled(cx: Cx, edition: string, namesake: string): Promise<void> {
  const then = onDay(cx, -145, 300);
  const { rows } = await listConflicts(then, (await editionByPid(cx, edition)).id, {
    page: 1,
    size: 200,
  });
  for (const { pid, kind, judge: who } of rows) {
    const same = kind === 'author' && who.name === namesake;
    const reason = same
      ? 'Trùng họ tên: tác giả là giáo viên sinh năm 1991, giám khảo sinh năm 1978; đã đối chiếu giấy tờ.'
      : 'Cùng đơn vị công tác với tác giả.';
    if (same) await done(execute(then, dismissConflict, { pid, reason }));
    else if (kind === 'same_unit') await done(execute(then, upholdConflict, { pid, reason }));
  }
}

async function councilOf(
  cx: Cx,
  edition: string,
  { name, fields }: PlannedCouncil,
  judges: readonly Serving[],
): Promise<Seated> {
  const decided = { decision: '118/QĐ-LHH', decided_on: cx.clock.today() };
  const sent = { edition, name, fields, voting: 'ban-to-chuc', ...decided };
  const { pid } = await done(execute(cx, createCouncil, sent));
  for (const [at, { pid: who }] of judges.entries())
    await done(execute(cx, giveSeat, { council: pid, judge: who, role: roles[at], votes: true }));
  return { pid, name, fields, judges };
}
