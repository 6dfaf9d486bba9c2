import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { type Db, maybe } from '../../../platform/database/query.ts';
import type { Census, Headcount } from '../schema.ts';
import { growthUntil } from './growth.ts';
import { peopleOn, placesOn } from './people.ts';
import { sharesOn } from './shares.ts';

export { peopleOn } from './people.ts';
export { membershipRows, personOfMembership } from './sources.ts';

const growthYears = 10;

/** The headcount of an organisation and of those directly below it; null when it does not exist. */
export async function headcounts(
  db: Db,
  organisation: string,
  on: Day,
): Promise<{ own: Headcount; below: readonly Headcount[] } | null> {
  const places = await placesOn(db, organisation, on);
  const ids = places.map((place) => place.organisationId);
  const counted = new Map((await peopleOn(db, ids, on)).map((one) => [one.organisationId, one]));
  const lines = places.map((place): Headcount => {
    const { people = 0, memberships = 0 } = counted.get(place.organisationId) ?? {};
    return { ...place, people, memberships };
  });
  const own = lines.find((line) => line.organisationId === organisation);
  if (own === undefined) return null;
  const below = lines
    .filter((line) => line !== own && (line.people > 0 || line.declared !== null))
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'vi'));
  return { own, below };
}

/** All tables of an organisation on a day, computed from the records. */
export async function censusOf(db: Db, organisation: string, on: Day): Promise<Census | null> {
  const counts = await headcounts(db, organisation, on);
  if (counts === null) return null;
  return {
    ...counts,
    ...(await sharesOn(db, organisation, on)),
    growth: await growthUntil(db, organisation, on, growthYears),
  };
}

/** The newest thing that happened: as long as it is the same, no record has changed. */
export async function lastEvent(db: Db): Promise<string> {
  const found = await maybe(
    db,
    sql<{ id: string }>`select id from event order by at desc, id desc limit 1`,
  );
  return found?.id ?? '';
}
