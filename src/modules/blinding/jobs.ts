import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { blindingManage } from './policy.ts';
import { editionsWaiting } from './queries/index.ts';
import { type CleanOrder, cleanDossier, cleanEdition, cleanJob } from './service/index.ts';
import { words } from './vi/index.ts';

/** Each file is a transaction: a worker that is killed goes on where it was. */
const clean: JobHandler = (cx, payload) => {
  const order = payload as CleanOrder;
  return 'dossier' in order ? cleanDossier(cx, order.dossier) : cleanEdition(cx, order.edition);
};

export const handlers: Readonly<Record<string, JobHandler>> = { [cleanJob]: clean };

/** Files that a person has to look at before judges get them. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, blindingManage, organisationId))) return [];
  const editions = await editionsWaiting(cx, organisationId);
  return editions.map(({ pid, name, files }) => ({
    ...words.desk(files),
    detail: name,
    due: null,
    href: office(code, `hoi-thi/${pid}/an-danh`, { can: 'person' }),
  }));
}
