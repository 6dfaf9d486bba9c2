import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { type TimelineEntry, timeline } from '../../../platform/audit/timeline.ts';
import type { Db } from '../../../platform/database/query.ts';
import type { TimelineItem } from '../../../ui/index.ts';
import { personsById } from '../queries/index.ts';
import { words } from '../vi.ts';

/** How a module names what was done with its records, and the fields of an edit. */
export interface HistoryWords {
  readonly actions: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Who acted without an account; the machine when left out. */
  readonly nobody?: string;
  /** Actions that are not worth a line. */
  readonly without?: readonly string[];
}

/** Who did what with a record and when, the newest first, with the reason or the fields changed. */
export async function historyOf(
  db: Db,
  of: { readonly type: string; readonly id: string },
  { actions, fields, nobody = words.machine, without = [] }: HistoryWords,
): Promise<readonly TimelineItem[]> {
  const entries = await timeline(db, of, { without });
  const ids = entries.flatMap((entry) => entry.actorPersonId ?? []);
  const persons = await personsById(db, [...new Set(ids)]);
  const changed = ({ action, changes }: TimelineEntry): string =>
    action === `${of.type}.edit`
      ? changes.map((change) => fields[change.field] ?? change.field).join(', ')
      : '';
  return entries.map((entry) => {
    const person = persons.get(entry.actorPersonId ?? '');
    const unnamed = entry.actorLabel === 'anonymous' ? nobody : words.machine;
    const who = person === undefined ? unnamed : joinName(person);
    return {
      when: formatDateTime(vietnamTime(entry.at)),
      title: actions[entry.action] ?? entry.action,
      children: [who, entry.reason ?? changed(entry)].filter(Boolean).join(': '),
    };
  });
}
