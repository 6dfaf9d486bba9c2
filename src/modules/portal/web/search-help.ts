import { language } from '../../../kernel/language.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { OtherLanguage, WebContext } from '../../../platform/http/env.ts';
import { inLanguage } from '../../../platform/http/language.ts';
import { meantShowings, tagsOf } from '../../showings/index.ts';
import type { SearchHelp } from '../pages/search.tsx';

/** Tags that are offered. */
const OFFERED = 24;
const SHOWN = 12;

interface Searched {
  readonly typed: string;
  readonly asked: boolean;
  /** Of everything that was found. */
  readonly total: number;
}

/**
 * What helps to search without a script: the site's frequent tags, and after a search without results what may have
 * been meant. One query, kept with the page; two more when nothing was found.
 */
export async function helpFor(
  c: WebContext,
  { typed, asked, total }: Searched,
): Promise<SearchHelp> {
  const { cx, place } = c.var;
  const siteId = place.organisationId;
  const tags = await tagsOf(cx, siteId, OFFERED, language());
  const none = asked && total === 0;
  const within = place.code === rootCode() ? null : siteId;
  const meant = none
    ? await meantShowings(cx, { siteId, within, typed, language: language() })
    : null;
  return {
    suggest: tags.map(({ label }) => label),
    frequent:
      asked && !none
        ? []
        : tags.slice(0, SHOWN).map(({ tag, label }) => ({
            label,
            href: site(place.code, `tu-khoa/${tag}`, inLanguage()),
          })),
    meant:
      meant === null
        ? null
        : { label: meant, href: site(place.code, 'tim', { q: meant, ...inLanguage() }) },
  };
}

/** The same search in the other language; null where the site speaks only one. */
export async function otherSearch(c: WebContext, typed: string): Promise<OtherLanguage | null> {
  const english = language() === 'en';
  if (!english && !(await c.var.frame()).english) return null;
  const other = english ? 'vi' : 'en';
  const query = { q: typed, ...inLanguage(other) };
  return { language: other, href: site(c.var.place.code, 'tim', query) };
}
