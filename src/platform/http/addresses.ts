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
  'tin',
  'chuyen-muc',
  'the',
  'thu',
  'kho-giai-phap',
  'hoi-thi',
  'ho-so',
  'bien-nhan',
  'giam-khao',
  'chung-nhan',
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

/** The address of a public page; the root organisation's site has no first word. */
export function site(code: string, path = '', query?: Query): string {
  const base = code === root ? '' : `/${code}`;
  return withQuery(`${base}${path === '' ? '' : `/${path}`}` || '/', query);
}

/** The address of an office page. */
export function office(code: string, path = '', query?: Query): string {
  return withQuery(`/vp/${code}${path === '' ? '' : `/${path}`}`, query);
}

/** The address of a REST resource. */
export function api(path: string, query?: Query): string {
  return withQuery(`/api/v1/${path}`, query);
}
