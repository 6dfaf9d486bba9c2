import { site } from '../../../platform/http/addresses.ts';
import type { Showing, ShowingKind } from '../schema.ts';

/** Where an article of a site stands, below the site. */
export const articlePath = (kind: ShowingKind, slug: string): string =>
  `${kind === 'page' ? 'trang' : 'bai'}/${slug}`;

type Addressed = Pick<Showing, 'kind' | 'slug'> & { readonly publisher: { readonly code: string } };

/** Where the articles of an author of a site stand, below the site. */
export const authorPath = (slug: string): string => `tac-gia/${slug}`;

/** Where the national site shows what a union offered it, below that site. */
export const chosenPath = ({ publisher, slug }: Addressed): string =>
  `bai/tu/${publisher.code}/${slug}`;

/** The one address of an article: on the site of whose it is. */
export const hrefOf = (one: Addressed): string =>
  site(one.publisher.code, articlePath(one.kind, one.slug));

/** Where a list of a site leads: an article of another union, which the site chose, is read within the site. */
export const hrefIn = (
  at: { readonly organisationId: string; readonly code: string },
  one: Pick<Showing, 'publisher' | 'kind' | 'slug'>,
): string =>
  one.publisher.id === at.organisationId ? hrefOf(one) : site(at.code, chosenPath(one));
