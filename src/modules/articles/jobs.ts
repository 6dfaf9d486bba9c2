import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { articleApprove, articlePublish, articleWrite } from './policy.ts';
import { deskOf } from './queries/index.ts';
import { articleDeletion, doDue, sectionDeletion } from './service/index.ts';
import { words } from './vi/index.ts';

/** Publishes and takes off what is due. */
export const dueJob: JobHandler = (cx) => doDue(cx);

/** Articles first: a section goes only when nothing names it. */
export const purgeJob: JobHandler = async (cx) => {
  await articleDeletion.purge(cx);
  await sectionDeletion.purge(cx);
};

/** What waits among the articles of an organisation for the one who asks. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const [writes, approves, publishes] = [
    await may(cx, articleWrite, organisationId),
    await may(cx, articleApprove, organisationId),
    await may(cx, articlePublish, organisationId),
  ];
  if (!writes && !approves) return [];
  const { submitted, edited, approved, failed, returned } = await deskOf(cx, organisationId);
  const { desk } = words;
  const line = (title: string, filter: Readonly<Record<string, string>>): ToDo => ({
    title,
    detail: desk.detail,
    due: null,
    href: office(code, 'bai-viet', filter),
    verb: desk.open,
  });
  return [
    ...(publishes && failed > 0 ? [line(desk.failed(failed), { loi: '1' })] : []),
    ...(approves && submitted > 0 ? [line(desk.edit(submitted), { buoc: 'editing' })] : []),
    ...(approves && edited > 0 ? [line(desk.approve(edited), { buoc: 'approving' })] : []),
    ...(publishes && approved > 0
      ? [line(desk.publish(approved), { 'tinh-trang': 'approved' })]
      : []),
    ...(writes && returned > 0
      ? [line(desk.returned(returned), { 'tinh-trang': 'returned' })]
      : []),
  ];
}
