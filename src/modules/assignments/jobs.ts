import type { Cx } from '../../platform/cx.ts';
import { office, withQuery } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { reviewOf, timingOf } from '../calls/index.ts';
import { assignmentManage } from './policy.ts';
import { type DeskGroup, deskGroups } from './queries/index.ts';
import { words } from './vi/index.ts';

/** Dossiers that want another judge in a phase that is not over: a judge left, stands aside or must not judge. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, assignmentManage, organisationId))) return [];
  const groups = await deskGroups(cx.db, organisationId);
  const lacking = groups.filter((group) => wants(cx, group));
  const places = Map.groupBy(lacking, ({ council, phase }) => `${council} ${phase}`);
  return [...places.values()].map((own): ToDo => {
    const { edition, name, phases, council, councilName, phase } = own[0]!;
    const found = phases.find(({ key }) => key === phase);
    const page = `hoi-thi/${edition}/phan-cong/${council}/${encodeURIComponent(phase)}/thu`;
    return {
      title: words.desk.want(own.reduce((sum, { dossiers }) => sum + dossiers, 0)),
      detail: `${found?.name ?? phase}, ${councilName}, ${name}`,
      due: found?.closes?.slice(0, 10) ?? null,
      href: withQuery(office(code, page), { keep: '1' }),
      verb: words.desk.give,
    };
  });
}

function wants(cx: Cx, { phases, phase, judges }: DeskGroup): boolean {
  const found = phases.find(({ key }) => key === phase);
  if (found === undefined || timingOf(found, cx.clock.now()) === 'closed') return false;
  const { each } = reviewOf(found);
  return each !== null && judges < each;
}
