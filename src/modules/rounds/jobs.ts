import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { reportCheck, reportFill, reportReceive } from './policy.ts';
import { type DeskForm, owedOnDesk, waitingOnDesk } from './queries/index.ts';
import { openDueDrafts, remindDue } from './service/index.ts';
import { stateNames, words } from './vi.ts';

/** Every morning: drafts whose day has come are opened, then one letter a person about all that is due. */
export async function morning(cx: Cx): Promise<void> {
  await openDueDrafts(cx);
  await remindDue(cx, {});
}

/** What waits on the desk of an organisation: forms it owes, forms that came to it. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const tasks: ToDo[] = [];
  const fills = await may(cx, reportFill, organisationId);
  const checks = await may(cx, reportCheck, organisationId);
  if (fills || checks) {
    const owed = await owedOnDesk(cx.db, organisationId, cx.clock.today());
    const mine = owed.filter((form) => (form.state === 'submitted' ? checks : fills));
    tasks.push(...mine.map((form) => owedTask(form, code)));
  }
  if (await may(cx, reportReceive, organisationId)) {
    for (const { round, roundName, own, many } of await waitingOnDesk(cx.db, organisationId)) {
      const page = own === null ? round : `${round}/don-vi/${own}`;
      tasks.push({
        title: words.deskReceive(many),
        detail: roundName,
        due: null,
        href: office(code, `bao-cao/dot/${page}`, { 'tinh-trang': 'checked' }),
        verb: words.deskVerbs.receive,
      });
    }
  }
  return tasks;
}

function owedTask(form: DeskForm, code: string): ToDo {
  const act =
    form.state === 'returned' ? 'returned' : form.state === 'submitted' ? 'approve' : 'fill';
  const titles = { fill: words.deskFill, returned: words.deskReturned, approve: words.deskApprove };
  return {
    title: titles[act](form.roundName),
    detail: words.deskDetail(form.collector, stateNames[form.state].toLocaleLowerCase('vi')),
    due: form.dueOn,
    href: office(code, `bao-cao/phieu/${form.pid}`),
    verb: words.deskVerbs[act],
  };
}
