import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import {
  moveObligation,
  type Obligation,
  reportReceive,
  setLockException,
} from '../../rounds/index.ts';
import type { StoredPlace } from '../queries/index.ts';
import { stepIssues, sumOf } from '../rules/index.ts';
import { acceptInput, reopenInput, returnInput } from '../schema/index.ts';
import {
  atCollector,
  formDone,
  type HeldPlaces,
  lockPlaces,
  stepOf,
  touchForm,
  versionOf,
} from './loading.ts';
import { addMessages, type PlaceKeys, setPlaces, settleMessages } from './rows.ts';

/** Returns places with words: only these may then be changed, the rest stays as it is. */
export const returnPlaces = command({
  name: 'report.return',
  input: returnInput,
  permission: reportReceive,
  load: (cx, input) => lockPlaces(cx, input.pid),
  at: atCollector,
  version: versionOf,
  check: (held, input): readonly Issue[] => {
    const step = stepIssues('returns', held.obligation);
    if (step.length > 0) return step;
    const known = keysOf(held.obligation);
    const seen = new Set<string | null>();
    return input.places.flatMap(({ place }, at) => {
      const path = `places.${at}.place`;
      if (seen.has(place)) return [issue(path, 'place_twice', { place })];
      seen.add(place);
      return place === null || isKnown(known, place)
        ? []
        : [issue(path, 'place_unknown', { typed: place })];
    });
  },
  run: async (cx, held, input) => {
    const { obligation, places } = held;
    const named = input.places.flatMap(({ place }) => place ?? []);
    const whole = named.length < input.places.length;
    const known = keysOf(obligation);
    const keys = whole ? known : only(known, named);
    await setPlaces(cx, obligation.id, 'returned', { keys, create: true });
    // Empty rows were just made: they count as version 1.
    const stands = (key: string) => places.get(key)?.version ?? 1;
    const all = [...keys.rows, ...keys.sections];
    await addMessages(
      cx,
      obligation.id,
      input.places.map(({ place, words }) => ({
        place,
        kind: 'return' as const,
        words,
        seen: place === null ? sumOf(new Map(all.map((key) => [key, stands(key)]))) : stands(place),
      })),
    );
    const returned = obligation.state === 'returned';
    const moved = returned
      ? await touchForm(cx, obligation)
      : await moveObligation(cx, obligation, 'returned');
    return {
      ...formDone(moved, {
        state: { old: obligation.state, new: moved.state },
        places: { new: whole ? null : named },
      }),
      reason: input.places.map(({ words }) => words).join('\n'),
    };
  },
});

/** Accepts places of a form, or the whole of it, which is then locked. */
export const acceptPlaces = command({
  name: 'report.accept',
  input: acceptInput,
  permission: reportReceive,
  load: (cx, input) => lockPlaces(cx, input.pid),
  at: atCollector,
  version: versionOf,
  check: ({ obligation }, input): readonly Issue[] => {
    const step = stepIssues('accept', obligation);
    if (step.length > 0) return step;
    if (input.places.length === 0) {
      return obligation.state === 'returned' ? [issue('', 'places_returned')] : [];
    }
    const known = keysOf(obligation);
    return input.places.flatMap((place, at) =>
      isKnown(known, place) ? [] : [issue(`places.${at}`, 'place_unknown', { typed: place })],
    );
  },
  run: async (cx, held, input) => {
    const { obligation } = held;
    const whole = input.places.length === 0;
    if (whole) {
      await setPlaces(cx, obligation.id, 'accepted', {});
      await settleMessages(cx, obligation.id);
    } else {
      const keys = only(keysOf(obligation), input.places);
      await setPlaces(cx, obligation.id, 'accepted', { keys, create: true });
      await settleMessages(cx, obligation.id, input.places);
    }
    const moved = await afterAccepting(cx, held, input.places);
    return formDone(moved, {
      state: { old: obligation.state, new: moved.state },
      places: { new: whole ? null : input.places },
    });
  },
});

async function afterAccepting(
  cx: Cx,
  { obligation, places }: HeldPlaces,
  accepted: readonly string[],
): Promise<Obligation> {
  if (accepted.length === 0) return moveObligation(cx, obligation, 'accepted');
  const left = [...places.values()].some(
    (place: StoredPlace) => place.state === 'returned' && !accepted.includes(place.key),
  );
  // Nothing is left to be changed: the form waits for the one who collects again.
  if (obligation.state === 'returned' && !left) return moveObligation(cx, obligation, 'checked');
  return touchForm(cx, obligation);
}

/** Opens an accepted or frozen form for changes until the end of a day. */
export const reopenForm = command({
  name: 'report.reopen',
  input: reopenInput,
  permission: reportReceive,
  load: (cx, input) => lockPlaces(cx, input.pid),
  at: atCollector,
  version: versionOf,
  check: (held, input, cx): readonly Issue[] => [
    ...stepOf('reopen')(held),
    ...(input.until < cx.clock.today() ? [issue('until', 'in_the_past')] : []),
  ],
  run: async (cx, { obligation }, input) => {
    const { until, reason } = input;
    const accepted =
      obligation.state === 'frozen' ? await moveObligation(cx, obligation, 'accepted') : obligation;
    const moved = await setLockException(cx, accepted, { until, reason });
    return {
      ...formDone(moved, {
        state: { old: obligation.state, new: moved.state },
        open_until: { old: obligation.openUntil, new: until },
      }),
      reason,
    };
  },
});

/** All places of a form. */
export function keysOf({ round }: Obligation): PlaceKeys {
  const { sections } = round.content;
  return {
    rows: sections.flatMap((section) => section.rows.map((row) => row.key)),
    sections: sections.filter((one) => one.kind === 'narrative').map((one) => one.key),
  };
}

const isKnown = ({ rows, sections }: PlaceKeys, key: string): boolean =>
  rows.includes(key) || sections.includes(key);

function only({ rows, sections }: PlaceKeys, wanted: readonly string[]): PlaceKeys {
  return {
    rows: rows.filter((key) => wanted.includes(key)),
    sections: sections.filter((key) => wanted.includes(key)),
  };
}
