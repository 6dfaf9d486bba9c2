import { isAt } from './modules/sites/index.ts';
import { domainAsked, mainAddress, site as siteAddress } from './platform/http/addresses.ts';
import type { Frame, FrameBanner, PageContent, WebContext } from './platform/http/env.ts';
import { Banners, type MenuBranch } from './ui/index.ts';
import { shellWords as words } from './vi.ts';

// What a site's people set up, as the shell puts it around each page.

interface OwnLine {
  readonly label: string;
  readonly path: string;
}

/** The path of the page as its own links say it: without the code on a site's own domain. */
function pathOf(c: WebContext): string {
  const own = domainAsked();
  if (own === null || !c.req.path.startsWith(`/${own.code}`)) return c.req.path;
  return c.req.path.slice(own.code.length + 1) || '/';
}

/** The menu as it was set up, or the one that every site has; with the mark of where one is. */
export function menuAround(
  c: WebContext,
  around: Frame,
  usual: readonly OwnLine[],
): readonly MenuBranch[] {
  const home = siteAddress(c.var.place.code);
  const path = pathOf(c);
  if (around.menu.length === 0)
    return usual.map((line) => {
      const href = siteAddress(c.var.place.code, line.path);
      return { label: line.label, href, current: path === href };
    });
  const best = nearest(
    path,
    around.menu.flatMap((line) => [line, ...line.below]).flatMap(({ href }) => href ?? []),
    home,
  );
  return around.menu.map((line) => ({
    ...line,
    current: line.href !== undefined && line.href === best,
    below: line.below.map((one) => ({ ...one, current: one.href === best })),
  }));
}

// The page itself, else the longest address that it stands below.
function nearest(path: string, hrefs: readonly string[], home: string): string | null {
  const exact = hrefs.find((href) => isAt(path, href, home) === 'page');
  if (exact !== undefined) return exact;
  const above = hrefs.filter((href) => isAt(path, href, home) === 'below');
  return above.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The banners of a place; null when it has none. */
export function BannersAround(props: {
  readonly around: Frame;
  readonly place: FrameBanner['place'];
}) {
  const shown = props.around.banners.filter((banner) => banner.place === props.place);
  if (shown.length === 0) return null;
  return (
    <Banners
      place={props.place}
      items={shown.map((banner) => ({
        ...banner,
        mark: words.bannerMarks[banner.kind],
      }))}
    />
  );
}

/** Whether a page needs the sheet of menus of two levels, banners and an emblem. */
export const needsSheet = (around: Frame): boolean =>
  around.emblem !== null ||
  around.banners.length > 0 ||
  around.menu.some((line) => line.below.length > 0);

/** What programs are told: a page of a site with a domain of its own is at home there. */
export function headAround(c: WebContext, page: PageContent, around: Frame): PageContent['head'] {
  if (around.domain === null || (page.status ?? 200) !== 200) return page.head;
  const base = siteAddress(c.var.place.code).replace(/\/$/, '');
  const told = page.head?.canonical;
  const path =
    told === undefined
      ? pathOf(c)
      : told.replace(mainAddress() ?? '', '').replace(/^https?:\/\/[^/]+/, '');
  const own = path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  return { ...page.head, canonical: `https://${around.domain}${own === '' ? '/' : own}` };
}
