import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { complaintAnswer, complaintHandle } from './policy.ts';
import { type DeskEdition, deskEditions } from './queries/index.ts';
import { words } from './vi/index.ts';

/** What waits among the complaints of an organisation: days that are over or near, drafts to be approved. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const handles = await may(cx, complaintHandle, organisationId);
  const answers = await may(cx, complaintAnswer, organisationId);
  if (!handles && !answers) return [];
  const editions = await deskEditions(cx, organisationId);
  return editions.flatMap((edition) => tasksOf(edition, code, { handles, answers }));
}

function tasksOf(
  { pid, name, over, soon, due, drafted, lastOver }: DeskEdition,
  code: string,
  { handles, answers }: { readonly handles: boolean; readonly answers: boolean },
): ToDo[] {
  const line = (title: string, filter: Readonly<Record<string, string>>, day: string | null) => ({
    title,
    detail: name,
    due: day,
    href: office(code, `hoi-thi/${pid}/khieu-nai`, filter),
    verb: words.desk.open,
  });
  return [
    ...(handles && over > 0 ? [line(words.desk.over(over), { han: 'qua-han' }, lastOver)] : []),
    ...(handles && soon > 0 ? [line(words.desk.soon(soon), { han: 'sap-het' }, due)] : []),
    ...(answers && drafted > 0
      ? [line(words.desk.drafted(drafted), { 'du-thao': '1' }, null)]
      : []),
  ];
}
