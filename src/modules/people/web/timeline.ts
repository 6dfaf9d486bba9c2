import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { type TimelineEntry, timeline } from '../../../platform/audit/timeline.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { TimelineItem } from '../../../ui/index.ts';
import { personRead } from '../policy.ts';
import { organisationsInView, personsById } from '../queries/index.ts';
import type { PersonRecord } from '../schema/index.ts';
import { actionNames, labels, words } from '../vi.ts';

const most = 100;

/**
 * What was done with a person, the newest first: only by organisations in view, and what concerns the
 * sensitive fields only for those who may open them.
 */
export async function personHistory(
  c: WebContext,
  person: PersonRecord,
  sensitive: boolean,
): Promise<readonly TimelineItem[]> {
  const { cx } = c.var;
  const entries = await timeline(cx.db, { type: 'person', id: person.id }, { limit: most });
  const inView = new Set(await organisationsInView(cx, personRead, null));
  const shown = entries.filter(
    ({ action, organisationId }) =>
      (organisationId === null || inView.has(organisationId)) &&
      (sensitive || !action.startsWith('person.sensitive.')),
  );
  const ids = shown.flatMap((entry) => entry.actorPersonId ?? []);
  const persons = await personsById(cx.db, [...new Set(ids)]);
  return shown.map((entry) => {
    const by = persons.get(entry.actorPersonId ?? '');
    const who = by === undefined ? words.machine : joinName(by);
    return {
      when: formatDateTime(vietnamTime(entry.at)),
      title: actionNames[entry.action] ?? entry.action,
      children: [who, placeOf(entry, person), entry.reason ?? fieldsOf(entry)]
        .filter(Boolean)
        .join(' · '),
    };
  });
}

function placeOf({ action, organisationId }: TimelineEntry, person: PersonRecord): string {
  if (!/^(membership|post)\./.test(action)) return '';
  const known = [...person.memberships, ...person.posts];
  return known.find((one) => one.organisationId === organisationId)?.organisationName ?? '';
}

function fieldsOf({ action, changes }: TimelineEntry): string {
  if (!action.endsWith('.edit')) return '';
  const fields = changes.filter(({ field }) => field !== 'organisation');
  return fields.map(({ field }) => labels[field] ?? field).join(', ');
}
