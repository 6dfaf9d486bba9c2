import type { Child } from 'hono/jsx';
import {
  BannersAround,
  englishMenu,
  headAround,
  menuAround,
  namesAround,
  needsSheet,
  otherLanguage,
} from './around.tsx';
import { language } from './kernel/language.ts';
import { office, site as siteAddress, withQuery } from './platform/http/addresses.ts';
import type { Assets } from './platform/http/assets.ts';
import type { Frame, PageContent, Place, Shell, WebContext } from './platform/http/env.ts';
import { inLanguage } from './platform/http/language.ts';
import { tellShown } from './platform/http/shown.ts';
import type { MenuLine } from './platform/module.ts';
import {
  type AssetLinks,
  type FrameProps,
  type MenuItem,
  OfficeLayout,
  PlainLayout,
  PortalLayout,
} from './ui/index.ts';
import { shellWords as words } from './vi.ts';

interface ShellParts {
  readonly assets: Assets;
  readonly demo: boolean;
  readonly officeMenu: readonly MenuLine[];
  readonly siteMenu: readonly { readonly label: string; readonly path: string }[];
}

/** The three faces: every page of every module is put into one of these. */
export function createShell(parts: ShellParts): Shell {
  return {
    office: (c, page) =>
      send(c, page, <OfficePage c={c} page={page} parts={parts} around={null} />),
    portal: async (c, page) => {
      const around = await c.var.frame();
      if (isRead(c, page)) tellShown(c, c.var.place.organisationId, page.subject ?? null);
      const told = { ...page, head: (await headAround(c, page, around)) ?? {} };
      return send(c, page, <PortalPage c={c} page={told} parts={parts} around={around} />);
    },
    plain: async (c, page) => {
      const around = language() === 'en' ? await c.var.frame() : null;
      return send(c, page, <PlainPage c={c} page={page} parts={parts} around={around} />);
    },
  };
}

// What the office looks at itself, and what was not found, is not counted as read.
const isRead = (c: WebContext, page: PageContent): boolean =>
  c.var.cx.actor.kind !== 'account' && (page.status ?? 200) === 200;

function send(c: WebContext, page: PageContent, tree: Child): Response | Promise<Response> {
  return c.html(String(tree), page.status ?? 200, {
    // What a signed-in person sees is not kept by anything on the way.
    'cache-control': c.var.cx.actor.kind === 'account' ? 'private, no-store' : 'no-cache',
    vary: 'Cookie',
  });
}

interface Face {
  readonly c: WebContext;
  readonly page: PageContent;
  readonly parts: ShellParts;
  /** How the site is set up; null where nothing of it is shown. */
  readonly around: Frame | null;
}

function frame({ c, page, parts, around }: Face): FrameProps {
  const place = c.var.place;
  return {
    title: page.title,
    site: {
      ...namesAround(place, around),
      sealLines: place.seal,
      homeHref: siteAddress(place.code, language() === 'en' ? 'en' : ''),
      accentHref: `/assets/mau/${encodeURIComponent(place.accent)}.css`,
    },
    assets: linksOf(parts.assets, page),
    demo: parts.demo,
    error: page.error,
    refresh: page.refresh,
    description: page.description,
    head: page.head,
  };
}

// What every page loads, and the stylesheets and islands that this one asks for.
const linksOf = (assets: Assets, page: PageContent): AssetLinks => ({
  styles: assets.styles,
  pageStyles: (page.styles ?? []).flatMap((name) => assets.pageStyles.get(name) ?? []),
  scripts: [
    ...assets.scripts,
    ...(page.islands ?? []).flatMap((name) => assets.islands.get(name) ?? []),
  ],
});

function OfficePage(face: Face) {
  const { c, page, parts } = face;
  const place = c.var.place;
  const props = frame(face);
  const { actor } = c.var.cx;
  return (
    <OfficeLayout
      {...props}
      site={{ ...props.site, homeHref: office(place.code) }}
      role={words.office}
      user={{ name: actor.kind === 'account' ? actor.label : '', href: '/tai-khoan' }}
      search={{
        action: office(place.code, 'tim'),
        value: c.req.path.endsWith('/tim') ? c.req.query('q') : undefined,
      }}
      {...officeMenu(c, parts.officeMenu, place)}
      crumbs={page.crumbs}
      heading={page.heading}
      intro={page.lead}
      action={page.action}
      emblem={page.emblem}
      before={page.before}
      aside={page.aside}
      asideFirst={page.asideFirst}
      foot={[
        { href: siteAddress(place.code), label: words.publicSite },
        { href: '/tai-khoan', label: words.account },
      ]}
    >
      {page.body}
    </OfficeLayout>
  );
}

interface OfficeMenu {
  readonly menu: readonly MenuItem[];
  /** The lines of the group that the page belongs to. */
  readonly rooms: readonly MenuItem[];
}

function officeMenu(c: WebContext, lines: readonly MenuLine[], place: Place): OfficeMenu {
  const held = c.var.placeRoles;
  const allowed = lines.filter(
    (l) => l.permission.roles === 'public' || l.permission.roles.some((r) => held.includes(r)),
  );
  // The desk comes first, whichever module has it.
  allowed.sort((a, b) => Number(b.path === '') - Number(a.path === ''));
  const rest = c.req.path.split('/').slice(3).join('/');
  const isHere = ({ path }: MenuLine): boolean =>
    path === '' ? rest === '' : rest === path || rest.startsWith(`${path}/`);
  const itemOf = (line: MenuLine): MenuItem => ({
    label: line.label,
    href: office(place.code, line.path),
    current: isHere(line),
  });
  const here = allowed.find(isHere)?.group;
  const menu = allowed.flatMap((line): MenuItem[] => {
    const { group } = line;
    if (group === undefined) return [itemOf(line)];
    const first = allowed.find((one) => one.group === group);
    return first !== line
      ? []
      : [{ ...itemOf(line), label: words.menuGroups[group], current: here === group }];
  });
  const rooms = here === undefined ? [] : allowed.filter(({ group }) => group === here).map(itemOf);
  return { menu, rooms };
}

const hasContact = ({ contact }: Place): boolean =>
  [contact.address, contact.phone, contact.email].some((one) => one !== null);

function PortalPage(given: Face & { readonly around: Frame }) {
  const { c, parts, around } = given;
  const page: PageContent = {
    ...given.page,
    styles: [...new Set([...(given.page.styles ?? []), ...(needsSheet(around) ? ['site'] : [])])],
  };
  const { place, cx } = c.var;
  const signedIn = cx.actor.kind === 'account';
  const menu = menuAround(c, around, parts.siteMenu);
  const english = language() === 'en';
  return (
    <PortalLayout
      {...frame({ c, page, parts, around })}
      siteName={english ? undefined : (around.name ?? words.siteName)}
      emblem={around.emblem ?? undefined}
      top={<BannersAround around={around} place="top" />}
      bottom={<BannersAround around={around} place="foot" />}
      dateText={words.today(cx.clock.today())}
      utility={[
        ...otherLanguage(c, page, around),
        ...(hasContact(place)
          ? [{ href: siteAddress(place.code, 'lien-he'), label: words.contact }]
          : []),
        signedIn
          ? { href: '/vp', label: words.toOffice }
          : { href: '/dang-nhap', label: words.signIn },
      ]}
      search={{
        action: siteAddress(place.code, 'tim'),
        value: c.req.path.endsWith('/tim') ? c.req.query('q') : undefined,
        hidden: inLanguage(),
      }}
      menu={menu}
      crumbs={page.crumbs}
      aside={
        page.aside === undefined ? undefined : (
          <>
            {page.aside}
            <BannersAround around={around} place="aside" />
          </>
        )
      }
      asideFirst={page.asideFirst}
      footer={{
        address: around.address ?? place.contact.address ?? undefined,
        phone: around.phone ?? place.contact.phone ?? undefined,
        email: around.email ?? place.contact.email ?? undefined,
        responsible: around.responsible ?? undefined,
        licence: around.licence ?? undefined,
        services: english
          ? englishMenu(place.code)
          : parts.siteMenu.map((m) => ({
              label: m.label,
              href: siteAddress(place.code, m.path),
            })),
        about: [
          { label: words.feedback, href: siteAddress(place.code, 'gop-y') },
          { label: words.news, href: siteAddress(place.code, english ? 'en/rss.xml' : 'rss.xml') },
          { label: words.api, href: '/api/v1/openapi.json' },
          { label: words.signInOffice, href: withQuery('/dang-nhap') },
        ],
      }}
    >
      {page.before}
      {page.body}
    </PortalLayout>
  );
}

function PlainPage(face: Face) {
  const { page } = face;
  return (
    <PlainLayout {...frame(face)} heading={page.heading} intro={page.lead} under={page.aside}>
      {page.body}
    </PlainLayout>
  );
}
