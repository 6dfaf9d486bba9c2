import { office } from '../http/addresses.ts';
import type { Crumb, WebContext } from '../http/env.ts';
import type { Permission } from '../policy.ts';

/** The pages of a module in the office that is open. */
export interface Section {
  /** The address of a page; of the list when left out. */
  pathOf(c: WebContext, path?: string): string;
  /** The way to a page: the list, then `rest`. */
  crumbsTo(c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[];
}

/** `path` is the word of the address, such as 'hoat-dong'; `label` what the list is called. */
export function sectionOf(path: string, label: string): Section {
  const pathOf: Section['pathOf'] = (c, rest = '') =>
    office(c.var.place.code, rest === '' ? path : `${path}/${rest}`);
  return { pathOf, crumbsTo: (c, ...rest) => [{ label, href: pathOf(c) }, ...rest] };
}

/** True when a role held at the place has the permission: what a page may offer. */
export function offers(c: WebContext, wanted: Permission): boolean {
  return wanted.roles === 'public' || wanted.roles.some((role) => c.var.placeRoles.includes(role));
}

/** The sentence that an address asks for after a deed: '?da-luu=1' with `{'da-luu': …}`. */
export function saidIn(c: WebContext, said: Readonly<Record<string, string>>): string | undefined {
  const name = Object.keys(said).find((key) => c.req.query(key) !== undefined);
  return name === undefined ? undefined : said[name];
}
