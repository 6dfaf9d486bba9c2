import { type Language, language } from '../../../kernel/language.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { listWords as words } from '../vi/index.ts';

/** The home of a site in the language of the page. */
export const homeHref = (code: string): string => site(code, language() === 'en' ? 'en' : '');

export const homeCrumb = (c: WebContext): Crumb => ({
  label: words.home,
  href: homeHref(c.var.place.code),
});

/** How the site's union is called in the language of the page, and in which that is, where it is another. */
export async function calledHere(
  c: WebContext,
): Promise<{ readonly name: string; readonly lang?: Language }> {
  const { name } = c.var.place;
  if (language() === 'vi') return { name };
  const { englishName } = await c.var.frame();
  return englishName === null ? { name, lang: 'vi' } : { name: englishName };
}
