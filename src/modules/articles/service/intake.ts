import { type Cx, execute } from '../../../platform/command.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { articleOfOrigin } from '../queries/index.ts';
import { changeArticle, createArticle } from './writing.ts';

/** An article that came from elsewhere, written the first time or changed since: for imports. */
export async function takeIn(
  cx: Cx,
  raw: Readonly<Record<string, unknown>> & { readonly origin: string; readonly origin_id: string },
) {
  const organisation = await findOrganisation(cx.db, String(raw.organisation), cx.clock.today());
  const known =
    organisation === null
      ? null
      : await articleOfOrigin(cx.db, organisation.id, raw.origin, raw.origin_id);
  if (known === null) return execute(cx, createArticle, raw);
  const { organisation: _, kind: __, origin: ___, origin_id: ____, ...content } = raw;
  return execute(cx, changeArticle, { ...content, pid: known.pid });
}
