import { isSlug, slugOf } from '../../../../kernel/slug.ts';
import { keptText } from '../../../../kernel/text.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { execute } from '../../../../platform/command.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { createSection, type Section, sectionsOf } from '../../../articles/index.ts';
import { knownOf, stagedAfter } from '../../queries/index.ts';
import { type NewSection, placesOf, shortened } from '../../rules/index.ts';
import { type Around, note } from './around.ts';

/** More than any office keeps in order. */
const mostSections = 5_000;

export interface SectionHere {
  readonly pid: string;
  readonly slug: string;
  readonly name: string;
}

/** Where the articles of each section of the old site stand here, by its id there; null: in none. */
export type SectionsHere = ReadonlyMap<string, SectionHere | null>;

/** Makes the sections that are not here yet. One of the same name at the same place is the same. */
export async function bringSections(around: Around): Promise<SectionsHere> {
  const staged = await stagedAfter(around.cx.db, around.batch, 'section', -1, mostSections);
  const { kept, into, deeper } = placesOf(staged.map(({ one }) => one));
  for (const { name } of deeper) around.problems.add('section_too_deep', { name: brief(name) });
  const made = new Map<string, SectionHere>();
  const known = await knownOf(
    around.cx.db,
    around.whose,
    'section',
    kept.map(({ section }) => shortened(section.originId)),
  );
  let all = await sectionsOf(around.cx.db, around.whose.organisationId);
  for (const { section, parent } of kept) {
    const pid = known.get(shortened(section.originId))?.pid;
    const there = all.find((one) => one.pid === pid);
    if (there !== undefined) {
      made.set(section.originId, there);
      continue;
    }
    // The office has taken it away: its articles stand in none.
    if (pid !== undefined) continue;
    const above = parent === null ? null : (made.get(parent)?.pid ?? null);
    const here = await oneSection(around, section, above, all);
    if (here === null) continue;
    made.set(section.originId, here);
    all = await sectionsOf(around.cx.db, around.whose.organisationId);
  }
  return new Map(
    [...into].map(([id, place]) => [id, place === null ? null : (made.get(place) ?? null)]),
  );
}

const brief = (text: string): string => keptText(text).slice(0, 120);

async function oneSection(
  around: Around,
  section: NewSection,
  above: string | null,
  all: readonly Section[],
): Promise<SectionHere | null> {
  const name = brief(section.name || section.slug);
  const parentId = all.find(({ pid }) => pid === above)?.id ?? null;
  const same = all.find(
    (one) => one.parentId === parentId && foldForSearch(one.name) === foldForSearch(name),
  );
  const originId = shortened(section.originId);
  if (same !== undefined) {
    await note(around, around.cx.db, { kind: 'section', originId, pid: same.pid, made: false });
    return same;
  }
  const wanted = isSlug(section.slug) ? section.slug : slugOf(section.slug || name);
  const outcome = await inTransaction(around.cx.db, async (db) => {
    const done = await execute({ ...around.cx, db }, createSection, {
      organisation: around.code,
      name,
      description: keptText(section.description).slice(0, 500),
      parent: above,
      slug: all.some(({ slug }) => slug === wanted) ? null : wanted,
    });
    if (done.ok) await note(around, db, { kind: 'section', originId, pid: done.value.pid });
    return done;
  });
  if (outcome.ok) return { pid: outcome.value.pid, slug: outcome.value.slug, name };
  around.problems.add('section_refused', { name, why: outcome.issues[0]?.code ?? '' });
  return null;
}
