import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Looked, looked } from './look.ts';
import { openPair, type Pair } from './pair.ts';
import type { Comes } from './people.ts';
import type { Making } from './worlds.ts';

/** What each persona has to have met, so that nobody is blind because nobody looked. */
type Doors = Readonly<Record<string, readonly [Comes, ...RegExp[]]>>;

/** Two worlds, and for each persona a test that they are one and the same. */
export function blind(
  title: string,
  making: Making,
  personas: Doors,
  more?: (pair: () => Pair) => void,
) {
  describe(title, () => {
    let opened: Awaited<ReturnType<typeof openPair>>;
    before(async () => {
      opened = await openPair(making);
    });
    after(() => opened.close());
    for (const [name, [comes, ...doors]] of Object.entries(personas))
      test(name, async () => sawNothing(await looked(opened.pair, comes), doors));
    more?.(() => opened.pair);
  });
}

function sawNothing({ differences, answers }: Looked, doors: readonly RegExp[]): void {
  assert.deepEqual(differences, []);
  const opened = answers.filter(({ status }) => status === 200).map(({ door }) => door);
  for (const door of doors)
    assert.ok(
      opened.some((one) => door.test(one)),
      `${door} was not open`,
    );
}
