import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { ConfirmPage, DeletedRecord, Toast, uiVi } from '../../../ui/index.ts';
import { dashboardManage } from '../policy.ts';
import { findDashboard } from '../queries/index.ts';
import type { Dashboard } from '../schema.ts';
import { words } from '../vi/index.ts';
import { crumbs, liveOf, needs, pathOf } from './shared.tsx';

export async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const dashboard = pid === undefined ? null : await findDashboard(c.var.cx, pid);
  if (dashboard === null || dashboard.deletedAt === null) return null;
  const undo = { action: pathOf(c, dashboard.pid, 'khoi-phuc') };
  return <Toast text={words.removed(dashboard.name)} undo={undo} />;
}

export function deletedPage(c: WebContext, dashboard: Dashboard, deletedAt: Date) {
  const until = restorableUntil(c, deletedAt, dashboardManage);
  return c.var.shell.office(c, {
    title: dashboard.name,
    crumbs: crumbs(c, { label: dashboard.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, dashboard.pid, 'khoi-phuc')}
        listHref={pathOf(c)}
      />
    ),
  });
}

export async function removePage(c: WebContext): Promise<Response> {
  const dashboard = await liveOf(c);
  needs(c);
  const back = pathOf(c, dashboard.pid);
  return c.var.shell.office(c, {
    title: words.removeTitle,
    crumbs: crumbs(c, { label: dashboard.name, href: back }, { label: words.removeTitle }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(dashboard.name)}
        action={c.req.path}
        hidden={{ version: dashboard.version }}
        verb={words.remove}
        keepHref={back}
        keepLabel={words.removeKeep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}
