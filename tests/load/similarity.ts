// Copies looked for among so many earlier texts: the engine with its index in memory, nothing of the
// database; called by the bench.
import {
  compareTexts,
  isNearDuplicate,
  type SketchIndex,
  sketchIndex,
  sketchOf,
  wordsOf,
} from '../../src/kernel/similarity/index.ts';
import {
  changed,
  inTcvn3,
  madeText,
  reordered,
  withThirdOf,
} from '../../src/kernel/similarity/testing.ts';
import { exponent, median, quantile, row, shown } from './figures.ts';

const sizes = [1_000, 10_000, 100_000];
const queries = 200;

/** Ways in which a text is copied. */
export const copies: Record<string, (text: string, turn: number) => string> = {
  'a fifth of the words changed': (text, turn) => changed(text, 0.2, `${turn}`),
  'sentences in another order, a fifth changed': (text, turn) =>
    reordered(changed(text, 0.2, `${turn}`), `${turn}`),
  'TCVN3, a fifth changed': (text, turn) => inTcvn3(changed(text, 0.2, `${turn}`)),
  'a third of it in another text': (text, turn) =>
    withThirdOf(madeText(1_000_000 + turn), text, `${turn}`),
  'no copy at all': (_, turn) => madeText(2_000_000 + turn),
};

interface Found {
  /** Shares of the queries whose source was found, and numbers of other texts shown. */
  readonly recall: number;
  readonly others: number;
  /** Milliseconds of each query. */
  readonly taken: number[];
}

/** Asks from the bare text to the passages of the ten most alike. */
function ask(index: SketchIndex, copy: (text: string, turn: number) => string): Found {
  const taken: number[] = [];
  let [right, others] = [0, 0];
  for (let turn = -5; turn < queries; turn += 1) {
    const source = (Math.abs(turn) * 7919) % index.size;
    const text = copy(madeText(source), turn);
    const begun = performance.now();
    const words = wordsOf(text);
    const candidates = index.search(sketchOf(words));
    let spent = performance.now() - begun;
    for (const { text: number } of candidates) {
      const earlier = madeText(number);
      const from = performance.now();
      const near = isNearDuplicate(compareTexts(words, earlier, index.rarity()));
      spent += performance.now() - from;
      if (turn < 0 || !near) continue;
      if (number === source) right += 1;
      else others += 1;
    }
    if (turn >= 0) taken.push(spent);
  }
  return { recall: right / queries, others, taken };
}

/** Prints the rows: time and recall of the kinds of copies at the largest size, and how the time grows. */
export function measureSimilarity(): void {
  const index = sketchIndex();
  const middle: number[] = [];
  let sketching = 0;
  for (const size of sizes) {
    while (index.size < size) {
      const text = madeText(index.size);
      const begun = performance.now();
      index.add(sketchOf(text));
      sketching += performance.now() - begun;
    }
    const all = Object.entries(copies).map(([what, copy]) => ({ what, ...ask(index, copy) }));
    middle.push(median(all.flatMap(({ taken }) => taken)));
    const last = size === sizes.at(-1);
    for (const { what, recall, others, taken } of last ? all : all.slice(0, 1)) {
      const times = `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`;
      const found = what.startsWith('no ') ? '' : `; found ${shown(recall * 100)} %`;
      row(
        `near-duplicates among ${shown(size)} texts, ${what}: p50, p95`,
        `${times}${found}; others shown: ${others}`,
        last ? 'p95 ≤ 100 ms; ≥ 95 %' : '',
      );
    }
  }
  row('near-duplicates by the number of texts', `exponent ${shown(exponent(sizes, middle))}`, '');
  row('– sketch of a text, into the index', shown(sketching / index.size, ' ms'), '');
}
