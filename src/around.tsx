import { type Language, language } from './kernel/language.ts';
import { isAt, siteFrameOf } from './modules/sites/index.ts';
import { domainAsked, mainAddress, site as siteAddress } from './platform/http/addresses.ts';
import type { Frame, FrameBanner, PageContent, Place, WebContext } from './platform/http/env.ts';
import { inLanguage } from './platform/http/language.ts';
import { Banners, type MenuBranch } from './ui/index.ts';
import { languageNames, shellWords as words } from './vi.ts';

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

/** What every site has in English. */
export const englishMenu = (code: string) => [
  { label: words.englishMenu.home, href: siteAddress(code, 'en') },
  { label: words.englishMenu.news, href: siteAddress(code, 'tin', inLanguage('en')) },
  { label: words.englishMenu.notices, href: siteAddress(code, 'thong-bao', inLanguage('en')) },
];

/** The way to the other language, where the site has one: to the same page, else to the home there. */
export function otherLanguage(c: WebContext, page: PageContent, around: Frame) {
  const lang = language() === 'en' ? 'vi' : 'en';
  if (lang === 'en' && !around.english) return [];
  const href = page.other?.href ?? siteAddress(c.var.place.code, lang === 'en' ? 'en' : '');
  return [{ href, label: languageNames[lang], lang: lang as Language }];
}

/** The names at the head of a page: in English as the site's people gave them. */
export function namesAround(place: Place, around: Frame | null) {
  const { name, shortName } = place;
  if (language() === 'vi') return { name, shortName };
  const english = around?.englishName ?? null;
  if (english !== null) return { name: english, shortName: english };
  return { name, shortName, lang: 'vi' as const };
}

/** The menu as it was set up, or the one that every site has; with the mark of where one is. */
export function menuAround(
  c: WebContext,
  around: Frame,
  usual: readonly OwnLine[],
): readonly MenuBranch[] {
  const { code } = c.var.place;
  const english = language() === 'en';
  const home = siteAddress(code, english ? 'en' : '');
  const path = pathOf(c);
  if (english && around.englishMenu.length === 0)
    return englishMenu(code).map((line) => ({
      ...line,
      current: isAt(path, line.href, home) === 'page',
    }));
  const lines = english ? around.englishMenu : around.menu;
  if (lines.length === 0)
    return usual.map((line) => {
      const href = siteAddress(code, line.path);
      return { label: line.label, href, current: path === href };
    });
  const best = nearest(
    path,
    lines.flatMap((line) => [line, ...line.below]).flatMap(({ href }) => href ?? []),
    home,
  );
  return lines.map((line) => ({
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
  // Banners speak Vietnamese: they stand on the pages that do.
  const shown =
    language() === 'vi' ? props.around.banners.filter(({ place }) => place === props.place) : [];
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

const withoutHost = (address: string): string =>
  address.replace(mainAddress() ?? '', '').replace(/^https?:\/\/[^/]+/, '');

/** What programs are told: a page of a site with a domain of its own is at home there. */
export async function headAround(
  c: WebContext,
  page: PageContent,
  around: Frame,
): Promise<PageContent['head']> {
  const { cx, place } = c.var;
  const { homeAt } = page;
  const home = homeAt === undefined ? around : await siteFrameOf(cx.db, homeAt, cx.clock.today());
  if (home.domain === null || (page.status ?? 200) !== 200) return page.head;
  const base = withoutHost(siteAddress((homeAt ?? place).code)).replace(/\/$/, '');
  const told = page.head?.canonical;
  const path = told === undefined ? pathOf(c) : withoutHost(told);
  const own = path === base || path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  return { ...page.head, canonical: `https://${home.domain}${own === '' ? '/' : own}` };
}
