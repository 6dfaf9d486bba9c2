/** The languages that public pages are made in. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

let spoken: () => Language = () => 'vi';

/** Lets whoever knows for whom words are chosen (a request) tell their language; until then it is Vietnamese. */
export function setLanguageSource(source: () => Language): void {
  spoken = source;
}

/** The language of the page that is being made. */
export const language = (): Language => spoken();

/** The shape of words, whatever they say: what two languages have in common. */
export type Words<W> = W extends string
  ? string
  : W extends (...given: infer Given) => string
    ? (...given: Given) => string
    : W extends (...given: never[]) => unknown
      ? W
      : W extends readonly (infer One)[]
        ? readonly Words<One>[]
        : W extends object
          ? { readonly [K in keyof W]: Words<W[K]> }
          : W;

/**
 * Words in the language of the page, chosen each time one is read. What `english` leaves out (the office speaks
 * Vietnamese only) stays Vietnamese. A word that a module reads while it is loaded is Vietnamese for ever: read
 * words where they are shown.
 */
export function inLanguages<W extends object>(
  vietnamese: W,
  english: { readonly [K in keyof W]?: Words<W[K]> },
): Words<W> {
  const words = {};
  for (const key of Object.keys(vietnamese) as (keyof W)[])
    Object.defineProperty(words, key, {
      enumerable: true,
      get: () => (spoken() === 'en' ? (english[key] ?? vietnamese[key]) : vietnamese[key]),
    });
  return words as Words<W>;
}
