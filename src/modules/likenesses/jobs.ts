import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { likenessDecide } from './policy.ts';
import { countOpen } from './queries/index.ts';
import {
  type CompareOrder,
  compareDossier,
  compareImported,
  compareJob,
  comparePast,
} from './service/index.ts';
import { words } from './vi.ts';

/** One transaction: a worker that is killed leaves nothing half done, and the queue hands it out again. */
const compare: JobHandler = (cx, payload) => {
  const order = payload as CompareOrder;
  if ('dossier' in order) return compareDossier(cx, order.dossier);
  if ('edition' in order) return comparePast(cx, order.edition, order.after);
  return compareImported(cx, order.text);
};

export const handlers: Readonly<Record<string, JobHandler>> = { [compareJob]: compare };

/** Findings that wait for somebody's decision. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, likenessDecide, organisationId))) return [];
  const open = await countOpen(cx, organisationId);
  if (open === 0) return [];
  const { title, detail, verb } = words.desk(open);
  return [{ title, detail, due: null, href: office(code, 'hoi-thi/so-trung'), verb }];
}
