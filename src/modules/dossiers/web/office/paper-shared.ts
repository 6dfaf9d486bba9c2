import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { dossierKeep } from '../../policy.ts';
import { type Written, writtenByPid } from '../../queries/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { dossierPath } from './shared.tsx';

/** The page on which an office writes a dossier. */
export const writingPath = (c: WebContext, dossier: Dossier, rest = ''): string =>
  dossierPath(c, dossier, rest === '' ? 'viet' : `viet/${rest}`);

/** The dossier of the address for those who write it. @throws NotFound, Forbidden */
export async function writtenOf(c: WebContext): Promise<Written> {
  const { cx } = c.var;
  const dossier = await writtenByPid(cx, c.req.param('pid') ?? '');
  if (dossier.edition.pid !== c.req.param('edition')) throw new NotFound('dossier');
  if (!(await may(cx, dossierKeep, dossier.keeper))) throw new Forbidden(dossierKeep.name);
  return dossier;
}
