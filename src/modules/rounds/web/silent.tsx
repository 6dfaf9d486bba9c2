import type { WebContext } from '../../../platform/http/env.ts';
import { Silent } from '../pages/silent.tsx';
import { type SilentForm, silentForms } from '../queries/index.ts';
import { overdueWeeks, remindedSince } from '../rules/index.ts';
import { type CollectorView, pathOf } from './shared.tsx';

/** Said by the form that reminds those who are written to no more. */
export const silentGroup = 'im-lang';

/** Whom the machine writes to no more, of those that one collects from. */
export function silentOf(c: WebContext, { round, own }: CollectorView): Promise<SilentForm[]> {
  const { db, clock } = c.var.cx;
  const today = clock.today();
  const of = { round: round.id, parent: own?.id ?? null };
  return silentForms(db, of, remindedSince(today), today);
}

/** Tells whoever collects, with one press to write to them again; nothing where there are none. */
export async function silentNotice(c: WebContext, view: CollectorView, manages: boolean) {
  if (!manages || view.round.state !== 'open') return null;
  const forms = await silentOf(c, view);
  if (forms.length === 0) return null;
  const { round, own } = view;
  return (
    <Silent
      forms={forms}
      weeks={overdueWeeks}
      today={c.var.cx.clock.today()}
      action={pathOf(c, own === null ? `${round.pid}/nhac` : `${round.pid}/nhac?thu=${own.pid}`)}
      hidden={{ nhom: silentGroup, version: round.version }}
      listHref={`${view.path}?dung-han=overdue`}
    />
  );
}
