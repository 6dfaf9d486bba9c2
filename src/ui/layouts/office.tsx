import { Document } from '../document.tsx';
import { Icon } from '../icon.tsx';
import { Seal } from '../seal.tsx';
import type { Content, Crumb, FrameProps, LinkItem, MenuItem, SearchBox } from '../types.ts';
import { vi } from '../vi.ts';
import { Columns, Crumbs, InlineLinks, MenuList, SearchForm } from './parts.tsx';

export interface OfficeUser {
  readonly name: string;
  /** The page of one's own account, where one also signs out. */
  readonly href: string;
}

export interface OfficeLayoutProps extends FrameProps {
  /** In which role the person works here, such as the office or a council's secretary. */
  readonly role: string;
  readonly user: OfficeUser;
  readonly search?: SearchBox | undefined;
  readonly notices?: { readonly href: string; readonly count: number } | undefined;
  readonly menu: readonly MenuItem[];
  /** Pages of the same group as this one, above its title. */
  readonly rooms?: readonly MenuItem[] | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** The h1; `title` when left out. */
  readonly heading?: Content;
  /** One sentence of fact under the h1. */
  readonly intro?: Content;
  /** The main action, at the right of the title line. */
  readonly action?: Content;
  /** A seal before the h1, on the page of an organisation. */
  readonly emblem?: Content;
  /** Stands between the title line and the columns: toast, filters, steps, tabs. */
  readonly before?: Content;
  readonly aside?: Content;
  /** The aside is what was just opened: on a phone it comes before the main column. */
  readonly asideFirst?: boolean | undefined;
  /** Help for this page, keys, how to report a fault. */
  readonly foot?: readonly LinkItem[] | undefined;
}

/** A page of the office: dark bar, small seal; title line with one sentence and the main action. */
export function OfficeLayout(props: OfficeLayoutProps) {
  return (
    <Document {...props} face="office">
      <Bar {...props} />
      <nav class="office-menu desk-only" aria-label={vi.mainMenu}>
        <div class="wrap">
          <MenuList items={props.menu} />
        </div>
      </nav>
      <div class="wrap office-body">
        <Crumbs items={props.crumbs ?? []} />
        <main id="noi-dung" tabindex={-1}>
          <Rooms items={props.rooms ?? []} />
          <TitleLine {...props} />
          {props.before}
          <Columns aside={props.aside} asideFirst={props.asideFirst}>
            {props.children}
          </Columns>
        </main>
        <Foot {...props} />
      </div>
    </Document>
  );
}

function Rooms(props: { readonly items: readonly MenuItem[] }) {
  if (props.items.length < 2) return null;
  return (
    <nav aria-label={vi.rooms}>
      <ul class="inline-links">
        {props.items.map(({ href, label, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {current ? <strong>{label}</strong> : label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Bar(props: OfficeLayoutProps) {
  const { site, search, notices, user } = props;
  return (
    <header class="office-bar">
      <div class="wrap">
        <a class="office-home" href={site.homeHref}>
          <Seal lines={site.sealLines} size="small" inverse />
          <span>
            <strong>{site.shortName}</strong>
            <span class="office-role">{props.role}</span>
          </span>
        </a>
        <div class="office-tools desk-only">
          {search ? (
            <SearchForm
              {...search}
              id="tim-dau-trang"
              label={vi.searchSite}
              placeholder={search.placeholder ?? vi.searchOffice}
            />
          ) : null}
          {notices ? (
            <a class="tool" href={notices.href}>
              <Icon name="bell" />
              <span>{vi.notices(notices.count)}</span>
            </a>
          ) : null}
          <a class="tool" href={user.href}>
            <Icon name="person" />
            <span>{user.name}</span>
          </a>
        </div>
        <a class="tool phone-only" href="#danh-muc">
          <Icon name="menu" />
          <span>{vi.menu}</span>
        </a>
      </div>
    </header>
  );
}

function TitleLine(props: OfficeLayoutProps) {
  return (
    <div class="title-line">
      {props.emblem}
      <div class="title-words">
        <h1>{props.heading ?? props.title}</h1>
        {props.intro ? <p class="intro">{props.intro}</p> : null}
      </div>
      {props.action ? <div class="buttons title-action">{props.action}</div> : null}
    </div>
  );
}

function Foot(props: OfficeLayoutProps) {
  const { notices, user, search } = props;
  const own: MenuItem[] = [{ href: user.href, label: user.name }];
  if (notices) own.unshift({ href: notices.href, label: vi.notices(notices.count) });
  return (
    <>
      <div class="phone-foot phone-only">
        {search ? (
          <SearchForm {...search} id="tim-cuoi-trang" label={vi.searchSite} labelShown />
        ) : null}
        <nav id="danh-muc" aria-label={vi.footMenu}>
          <MenuList items={[...props.menu, ...own]} />
          <a href="#dau-trang">{vi.backToTop}</a>
        </nav>
      </div>
      <footer class="office-foot">
        <span>
          {vi.product} · {props.site.shortName}
        </span>
        {props.foot && props.foot.length > 0 ? <InlineLinks items={props.foot} /> : null}
      </footer>
    </>
  );
}
