import { fixedClock } from '../kernel/clock.ts';
import { addDays } from '../kernel/day.ts';
import { periodOf } from '../kernel/period.ts';
import { accountByEmail, actorOfAccount } from '../modules/accounts/index.ts';
import { askBelow, createRound, obligationPids, openRound } from '../modules/rounds/index.ts';
import { liveTemplates } from '../modules/templates/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

/**
 * The reporting rounds of the national union over its 63 provincial ones, through the same commands that
 * people use: the yearly one about 2019, in which every union asked its associations, and the half-yearly
 * one of these days, in which Sơn La asked its own. `fill` works on the forms of 2019, given by the code
 * of whoever owes them.
 */
export async function demoRounds(
  cx: Cx,
  fill: (cx: Cx, forms: ReadonlyMap<string, string>) => Promise<void> = async () => {},
): Promise<void> {
  const national = await persona(cx, 'national');
  const then = (day: string): Cx => ({ ...national, clock: fixedClock(`${day}T09:00:00+07:00`) });
  const year = await round(then('2019-12-02'), {
    template: await template(cx, 'year'),
    period: '2019',
    name: 'Báo cáo năm 2019',
    opens_on: '2019-12-02',
    due_on: '2020-01-15',
    words: 'Số liệu tính đến hết ngày 31/12/2019. Phần nhận định viết ngắn, có số liệu kèm theo.',
  });
  await ask(then('2019-12-05'), [...(await obligationPids(cx.db, year)).values()], '2020-01-05');
  const today = cx.clock.today();
  const current = await round(national, {
    template: await template(cx, 'half_year'),
    period: periodOf('half_year', today).code,
    name: '',
    opens_on: addDays(today, -9),
    due_on: addDays(today, 12),
    words: 'Báo cáo ngắn phục vụ hội nghị giao ban; nêu rõ việc chưa làm được.',
  });
  const sonla = (await obligationPids(cx.db, current)).get('sonla');
  if (sonla === undefined) throw new Error('demo: nobody asked Sơn La');
  await ask(await persona(cx, 'clerk'), [sonla], addDays(today, 5));
  await fill(cx, await obligationPids(cx.db, year));
}

async function persona(cx: Cx, name: string): Promise<Cx> {
  const account = await accountByEmail(cx.db, `${name}@demo.example`);
  const actor = account === null ? null : await actorOfAccount(cx.db, account.id, cx.clock.today());
  if (actor === null) throw new Error(`demo: no ${name}`);
  return { ...cx, actor, via: 'web' };
}

async function template(cx: Cx, kind: string): Promise<string> {
  const found = (await liveTemplates(cx.db)).find((one) => one.periodKind === kind);
  if (found === undefined) throw new Error(`demo: no template for a ${kind}`);
  return found.pid;
}

async function round(cx: Cx, input: object): Promise<string> {
  const given = { organisation: 'vusta', asked: ['provincial_union'], cascades: true };
  const { pid } = await done(execute(cx, createRound, { ...given, ...input }));
  await done(execute(cx, openRound, { pid }));
  return pid;
}

async function ask(cx: Cx, obligations: readonly string[], dueOn: string): Promise<void> {
  const kinds = ['member_association', 'collective_member'];
  await done(execute(cx, askBelow, { obligations, kinds, due_on: dueOn }));
}
