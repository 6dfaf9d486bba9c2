import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import { resultRead } from '../policy.ts';

/** An edition whose results the actor may read. @throws NotFound */
export async function editionToJudge(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, resultRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}
