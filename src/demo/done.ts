import type { Outcome } from '../platform/command.ts';

/** What a command of the demo gave; the demo is right or it is not made at all. */
export async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (answer.ok) return answer.value;
  throw new Error(
    `demo: ${answer.issues.map((i) => `${i.path} ${i.code} ${JSON.stringify(i.data ?? {})}`).join('; ')}`,
  );
}
