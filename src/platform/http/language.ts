import { AsyncLocalStorage } from 'node:async_hooks';
import { type Language, language, languages, setLanguageSource } from '../../kernel/language.ts';
import type { WebContext } from './env.ts';

// A page is made in one language from its first word to its last: whoever knows which (the article, the list that was
// asked for) says so once, around the making, as the own domain of a request is said once.

const spoken = new AsyncLocalStorage<Language>();
setLanguageSource(() => spoken.getStore() ?? 'vi');

/** Makes something in a language: its words, days and numbers, and `lang` of its page. */
export function speaking<T>(one: Language, make: () => T): T {
  return spoken.run(one, make);
}

const parameter = 'ngon-ngu';

/** What the address of a page that is made in either language takes: Vietnamese needs nothing. */
export const inLanguage = (one: Language = language()): { readonly [parameter]?: 'en' } =>
  one === 'en' ? { [parameter]: 'en' } : {};

/** The language that the address asks for. */
export const languageAsked = (c: WebContext): Language =>
  languages.find((one) => one === c.req.query(parameter)) ?? 'vi';

/** Makes a page in the language that its address asks for. */
export const inAsked = <T>(c: WebContext, make: () => T): T => speaking(languageAsked(c), make);
