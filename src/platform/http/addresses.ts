import { AsyncLocalStorage } from 'node:async_hooks';

/** First words of an address that no organisation may have as its code. */
export const reservedWords: readonly string[] = [
  'vp',
  'api',
  'assets',
  'dang-nhap',
  'dang-xuat',
  'tai-khoan',
  'tim',
  'tep',
  'health',
  'metrics',
  'auth',
  'robots',
  'sitemap',
  'favicon',
  'to-chuc',
  'lien-he',
  'gioi-thieu',
  'chung-thu',
  'public',
  'static',
  'admin',
  'www',
  'mail',
  'en',
  'vi',
  'demo',
  'huong-dan',
  'so-lieu',
  'so-lieu-truy-cap',
  'tin',
  'chuyen-muc',
  'thong-bao',
  'tu-khoa',
  'bai',
  'trang',
  'the',
  'thu',
  'kho-giai-phap',
  'hoi-thi',
  'ho-so',
  'bien-nhan',
  'giam-khao',
  'chung-nhan',
  'binh-luan',
  'tham-do',
  'gop-y',
  'gui-thu',
  'thu-vien',
  'ban-tin',
  'ban-do',
  'danh-ngon',
  'lien-ket',
  'hinh',
  'chuyen-gia',
  'tac-gia',
  'tai-lieu',
  'hoat-dong',
  'du-lieu-mo',
];

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** Adds the parameters that have a value, in the order given. */
export function withQuery(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== '');
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([k, v]): [string, string] => [k, String(v)]))}`;
}

let root: string | null = null;

/** Tells which organisation lives at `/`. Called at start, from the installation's setting. */
export function setRootCode(code: string | null): void {
  root = code;
}

/** The code of the organisation that lives at `/`; null before the installation has one. */
export function rootCode(): string | null {
  return root;
}

let main: string | null = null;

/** Tells the address that readers use for the whole installation. Called at start, from the configuration. */
export function setMainAddress(address: string | null): void {
  main = address;
}

/** The address that readers use, without a slash at the end; null when nobody set it. */
export const mainAddress = (): string | null => main;

/** The host of the main address, without its port; null when nobody set it. */
export const mainHost = (): string | null => (main === null ? null : new URL(main).hostname);

/** The site whose own domain a request came to. */
export interface OwnDomain {
  readonly code: string;
  readonly host: string;
}

const asked = new AsyncLocalStorage<OwnDomain>();

/** Runs what a request to a site's own domain sets going: its addresses are then those of the domain. */
export function atDomain<T>(own: OwnDomain, run: () => T): T {
  return asked.run(own, run);
}

/** The own domain that the request came to; null at the main address, and outside of requests. */
export const domainAsked = (): OwnDomain | null => asked.getStore() ?? null;

// What is not of the site whose own domain was asked lies at the main address.
const elsewhere = (path: string): string =>
  asked.getStore() === undefined ? path : `${main ?? ''}${path}`;

/** The address of a public page; the site of the root, and of the own domain that was asked, has no first word. */
export function site(code: string, path = '', query?: Query): string {
  const here = asked.getStore()?.code === code;
  const base = code === root || here ? '' : `/${code}`;
  const address = withQuery(`${base}${path === '' ? '' : `/${path}`}` || '/', query);
  return here ? address : elsewhere(address);
}

/** The address of an office page. */
export function office(code: string, path = '', query?: Query): string {
  return elsewhere(withQuery(`/vp/${code}${path === '' ? '' : `/${path}`}`, query));
}

/** The address of a REST resource. */
export function api(path: string, query?: Query): string {
  return withQuery(`/api/v1/${path}`, query);
}
