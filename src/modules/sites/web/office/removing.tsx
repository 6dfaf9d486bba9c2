import type { WebContext } from '../../../../platform/http/env.ts';
import { lastRestoreDay } from '../../../../platform/records/deleting.ts';
import { offers } from '../../../../platform/records/section.ts';
import { ConfirmPage, type Content, Toast } from '../../../../ui/index.ts';
import { siteManage } from '../../policy.ts';
import { words as common } from '../../vi/index.ts';
import { crumbsTo } from './shared.ts';

interface Removed {
  readonly pid: string;
  readonly organisationId: string;
  readonly deletedAt: Date | null;
}

/** What was just deleted, to be taken back at once by whoever may; nothing where nothing was. */
export function removedToast<Row extends Removed>(
  c: WebContext,
  row: Row | null,
  listPath: string,
  text: (row: Row) => string,
) {
  if (row === null || row.deletedAt === null || !offers(c, siteManage)) return undefined;
  const { cx, place } = c.var;
  // What another office deleted, or what cannot be taken back any more, is no news here.
  if (row.organisationId !== place.organisationId) return undefined;
  if (lastRestoreDay(row.deletedAt) < cx.clock.today()) return undefined;
  return <Toast text={text(row)} undo={{ action: `${listPath}/${row.pid}/khoi-phuc` }} />;
}

export interface Removal {
  readonly version: number;
  readonly question: string;
  readonly list: string;
  readonly listPath: string;
  readonly body: Content;
}

/** Asks before a row of this room is deleted. */
export const removalPage = (c: WebContext, of: Removal): Response | Promise<Response> =>
  c.var.shell.office(c, {
    title: common.remove,
    crumbs: crumbsTo(c, { label: of.list, href: of.listPath }, { label: common.remove }),
    body: (
      <ConfirmPage
        question={of.question}
        action={c.req.path}
        hidden={{ version: of.version }}
        verb={common.remove}
        keepHref={of.listPath}
        keepLabel={common.keep}
      >
        {of.body}
      </ConfirmPage>
    ),
  });
