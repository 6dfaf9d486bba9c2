import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../platform/database/query.ts';
import { censusOf, lastEvent } from './queries/index.ts';
import type { Census } from './schema.ts';

const most = 50;
const kept = new Map<string, { readonly event: string; readonly census: Promise<Census | null> }>();

/**
 * The tables of an organisation on a day. Those of 300,000 people take a second to count, so they are
 * kept until something is written anywhere; several who ask at once wait for one counting.
 */
export async function census(db: Db, organisation: string, on: Day): Promise<Census | null> {
  const event = await lastEvent(db);
  const key = `${organisation} ${on}`;
  const found = kept.get(key);
  if (found?.event === event && !db.isTransaction) return found.census;
  const counting = censusOf(db, organisation, on);
  if (db.isTransaction) return counting;
  kept.delete(key);
  kept.set(key, { event, census: counting });
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
  counting.catch(() => kept.delete(key));
  return counting;
}
