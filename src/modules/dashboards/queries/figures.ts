import type { Day } from '../../../kernel/day.ts';
import { keeperOf } from '../../../platform/audit/keeper.ts';
import type { Cx } from '../../../platform/command.ts';
import {
  allSources,
  type Definition,
  definitionsOn,
  type FigureValue,
  figuresOf,
  type Sources,
} from '../../indicators/index.ts';
import { overlaps } from './members.ts';
import { isPackable, packedFigures, type Question } from './packed.ts';

type OverlapsAsked = Parameters<typeof overlaps>[1];

/** Figures of some organisations on a day, by their ids and the codes of the indicators. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, FigureValue>>;

export interface FiguresAsked {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
  readonly on: Day;
  readonly structureDay: Day;
}

/** Asks for figures; what was asked before is kept until anything is written. */
export interface FigureReader {
  definitions(on: Day): Promise<ReadonlyMap<string, Definition>>;
  /** One answer for each; those that are not known yet are computed together. */
  figures(asked: readonly FiguresAsked[]): Promise<Figures[]>;
  /** Anything else that several tiles of one request ask for; never kept, it may depend on who asks. */
  once<T>(key: string, ask: () => Promise<T>): Promise<T>;
  /** See `overlaps` of members. */
  overlaps(asked: OverlapsAsked): Promise<ReadonlySet<Day>>;
}

/** A reader for one request: it looks once whether anything was written. */
export async function figureReader(cx: Cx, sources: Sources = allSources): Promise<FigureReader> {
  const keeper = await keeperOf(cx.db);
  const own = new Map<string, Promise<unknown>>();
  // Within the request the same thing is asked once, also where nothing is kept.
  const asked = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const found = own.get(key) as Promise<T> | undefined;
    if (found !== undefined) return found;
    const answer = ask();
    own.set(key, answer);
    return answer;
  };
  const once = <T>(key: string, weight: number, compute: () => Promise<T>): Promise<T> =>
    asked(key, () => keeper.answer(key, weight, compute));
  const definitions = (on: Day) => once(`definitions ${on}`, 100, () => definitionsOn(cx.db, on));
  return {
    definitions,
    once: (key, ask) => asked(`own ${key}`, ask),
    figures: (several) => {
      const unknown: FiguresAsked[] = [];
      let answers: Promise<Figures[]> | null = null;
      // Begins once all have said whether they are known.
      const together = () => {
        answers ??= Promise.resolve().then(() => computed(cx, sources, unknown, definitions));
        return answers;
      };
      return Promise.all(
        several.map((asked) => {
          const { ids, codes, on, structureDay } = asked;
          const key = `figures ${on} ${structureDay} ${codes.join()} ${ids.join()}`;
          return once(key, ids.length * codes.length, async () => {
            const place = unknown.push(asked) - 1;
            return (await together())[place]!;
          });
        }),
      );
    },
    overlaps: async (asked) =>
      asked.length === 0
        ? new Set()
        : once(`overlaps ${JSON.stringify(asked)}`, 1, () => overlaps(cx.db, asked)),
  };
}

async function computed(
  cx: Cx,
  sources: Sources,
  several: readonly FiguresAsked[],
  definitionsOn: FigureReader['definitions'],
): Promise<Figures[]> {
  const packed: Question[] = [];
  const rest: Figures[] = [];
  for (const { ids, codes, on, structureDay } of several) {
    const definitions = await definitionsOn(on);
    const all = codes.flatMap((code) => definitions.get(code) ?? []);
    const isCounted = (one: Definition) => isPackable(sources, one);
    packed.push({ ids, on, structureDay, wanted: all.filter(isCounted) });
    const wanted = all.filter((one) => !isCounted(one));
    const question = { wanted, definitions, on, structureDay };
    rest.push(await figuresOf(cx.db, sources, question, ids));
  }
  const counted = await packedFigures(cx.db, sources, packed);
  return rest.map((figures, at) => joined(figures, counted[at]!));
}

/** Both answers, by organisation. */
function joined(one: Figures, other: Figures): Figures {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...ids].map((id) => [id, new Map([...(one.get(id) ?? []), ...(other.get(id) ?? [])])]),
  );
}
