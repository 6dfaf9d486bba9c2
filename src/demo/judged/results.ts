import { enterPhase } from '../../modules/assignments/index.ts';
import {
  ballotsOf,
  castBallot,
  closeBallot,
  createBallot,
  openBallot,
} from '../../modules/ballots/index.ts';
import { editionByPid } from '../../modules/calls/index.ts';
import {
  allocationByPid,
  approveAllocation,
  changeRank,
  createAllocation,
  editAllocation,
  type OutcomeRow,
  outcomeOf,
  proposeAllocation,
  publishAllocation,
} from '../../modules/results/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { byLink, onDay } from './days.ts';
import type { Scoring } from './scoring.ts';

/** The rows of a phase by field, in the order of their places. */
async function ranking(cx: Cx, edition: string, phase: string) {
  const { outcome } = await outcomeOf(cx, await editionByPid(cx, edition), phase);
  const groups = outcome.groups.map(({ field, rows }): [string, OutcomeRow[]] => [
    field ?? '',
    rows.filter(({ place }) => place !== null).toSorted((a, b) => a.place! - b.place!),
  ]);
  return new Map(groups);
}

/** Two of each field go on; in one the council puts the third before the second. */
export async function chosenForFinals(cx: Cx, edition: string): Promise<void> {
  const then = onDay(cx, -92, 90);
  const third = (await ranking(cx, edition, 'so-khao')).get('giao-duc')![2]!;
  const reason =
    'Chênh với giải pháp xếp thứ hai chưa đến một điểm; hội đồng ưu tiên giải pháp đã dùng ở nhiều điểm trường lẻ.';
  const change = { edition, phase: 'so-khao', dossier: third.dossier, place: 2, reason };
  await done(execute(then, changeRank, change));
  const ranked = await ranking(cx, edition, 'so-khao');
  const dossiers = [...ranked.values()].flatMap((rows) =>
    rows.slice(0, 2).map(({ dossier }) => dossier),
  );
  await done(execute(onDay(cx, -91), enterPhase, { edition, phase: 'chung-khao', dossiers }));
}

/** A code for a paper, of the form of those that the page makes. */
const paperCode = (cx: Cx): string => cx.ids.pid().replace(/^(.{5})(.{5}).*$/, '$1-$2');

/** Each council votes in secret on what it proposes for a prize; one member of the first is away. */
export async function voted(cx: Cx, { edition, councils }: Scoring): Promise<void> {
  const { id } = await editionByPid(cx, edition);
  const ranked = await ranking(cx, edition, 'chung-khao');
  for (const [nth, council] of councils.entries()) {
    const then = onDay(cx, -40, 90 + nth * 120);
    const rows = council.fields.flatMap((field) => ranked.get(field) ?? []);
    const sent = {
      council: council.pid,
      phase: 'chung-khao',
      kind: 'approve',
      subject: `Đề nghị trao giải ${council.name.replace('Hội đồng giám khảo ', '')}`,
      how: 'link',
      dossiers: rows.map(({ dossier }) => dossier),
    };
    const { pid } = await done(execute(then, createBallot, sent));
    const here = council.judges.slice(0, nth === 0 ? 4 : 5);
    await done(execute(then, openBallot, { pid, present: here.map((one) => one.pid) }));
    for (const [at, { token }] of here.entries()) {
      const choices = rows.map(({ value }) => ((value ?? 0) >= 7000 || at === 0 ? 'yes' : 'no'));
      const paper = { token, ballot: pid, code: paperCode(cx), choices };
      await done(execute(byLink(onDay(cx, -40, 95 + nth * 120 + at)), castBallot, paper));
    }
    await done(execute(onDay(cx, -40, 110 + nth * 120), closeBallot, { pid }));
  }
  if ((await ballotsOf(cx, id)).length !== councils.length) throw new Error('demo: no ballots');
}

/** What the ranking proposes; the committee withholds one first prize. Gives the public id. */
export async function proposedPrizes(cx: Cx, edition: string): Promise<string> {
  const sent = { edition, phase: 'chung-khao' };
  const { pid } = await done(execute(onDay(cx, -38), createAllocation, sent));
  const { prizes } = await allocationByPid(cx, pid);
  const reason =
    'Ban Tổ chức thống nhất chưa trao giải Nhất lĩnh vực này: giải pháp mới qua một vụ cà phê, cần theo dõi thêm.';
  const given = prizes.map(({ dossier, prize }) => ({
    dossier: dossier.pid,
    prize: dossier.field === 'co-khi' && prize === 'nhat' ? 'nhi' : prize,
  }));
  const withheld = [{ prize: 'nhat', field: 'co-khi', reason }];
  await done(execute(onDay(cx, -37), editAllocation, { pid, prizes: given, withheld }));
  await done(execute(onDay(cx, -35), proposeAllocation, { pid }));
  return pid;
}

/** The leader approves and publishes. */
export async function decidedPrizes(
  cx: Cx,
  leader: Cx,
  pid: string,
  decision: string,
): Promise<void> {
  const then = onDay(cx, -20, 120);
  const by: Cx = { ...leader, clock: then.clock };
  const sent = { pid, decision, decided_on: then.clock.today() };
  await done(execute(by, approveAllocation, sent));
  await done(execute({ ...leader, clock: onDay(cx, 0, 60).clock }, publishAllocation, { pid }));
}
