import { language } from '../../kernel/language.ts';
import { Document } from '../document.tsx';
import { Icon } from '../icon.tsx';
import { Marks } from '../marks.tsx';
import { Seal } from '../seal.tsx';
import type {
  Content,
  Crumb,
  FrameProps,
  LinkItem,
  MenuBranch,
  Picture,
  SearchBox,
  Site,
} from '../types.ts';
import { vi } from '../vi.ts';
import { MenuTree } from './menu-tree.tsx';
import { Columns, Crumbs, MenuList, SearchForm } from './parts.tsx';

export interface PortalFooter {
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly responsible?: string | undefined;
  readonly licence?: string | undefined;
  readonly services: readonly LinkItem[];
  readonly about: readonly LinkItem[];
}

export interface PortalLayoutProps extends FrameProps {
  /** Name of the site itself, under the name of the union; the page's own name for the union when left out. */
  readonly siteName?: string | undefined;
  /** Today in words, as the utility bar shows it. */
  readonly dateText: string;
  /** Contact, another language, sign in or the way to the office: at the right of the utility bar. */
  readonly utility: readonly LinkItem[];
  readonly search: SearchBox;
  readonly menu: readonly MenuBranch[];
  /** In place of the seal. */
  readonly emblem?: Picture | undefined;
  /** Under the menu, and over the foot. */
  readonly top?: Content;
  readonly bottom?: Content;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly footer: PortalFooter;
  readonly aside?: Content;
  /** The aside is what was just opened: on a phone it comes before the main column. */
  readonly asideFirst?: boolean | undefined;
}

/** A public page: white masthead, accent bar on top, large seal. The page brings its own h1. */
export function PortalLayout(props: PortalLayoutProps) {
  return (
    <Document {...props} face="portal">
      <header>
        <Utility dateText={props.dateText} items={props.utility} />
        <Masthead {...props} />
      </header>
      <nav class="portal-menu desk-only" aria-label={vi.mainMenu}>
        <div class="wrap">
          <MenuTree items={props.menu} />
        </div>
      </nav>
      <nav class="portal-jump phone-only" aria-label={vi.menu}>
        <a href="#danh-muc">
          <Icon name="menu" />
          {vi.menu}
        </a>
        <a href="#tim-kiem">
          <Icon name="search" />
          {vi.searchLink}
        </a>
      </nav>
      <div class="wrap portal-body">
        {props.top}
        <Crumbs items={props.crumbs ?? []} />
        <main id="noi-dung" tabindex={-1}>
          <Columns aside={props.aside} asideFirst={props.asideFirst}>
            {props.children}
          </Columns>
        </main>
        {props.bottom}
      </div>
      <PhoneFoot {...props} />
      <Footer site={props.site} footer={props.footer} />
    </Document>
  );
}

function Utility(props: { readonly dateText: string; readonly items: readonly LinkItem[] }) {
  return (
    <div class="utility desk-only">
      <div class="wrap">
        <span>{props.dateText}</span>
        <nav aria-label={vi.utility}>
          <MenuList items={props.items} />
        </nav>
      </div>
    </div>
  );
}

function Masthead(props: PortalLayoutProps) {
  const { site, siteName } = props;
  return (
    <div class="masthead">
      <div class="wrap">
        <a class="masthead-home" href={site.homeHref}>
          {props.emblem ? (
            <img class="emblem" src={props.emblem.src} alt="" width={76} height={76} />
          ) : (
            <Seal lines={site.sealLines} size="large" />
          )}
          <span class="masthead-names">
            <span class={siteName ? 'masthead-union' : 'masthead-site'} lang={site.lang}>
              {site.name}
            </span>
            {siteName ? <span class="masthead-site">{siteName}</span> : null}
          </span>
        </a>
        <div class="masthead-search desk-only">
          <SearchForm
            {...props.search}
            id="tim-dau-trang"
            label={vi.searchSite}
            placeholder={props.search.placeholder ?? vi.searchPortal}
          />
        </div>
      </div>
    </div>
  );
}

function PhoneFoot(props: PortalLayoutProps) {
  return (
    <div class="phone-foot phone-only">
      <div class="wrap">
        <div id="tim-kiem">
          <SearchForm {...props.search} id="tim-cuoi-trang" label={vi.searchSite} labelShown />
        </div>
        <nav id="danh-muc" aria-label={vi.footMenu}>
          <MenuTree items={[...props.menu, ...props.utility]} open />
          <a href="#dau-trang">{vi.backToTop}</a>
        </nav>
      </div>
    </div>
  );
}

function Footer(props: { readonly site: Site; readonly footer: PortalFooter }) {
  const { site, footer } = props;
  // What the office wrote for the foot is Vietnamese on every page.
  const written = language() === 'vi' ? undefined : 'vi';
  return (
    <footer class="portal-footer">
      <div class="wrap">
        <Marks />
        <div class="footer-columns">
          <div>
            <p lang={site.lang}>
              <strong>{site.name}</strong>
            </p>
            {footer.address ? <p lang={written}>{footer.address}</p> : null}
            {footer.phone ? (
              <p>
                {vi.phone}: {footer.phone}
              </p>
            ) : null}
            {footer.email ? (
              <p>
                {vi.email}: <a href={`mailto:${footer.email}`}>{footer.email}</a>
              </p>
            ) : null}
            <p class="footer-last">
              {footer.responsible ? (
                <>
                  {vi.responsible}: {inOwnWords(`${footer.responsible}.`)}{' '}
                </>
              ) : null}
              {footer.licence ? inOwnWords(footer.licence) : null}
            </p>
          </div>
          <FooterList title={vi.services} items={footer.services} />
          <FooterList title={vi.about} items={footer.about} note={vi.poweredBy} />
        </div>
      </div>
    </footer>
  );
}

/** Words of the office in a line of the page's own. */
const inOwnWords = (text: string): Content =>
  language() === 'vi' ? text : <span lang="vi">{text}</span>;

function FooterList(props: {
  readonly title: string;
  readonly items: readonly LinkItem[];
  readonly note?: string | undefined;
}) {
  if (props.items.length === 0 && !props.note) return null;
  return (
    <nav aria-label={props.title}>
      <p>
        <strong>{props.title}</strong>
      </p>
      <MenuList items={props.items} />
      {props.note ? <p class="footer-note">{props.note}</p> : null}
    </nav>
  );
}
