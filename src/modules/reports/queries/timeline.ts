import { sql } from 'kysely';
import { timeline } from '../../../platform/audit/timeline.ts';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { obligationByPid } from '../../rounds/index.ts';
import type { FormEvent } from '../schema/index.ts';
import { eventWords, systemActor } from '../vi/index.ts';
import { personName } from './stored.ts';

/**
 * What happened to a form, newest first: who did what and when, with the words that were said.
 * @throws NotFound when there is no form that the actor may see
 */
export async function formTimeline(cx: Cx, pid: string, limit = 100): Promise<FormEvent[]> {
  const { id } = await obligationByPid(cx, pid);
  const entries = await timeline(cx.db, { type: 'report_obligation', id }, { limit });
  const people = [...new Set(entries.flatMap((entry) => entry.actorPersonId ?? []))];
  const named = await all(
    cx.db,
    sql<{ id: string; name: string }>`select p.id, ${personName('p')} as name from person p
      where p.id = any(${people}::uuid[])`,
  );
  const names = new Map(named.map((person) => [person.id, person.name]));
  return entries.map(({ at, action, actorPersonId, reason, changes }) => ({
    at: at.toISOString(),
    action,
    words: eventWords(action),
    by: names.get(actorPersonId ?? '') ?? systemActor,
    reason,
    changes: changes.map((change) => ({ field: change.field, old: change.old, new: change.new })),
  }));
}
