import { foldForSearch } from '../../src/kernel/vietnamese/fold.ts';
import { formsOf, linksOf } from '../support/html.ts';
import { addresses } from './addresses.ts';
import { type Answer, asIs, ask, type Between, shown } from './answers.ts';
import type { Persona } from './people.ts';
import type { World } from './worlds.ts';

const mostDoors = 2500;
/** Of pages that differ in what is asked behind the question mark so many are looked at; orders and searches besides. */
const mostQuestions = 3;
/** A name like this one, of as many letters, that stands nowhere. */
const strangerFor = (word: string): string =>
  word.replace(/\p{Lu}/gu, 'Q').replace(/\p{Ll}/gu, 'q');

/** What a persona found. */
export interface Found {
  readonly answers: Answer[];
  /** Pages, by their addresses. */
  readonly pages: ReadonlyMap<string, string>;
  /** Searches for a secret that were answered otherwise than a search for what stands nowhere. */
  readonly guesses: readonly string[];
}

/** Asks every door that a persona can find, in one order, and tells all answers. */
export async function crawled(
  world: World,
  persona: Persona,
  between: Between = asIs,
): Promise<Found> {
  const { everywhere, only, guesses, name } = persona;
  const asked = everywhere === null ? [] : await addresses(world, persona, (m) => m === 'GET');
  const known = new Set([
    ...persona.starts,
    ...asked.map(({ address }) => address).filter((address) => everywhere?.test(address)),
  ]);
  const waiting = [...known];
  const questions = new Map<string, number>();
  const searched = new Map<string, string>();
  const [answers, pages] = [[] as Answer[], new Map<string, string>()];
  const meet = (address: string, sought = false) => {
    if (known.has(address) || !address.startsWith('/') || /^\/(assets|dang-xuat)/.test(address))
      return;
    if (only !== null && !only.test(address)) return;
    const [path = '', question] = address.split('?');
    const free = sought || question === undefined || /(^|&)(sap-xep|chieu)=/.test(question);
    const met = questions.get(path) ?? 0;
    if (!free && met >= mostQuestions) return;
    if (!free) questions.set(path, met + 1);
    known.add(address);
    waiting.push(address);
  };
  for (let door = waiting.shift(); door !== undefined; door = waiting.shift()) {
    if (answers.length >= mostDoors) throw new Error(`${name} finds more and more doors`);
    const { answer, response, text } = await ask(world, persona, door, { between });
    answers.push(answer);
    const to = response.headers.get('location');
    if (to !== null) meet(inside(to));
    if (!/html|xml/.test(response.headers.get('content-type') ?? '')) continue;
    pages.set(door, text);
    // What a search found is followed no further: the way there is by other doors as well.
    if (searched.has(door)) continue;
    for (const link of [...linksOf(text), ...feedLinks(text)]) meet(link);
    if (door.includes('?')) continue;
    for (const { address, word } of searches(text, door, guessed(guesses))) {
      searched.set(address, word);
      meet(address, true);
    }
  }
  return { answers, pages, guesses: toldApart(searched, answers) };
}

/** With and without signs, and beside each what stands nowhere. */
const guessed = (words: readonly string[]): string[] => {
  const wanted = [...words, ...words.slice(0, 1).map(foldForSearch)];
  return [...new Set([...wanted, ...wanted.map(strangerFor)])];
};

const inside = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '').split('#')[0]!;

const feedLinks = (text: string): string[] =>
  [...text.matchAll(/<(?:link|id)[^>]*?(?:href="|>)(https:\/\/hoi\.example[^"<]*)/g)].map((one) =>
    inside(one[1]!.replaceAll('&amp;', '&')),
  );

interface Search {
  readonly address: string;
  readonly word: string;
}

/** Every search of a page, asked for each word. */
function searches(html: string, page: string, words: readonly string[]): Search[] {
  return formsOf(html, page)
    .filter(({ method }) => method === 'get')
    .flatMap(({ action, fields }) => {
      const typed = fields.filter(({ type }) => type === 'search' || type === 'text');
      const kept = fields.filter((field) => !typed.includes(field) && field.value !== '');
      return typed.flatMap((field) =>
        words.map((word) => {
          const pairs = [...kept.map(({ name, value }) => [name, value]), [field.name, word]];
          const question = new URLSearchParams(pairs as [string, string][]);
          return { address: `${action.split('?')[0]}?${question}`, word };
        }),
      );
    });
}

/** Searches whose answer is not that for a word that stands nowhere, but for the word itself. */
function toldApart(searched: ReadonlyMap<string, string>, answers: readonly Answer[]): string[] {
  const byDoor = new Map(answers.map((one) => [one.door, one]));
  return [...searched].flatMap(([address, word]) => {
    const stranger = strangerFor(word);
    const nowhere = byDoor.get(address.replace(encoded(word), encoded(stranger)));
    const own = byDoor.get(address);
    if (own === undefined || nowhere === undefined) return [];
    const [said, unsaid] = [without(own.body, word), without(nowhere.body, stranger)];
    return own.status === nowhere.status && said === unsaid
      ? []
      : [`${address}: not as what stands nowhere${shown(said, unsaid)}`];
  });
}

const encoded = (word: string): string => new URLSearchParams([['', word]]).toString().slice(1);

const without = (body: string, word: string): string =>
  [word, encoded(word), encodeURIComponent(word), word.toLowerCase(), word.toUpperCase()].reduce(
    (text, form) => text.replaceAll(form, '¤'),
    body,
  );
