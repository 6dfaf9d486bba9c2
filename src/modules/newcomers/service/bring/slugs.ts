import { numberedSlug } from '../../../../kernel/slug.ts';
import { knownOf, standingsOf, takenSlugs, wantedSlugs } from '../../queries/index.ts';
import { setSlugs } from '../staging.ts';
import type { Around } from './around.ts';

const slugsAtOnce = 1_000;

/** Gives each article its address here before any text is written: texts lead to each other. */
export async function giveSlugs(around: Around): Promise<void> {
  const { cx, batch, whose } = around;
  const free = freeSlugs(around);
  let after = -1;
  for (;;) {
    const rows = await wantedSlugs(cx.db, batch, after, slugsAtOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    const ids = rows.map(({ originId }) => originId);
    const known = await knownOf(cx.db, whose, 'article', ids);
    const pids = [...known.values()].map(({ pid }) => pid);
    const here = await standingsOf(cx.db, pids);
    const wanted = rows.map(({ slug }) => slug);
    const taken = await takenSlugs(cx.db, whose.organisationId, wanted);
    const slugs: string[] = [];
    for (const { originId, room, slug } of rows) {
      const own = here.get(known.get(originId)?.pid ?? '')?.slug;
      slugs.push(`${room}/${own ?? (await free(slug, taken))}`);
    }
    await setSlugs(cx, batch, rows, slugs);
    after = last.position;
  }
}

/** Finds an address that no article here has or had, and none of this import; `taken` is known of the wanted ones. */
function freeSlugs({ cx, whose }: Around) {
  const given = new Set<string>();
  // Where the last one of the same title ended: the next one need not count from the beginning.
  const numbers = new Map<string, number>();
  return async (wanted: string, taken: ReadonlySet<string>): Promise<string> => {
    for (let number = (numbers.get(wanted) ?? 0) + 1; ; number += 1) {
      const slug = numberedSlug(wanted, number);
      const there =
        number === 1
          ? taken.has(slug)
          : (await takenSlugs(cx.db, whose.organisationId, [slug])).has(slug);
      if (there || given.has(slug)) continue;
      given.add(slug);
      numbers.set(wanted, number);
      return slug;
    }
  };
}
