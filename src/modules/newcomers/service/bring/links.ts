import { slugOf } from '../../../../kernel/slug.ts';
import { site } from '../../../../platform/http/addresses.ts';
import { mediaByPids } from '../../../media/index.ts';
import { oldAddress, olderForms } from '../../../sites/index.ts';
import { knownOf, stagedByIds, stagedPaths } from '../../queries/index.ts';
import { type Named, NO_HOST, ownPath, shortened } from '../../rules/index.ts';
import type { Around } from './around.ts';
import { mediaNamed } from './media.ts';
import type { SectionsHere } from './sections.ts';

/** Where things of the old site stand here, below this site: 'bai/le-trao-giai'; what the public cannot see is left out. */
export async function pathsOf(
  around: Around,
  sections: SectionsHere,
  all: readonly Named[],
): Promise<ReadonlyMap<Named, string>> {
  const { cx, batch, whose } = around;
  const idsOf = (...kinds: Named['kind'][]): string[] =>
    all.filter(({ kind }) => kinds.includes(kind)).map((one) => shortened(one.originId));
  const articles = await stagedPaths(cx.db, batch, idsOf('article', 'page'));
  const tags = await stagedByIds(cx.db, batch, 'tag', idsOf('tag'));
  const known = await knownOf(cx.db, whose, 'media', idsOf('media'));
  const shown = await mediaByPids(
    cx.db,
    [...known.values()].map(({ pid }) => pid),
  );
  const pathOf = (one: Named): string | null => {
    const id = shortened(one.originId);
    if (one.kind === 'section') {
      const here = sections.get(one.originId);
      return here ? `chuyen-muc/${here.slug}` : null;
    }
    if (one.kind === 'tag') {
      const tag = tags.get(id);
      return tag === undefined ? null : `tu-khoa/${slugOf(tag.one.name)}`;
    }
    if (one.kind === 'media') {
      const medium = shown.get(known.get(id)?.pid ?? '');
      return medium === undefined ? null : below(around, medium.src);
    }
    return articles.get(id) ?? null;
  };
  return new Map(
    all.flatMap((one) => {
      const path = pathOf(one);
      return path === null ? [] : [[one, path] as const];
    }),
  );
}

/** An address of this site without what stands before all of its addresses. */
const below = ({ code }: Around, href: string): string =>
  href.slice(site(code).replace(/\/$/, '').length).replace(/^\//, '');

/**
 * Where links in a text of the old site lead now: to what came over, else to where they led. Null where nobody can tell
 * where that was.
 */
export async function linksNamed(
  around: Around,
  sections: SectionsHere,
  hrefs: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const own = hrefs.flatMap((href) => {
    const path = ownPath(around.site, href);
    return path === null ? [] : [{ href, path }];
  });
  const targets = await targetsOf(
    around,
    own.map(({ path }) => path),
  );
  const paths = await pathsOf(around, sections, [...targets.values()]);
  const files = await mediaNamed(
    around,
    hrefs.filter((href) => isFile(href)),
  );
  const media = await mediaByPids(around.cx.db, [...new Set(files.values())]);
  const led = new Map<string, string | null>();
  for (const href of hrefs) {
    const file = media.get(files.get(href) ?? '');
    const named = own.find((one) => one.href === href);
    const target = named === undefined ? undefined : targets.get(named.path);
    const path = target === undefined ? undefined : paths.get(target);
    const anchor = new URL(href).hash;
    if (file !== undefined) led.set(href, file.href);
    else if (path !== undefined) led.set(href, site(around.code, path) + anchor);
    else if (named !== undefined) led.set(href, elsewhere(around, href, named.path));
  }
  return led;
}

// What did not come over is looked for where it was, if anybody knows where.
function elsewhere(around: Around, href: string, path: string): string | null {
  if (path === '/') return site(around.code);
  const lost = new URL(href).hostname === NO_HOST;
  around.problems.add(lost ? 'link_lost' : 'link_kept', {}, path.slice(0, 200));
  return lost ? null : href;
}

const isFile = (href: string): boolean =>
  /\.(pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif|webp|mp3|mp4|m4a)$/i.test(
    URL.canParse(href) ? new URL(href).pathname : '',
  );

/** What stood at these addresses, as far as the old site told. */
async function targetsOf(
  around: Around,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  const forms = new Map(
    paths.map((path) => {
      const whole = oldAddress(path);
      return [path, whole === null ? [] : olderForms(whole)] as const;
    }),
  );
  const ids = [...forms.values()].flat().map((one) => shortened(one));
  const staged = await stagedByIds(around.cx.db, around.batch, 'redirect', ids);
  return new Map(
    [...forms].flatMap(([path, ones]) => {
      const found = ones.map((one) => staged.get(shortened(one))).find((one) => one !== undefined);
      return found === undefined ? [] : [[path, found.one.to] as const];
    }),
  );
}
