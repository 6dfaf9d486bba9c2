import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { ofProvince } from '../vi/engine.ts';

/** Where a row's member belongs: an organisation, and what of the words names none. */
export interface Placed {
  readonly organisationId: string;
  readonly branch: string | null;
  /** An association was named that nobody below the organisation is called. */
  readonly unknown: boolean;
}

export interface Placer {
  place(association: string | null, branch: string | null): Placed;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** All that stand above it, within the target. */
  readonly above: readonly string[];
}

const union = new Set(['national_union', 'provincial_union', 'sector_society']);

/**
 * Finds organisations at or below the target by the words of a roster: a name or short name of today
 * as written, else without dấu, else one that begins with the words; each only when it is the only one.
 */
export async function placerFor(db: Db, target: string, today: Day): Promise<Placer> {
  const rows = await all(
    db,
    sql<Named & { kind: string }>`select o.id, o.kind, n.name, n.short_name as "shortName",
        (select coalesce(array_agg(a.organisation_id), '{}')
          from organisations_above(o.id, ${today}::date) a where a.depth > 0) as above
      from organisations_below(${[target]}::uuid[], ${today}::date) b
      join organisation o on o.id = b.organisation_id
      join organisation_name n on n.organisation_id = o.id and n.during @> ${today}::date`,
  );
  const whole = finder(rows);
  const atUnion = union.has(rows.find((row) => row.id === target)?.kind ?? '');
  const below = new Map<string, ReturnType<typeof finder>>();
  const inside = (id: string) => {
    const known = below.get(id) ?? finder(rows.filter((row) => row.above.includes(id)));
    below.set(id, known);
    return known;
  };
  const decide = (association: string | null, branch: string | null): Placed => {
    const named = association === null ? target : whole(association);
    const at = named ?? target;
    const words = named === null ? unplaced(association, branch, atUnion) : branch;
    const section = words === null ? null : inside(at)(words);
    return {
      organisationId: section ?? at,
      branch: section === null ? words : null,
      unknown: named === null && atUnion,
    };
  };
  return remembering(decide);
}

// A union keeps both words; an association's own list mostly just repeats the association's name.
function unplaced(
  association: string | null,
  branch: string | null,
  atUnion: boolean,
): string | null {
  if (branch === null) return association;
  return association === null || !atUnion ? branch : `${association} · ${branch}`;
}

type Find = (words: string) => string | null;

function finder(rows: readonly Named[]): Find {
  const exact = index(rows, (name) => name.normalize('NFC').toLowerCase().trim());
  const folded = index(rows, foldForSearch);
  return (words) => {
    const written = exact.get(words.normalize('NFC').toLowerCase().trim());
    if (written?.size === 1) return only(written);
    const key = foldForSearch(words);
    if (key === '') return null;
    const same = folded.get(key);
    if (same !== undefined) return only(same);
    const here = folded.get(key.replace(ofProvince, ''));
    if (here !== undefined) return only(here);
    const longer = new Set<string>();
    if (key.includes(' '))
      for (const [name, ids] of folded)
        if (name.startsWith(`${key} `)) for (const id of ids) longer.add(id);
    return only(longer);
  };
}

function only(ids: ReadonlySet<string>): string | null {
  return ids.size === 1 ? [...ids][0]! : null;
}

function index(rows: readonly Named[], keyOf: (name: string) => string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows)
    for (const name of [row.name, row.shortName]) {
      const key = keyOf(name);
      found.set(key, (found.get(key) ?? new Set()).add(row.id));
    }
  return found;
}

const mostRemembered = 20_000;

function remembering(decide: Placer['place']): Placer {
  const known = new Map<string, Placed>();
  return {
    place(association, branch) {
      const key = `${association ?? ''}\n${branch ?? ''}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= mostRemembered) known.clear();
      const placed = decide(association, branch);
      known.set(key, placed);
      return placed;
    },
  };
}
