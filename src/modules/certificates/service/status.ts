import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { rootCode, site as sitePath } from '../../../platform/http/addresses.ts';
import { isList, revokedIn } from '../queries/index.ts';
import { encodeList, issuerId, type Json, listCredential } from '../rules/index.ts';
import { proved } from './keys.ts';

/**
 * The list of what is revoked as it stands now, signed by the installation's own organisation.
 * @throws NotFound for a list under which nothing was issued
 */
export async function statusList(cx: Cx, base: string, list: number): Promise<Json> {
  if (!(await isList(cx.db, list))) throw new NotFound('status list');
  const at = cx.clock.now();
  const issuer = issuerId(base, sitePath(rootCode() ?? ''));
  const credential = listCredential({
    base,
    list,
    issuer,
    from: at.toISOString(),
    encoded: encodeList(await revokedIn(cx.db, list)),
  });
  return proved(cx.keys, credential, { issuer, at });
}
