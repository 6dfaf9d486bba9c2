// One more of everything that the pages about reporting rounds list: rounds of a union, and what its
// associations owe it. One round and one obligation of the union stand for those that an address names.
import {
  addObligation,
  createRound,
  obligationPids,
  openRound,
} from '../../src/modules/rounds/index.ts';
import { liveTemplates } from '../../src/modules/templates/index.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import { done } from './member-rows.ts';

export interface RoundRows {
  /** One more round of the union, and its association owes one more form. */
  add(n: number, association: string): Promise<void>;
  /** The address with the records that it names, or as it was where it names others. */
  fill(pattern: string): string;
}

/** @param union the organisation whose pages are looked at; it stands below the national one */
export async function roundRows(cx: Cx, union: string): Promise<RoundRows> {
  const template = (await liveTemplates(cx.db)).find((one) => one.periodKind === 'year');
  const made = (organisation: string, asked: string, period: string) =>
    done(
      execute(cx, createRound, {
        organisation,
        template: template?.pid,
        period,
        asked: [asked],
        cascades: true,
        opens_on: cx.clock.today(),
        due_on: cx.clock.today(),
      }),
    );
  const round = await made('vusta', 'provincial_union', '2024');
  await done(execute(cx, openRound, { pid: round.pid }));
  const own = (await obligationPids(cx.db, round.pid)).get(union);
  if (own === undefined) throw new Error(`${union} owes nothing`);
  return {
    async add(n, association) {
      const add = { round: round.pid, collector: own, organisation: association, reason: 'Thử' };
      await done(execute(cx, addObligation, add));
      await made(union, 'member_association', String(1900 + n));
    },
    fill: (pattern) =>
      pattern
        .replace(/(?<=report-rounds\/):pid|(?<=bao-cao\/dot\/):round/, round.pid)
        .replace(/(?<=report-obligations\/):pid|(?<=don-vi\/):obligation/, own)
        .replace(/\/gia-han$/, `/gia-han?chon=${own}`),
  };
}
