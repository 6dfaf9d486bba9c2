import { timeline } from '../../../../platform/audit/timeline.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import type { TimelineItem } from '../../../../ui/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';

/** What happened, in words, without who of the office did it; what was done in a row is one line. */
export async function history(c: WebContext, dossier: Dossier): Promise<TimelineItem[]> {
  const events = await timeline(c.var.cx.db, { type: 'dossier', id: dossier.id }, { limit: 200 });
  const items: { action: string; when: string; times: number; reason: string | null }[] = [];
  for (const { action, at, reason } of events) {
    const last = items.at(-1);
    if (last !== undefined && last.action === action && minor.has(action)) last.times += 1;
    else if (words.events[action] !== undefined)
      items.push({
        action,
        when: words.when(at),
        times: 1,
        reason: told.has(action) ? reason : null,
      });
  }
  return items.slice(0, 40).map(({ action, when, times, reason }) => ({
    when,
    title: [words.events[action], times > 1 ? words.times(times) : null]
      .filter(Boolean)
      .join(' · '),
    children: reason ?? undefined,
    big: !minor.has(action),
  }));
}

const minor = new Set([
  'dossier.save',
  'dossier.add_file',
  'dossier.remove_file',
  'dossier.consent',
  'dossier.ask_consent',
]);
// Reasons that are written for the entrant.
const told = new Set([
  'dossier.return',
  'dossier.invalidate',
  'dossier.validate',
  'dossier.withdraw',
  'dossier.grant_leave',
  'dossier.move',
]);
