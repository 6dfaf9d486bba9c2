import { sql } from 'kysely';
import { all } from '../../src/platform/database/query.ts';
import { type Answer, ask, type Between } from './answers.ts';
import { contests, type Persona } from './people.ts';
import type { World } from './worlds.ts';

// The same doors, asked in other ways: only the head, a part, if it is another one than that which is known already,
// by a method that the door does not have. One door of each kind.

/** An address without the records that it names. */
export const patternOf = (door: string): string =>
  door.split('?')[0]!.replace(/\b([0-9a-f]{40}|[0-9a-hjkmnp-tv-z]{16})\b/g, ':');

/** Whoever knows what an entrant sent in has its sum, and could ask whether it is what stands behind an address. */
async function sumsOf({ cx, dossier }: World): Promise<string> {
  const rows = await all(
    cx.db,
    sql<{ sum: string }>`select f.sha256 as sum from dossier_file d join file f on f.id = d.file_id
      where d.dossier_id = ${dossier.id} order by 1`,
  );
  return rows
    .flatMap(({ sum }) => {
      const bytes = Buffer.from(sum, 'hex');
      return [sum, bytes.toString('base64'), bytes.toString('base64url')];
    })
    .flatMap((sum) => [`"${sum}"`, `"${sum.slice(0, 22)}"`, `W/"${sum.slice(0, 22)}"`])
    .join(', ');
}

// What is made for Word and Excel is made anew each time, and sent whole.
const isFile = (headers: readonly string[]): boolean => {
  const all_ = headers.join('\n');
  return (
    !/content-type: (text\/html|.*openxml.*\n.*sandbox)/.test(all_) && /disposition/.test(all_)
  );
};

/** Files one by one, as each of them is another one; of pages one of each room. */
export function oneOfEach(found: readonly Answer[]): Answer[] {
  const kinds = new Map<string, Answer>();
  for (const one of found.filter(({ door }) => contests.test(door))) {
    const file = one.status === 200 && isFile(one.headers);
    const room = patternOf(one.door).split('/').slice(0, 5).join('/');
    const key = file ? one.door : `${one.status} ${room}`;
    if (!kinds.has(key)) kinds.set(key, one);
  }
  return [...kinds.values()];
}

/** Asks doors that were found in all other ways. */
export async function askedOtherwise(
  world: World,
  persona: Persona,
  found: readonly Answer[],
  between: Between,
): Promise<Answer[]> {
  const sums = await sumsOf(world);
  const answers: Answer[] = [];
  for (const { door, headers } of oneOfEach(found)) {
    const tag = headers.find((line) => line.startsWith('etag: '))?.slice(6);
    const more: Record<string, RequestInit> = isFile(headers)
      ? {
          'a part': { headers: { range: 'bytes=0-9' } },
          'two parts': { headers: { range: 'bytes=0-0,-5' } },
          'beyond its end': { headers: { range: 'bytes=99999999-' } },
          'if it changed': { headers: { 'if-none-match': sums } },
          'since long ago': { headers: { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' } },
          ...(tag === undefined
            ? {}
            : { 'if it is another': { headers: { 'if-none-match': tag } } }),
        }
      : {};
    const ways: Record<string, RequestInit> = { head: { method: 'HEAD' }, ...more };
    for (const [said, init] of Object.entries(ways))
      answers.push((await ask(world, persona, door, { init, said, between })).answer);
  }
  return answers;
}
