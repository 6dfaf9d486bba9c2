import { acted, lettersToOthers, wrongMethods } from './acts.ts';
import { type Answer, asIs, type Between, differences, shown } from './answers.ts';
import { askedOtherwise } from './asking.ts';
import { crawled } from './doors.ts';
import { inBoth, type Pair } from './pair.ts';
import type { Comes } from './people.ts';

/** What a persona met in both worlds. */
export interface Looked {
  /** By what one world can be told from the other; empty where by nothing. */
  readonly differences: readonly string[];
  /** Of the first world. */
  readonly answers: readonly Answer[];
}

/** A persona goes through every door of both worlds, and sends something to each that writes. */
export async function looked(pair: Pair, comes: Comes, between: Between = asIs): Promise<Looked> {
  const [first, second] = await inBoth(pair, async (world) => {
    const persona = await comes(world);
    const { answers, pages, guesses } = await crawled(world, persona, between);
    const letters = await lettersToOthers(world);
    const again = await askedOtherwise(world, persona, answers, between);
    const sent =
      persona.acts === null
        ? []
        : [
            ...(await acted(world, persona, pages, between)),
            ...(await wrongMethods(world, persona, answers, between)),
          ];
    const read = answers.filter(({ door }) => !door.includes('?')).map(({ body }) => body);
    const words = persona.words.filter((word) => read.some((body) => body.includes(word)));
    return { answers: [...answers, ...again, ...sent], letters, guesses, words };
  });
  const found = [
    ...differences(first!.answers, second!.answers),
    ...(JSON.stringify(first!.letters) === JSON.stringify(second!.letters)
      ? []
      : [`letters: ${shown(first!.letters.join('\n'), second!.letters.join('\n'))}`]),
    ...first!.guesses,
    ...second!.guesses,
    ...[...first!.words, ...second!.words].map((word) => `${word} is read`),
  ];
  return { differences: [...new Set(found)], answers: first!.answers };
}
