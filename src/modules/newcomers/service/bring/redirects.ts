import { execute } from '../../../../platform/command.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { addRedirect, oldAddress } from '../../../sites/index.ts';
import { knownOf, stagedAfter, stagedCount, takenSources } from '../../queries/index.ts';
import { type Named, type NewRedirect, type NewSection, shortened } from '../../rules/index.ts';
import { type Around, note } from './around.ts';
import { pathsOf } from './links.ts';
import type { SectionsHere } from './sections.ts';

const atOnce = 200;

interface Lead {
  readonly source: string;
  readonly to: Named;
}

/** Lets old addresses lead to what stands here now; what has none here is no address any more. */
export async function bringRedirects(around: Around, sections: SectionsHere): Promise<void> {
  const { cx, batch } = around;
  const total = await stagedCount(cx.db, batch, ['redirect']);
  await someRedirects(around, sections, await usualAddresses(around, sections));
  let [after, done] = [-1, 0];
  for (;;) {
    const rows = await stagedAfter(cx.db, batch, 'redirect', after, atOnce);
    await around.step(done, total, 'redirects');
    await someRedirects(
      around,
      sections,
      rows.flatMap(({ one }) => leadOf(one)),
    );
    done += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

function leadOf({ from, to }: NewRedirect): Lead[] {
  const source = oldAddress(from);
  return source === null || source === '/' ? [] : [{ source, to }];
}

/** Where WordPress has its sections and tags, unless somebody changed it. */
async function usualAddresses(around: Around, sections: SectionsHere): Promise<Lead[]> {
  if (around.program !== 'wordpress') return [];
  const { cx, batch } = around;
  const all = (await stagedAfter(cx.db, batch, 'section', -1, 5_000)).map(({ one }) => one);
  const tags = (await stagedAfter(cx.db, batch, 'tag', -1, 20_000)).map(({ one }) => one);
  const byId = new Map(all.map((one) => [one.originId, one]));
  const pathOf = (one: NewSection): string => {
    const above = one.parent === null ? undefined : byId.get(one.parent);
    return above === undefined || above === one ? one.slug : `${above.slug}/${one.slug}`;
  };
  const lead = (path: string, to: Named): Lead[] => leadOf({ kind: 'redirect', from: path, to });
  return [
    ...all
      .filter(({ originId }) => sections.get(originId))
      .flatMap((one) =>
        [one.slug, pathOf(one)].flatMap((path) =>
          lead(`/category/${path}`, { kind: 'section', originId: one.originId }),
        ),
      ),
    ...tags.flatMap((one) => lead(`/tag/${one.slug}`, { kind: 'tag', originId: one.originId })),
  ];
}

async function someRedirects(
  around: Around,
  sections: SectionsHere,
  leads: readonly Lead[],
): Promise<void> {
  const { cx, whose, code } = around;
  const once = [...new Map(leads.toReversed().map((one) => [one.source, one])).values()].reverse();
  const sources = once.map(({ source }) => source);
  const known = await knownOf(
    cx.db,
    whose,
    'redirect',
    sources.map((source) => shortened(source)),
  );
  const taken = await takenSources(cx.db, whose.organisationId, sources);
  const fresh = once.filter(({ source }) => !known.has(shortened(source)));
  const paths = await pathsOf(
    around,
    sections,
    fresh.map(({ to }) => to),
  );
  let brought = 0;
  await inTransaction(cx.db, async (db) => {
    for (const { source, to } of fresh) {
      const path = paths.get(to);
      if (path === undefined || oldAddress(`/${path}`) === source) continue;
      const there = taken.get(source);
      if (there !== undefined) {
        if (there !== `/${path}`) around.problems.add('redirect_taken', {}, source.slice(0, 200));
        continue;
      }
      const input = { organisation: code, source, target: `/${path}` };
      const outcome = await execute({ ...cx, db }, addRedirect, input);
      if (!outcome.ok) {
        const why = outcome.issues[0]?.code ?? '';
        around.problems.add('redirect_refused', { why }, source.slice(0, 200));
        continue;
      }
      await note(around, db, {
        kind: 'redirect',
        originId: shortened(source),
        pid: outcome.value.pid,
      });
      brought += 1;
    }
  });
  around.counts.redirects += brought;
  if (brought > 0) cx.committed?.('at_once');
}
