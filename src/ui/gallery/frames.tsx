import type { AssetLinks, Content, Crumb, FrameProps, LinkItem, MenuItem } from '../index.ts';
import { OfficeLayout, PortalLayout } from '../index.ts';
import { words } from './vi.ts';

/** Where the gallery gets its stylesheet and scripts from. */
export interface GalleryProps {
  readonly assets: AssetLinks;
  readonly accentHref: string;
}

export const here = '#';

export function links(labels: readonly string[]): LinkItem[] {
  return labels.map((label) => ({ href: here, label }));
}

function menu(labels: readonly string[], current: number): MenuItem[] {
  return links(labels).map((item, i) => ({ ...item, current: i === current }));
}

export function crumbs(labels: readonly string[]): Crumb[] {
  return labels.map((label, i) => (i < labels.length - 1 ? { label, href: here } : { label }));
}

export function frame(props: GalleryProps, title: string): FrameProps {
  const site = {
    name: words.union,
    shortName: words.unionShort,
    sealLines: words.seal,
    homeHref: here,
    accentHref: props.accentHref,
  };
  return { title, site, assets: props.assets, demo: true };
}

interface OfficeFrameProps extends GalleryProps {
  readonly title: string;
  readonly current: number;
  readonly error?: boolean;
  readonly intro?: Content;
  readonly action?: Content;
  readonly before?: Content;
  readonly aside?: Content;
  readonly asideFirst?: boolean;
  readonly crumbs?: readonly string[];
  readonly children?: Content;
}

export function Office(props: OfficeFrameProps) {
  return (
    <OfficeLayout
      {...frame(props, props.title)}
      role={words.role}
      user={{ name: words.person, href: here }}
      notices={{ href: here, count: 4 }}
      search={{ action: here }}
      menu={menu(words.officeMenu, props.current)}
      crumbs={crumbs(props.crumbs ?? [])}
      foot={links(words.foot)}
      intro={props.intro}
      action={props.action}
      before={props.before}
      aside={props.aside}
      asideFirst={props.asideFirst}
      error={props.error}
    >
      {props.children}
    </OfficeLayout>
  );
}

interface PortalFrameProps extends GalleryProps {
  readonly title: string;
  readonly current: number;
  readonly aside?: Content;
  readonly children?: Content;
}

export function Portal(props: PortalFrameProps) {
  return (
    <PortalLayout
      {...frame(props, props.title)}
      siteName={words.site}
      dateText={words.date}
      utility={links(words.utility)}
      search={{ action: here }}
      menu={menu(words.portalMenu, props.current)}
      aside={props.aside}
      footer={{
        address: words.address,
        phone: words.phone,
        email: words.email,
        responsible: words.responsible,
        licence: words.licence,
        services: links(words.services),
        about: links(words.about),
      }}
    >
      {props.children}
    </PortalLayout>
  );
}
