import { createHash } from 'node:crypto';
import { countQueries } from '../../src/platform/database/index.ts';
import { unpacked } from '../../src/platform/files/clean/zip.ts';
import { withChance } from './chance.ts';
import type { Persona } from './people.ts';
import type { World } from './worlds.ts';

/** What one door answers, all of it. */
export interface Answer {
  /** Method and address, and what was sent. */
  readonly door: string;
  readonly status: number;
  readonly headers: readonly string[];
  /** Text as it is; of other files what they hold. */
  readonly body: string;
  readonly bytes: number;
  /** Questions to the database: what takes longer asks more. */
  readonly queries: number;
  /** What was ordered or written to others besides. */
  readonly after: string;
}

/** An answer, with the text of it for whoever follows its links. */
export interface Asked {
  readonly answer: Answer;
  readonly response: Response;
  readonly text: string;
}

/** Lets a test put a leak in between. */
export type Between = (
  door: string,
  answer: Response,
  world: World,
) => Promise<Response> | Response;

export const asIs: Between = (_door, answer) => answer;

/** Asks one door. `door` names it, `address` with the secrets of the persona's link is asked. */
export async function ask(
  world: World,
  persona: Persona,
  address: string,
  {
    init = {},
    said = '',
    between = asIs,
  }: { init?: RequestInit; said?: string; between?: Between },
): Promise<Asked> {
  const method = init.method ?? 'GET';
  const door = `${method === 'GET' ? '' : `${method} `}${address}${said === '' ? '' : ` (${said})`}`;
  const headers = new Headers(persona.headers);
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  const asked = await countQueries(() =>
    withChance(door, async () => world.app.request(address, { ...init, headers })),
  );
  const response = await between(door, asked.result, world);
  const bytes = Buffer.from(await response.clone().arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const made = /openxml/.test(type) && !/\/tep\//.test(address);
  const held = !made ? null : method === 'GET' ? await parts(bytes) : '';
  const answer: Answer = {
    door,
    status: response.status,
    headers: told(response.headers, held !== null),
    body: held ?? (isText(type) ? unsalted(world, bytes.toString('utf8')) : hash(bytes)),
    bytes: held === null ? bytes.length : 0,
    queries: asked.count,
    after: '',
  };
  return { answer, response, text: answer.body };
}

const unsalted = ({ salted }: World, text: string): string =>
  salted.reduce((said, sum, at) => said.replaceAll(sum, `sum ${at}`), text);

export const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const isText = (type: string): boolean =>
  type === '' || /^text|json|^image\/svg|^application\/(\w+\+)?xml|javascript/.test(type);

// What the product writes for Word and Excel says when it was written, by the clock of the machine: a time and the
// length that it is packed to. All else of its parts is compared, also who is named as its author.
async function parts(bytes: Buffer): Promise<string> {
  const found = [...(await unpacked(bytes))].map(([name, part]) => {
    const text = part
      .toString('latin1')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'time');
    return `${name} ${hash(Buffer.from(text, 'latin1'))}`;
  });
  return found.join('\n');
}

const told = (headers: Headers, packed: boolean): string[] =>
  [...headers]
    .filter(([name]) => name !== 'date' && !(packed && name === 'content-length'))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();

/** In what the answers of two worlds differ; empty where nobody can tell one from the other. */
export function differences(first: readonly Answer[], second: readonly Answer[]): string[] {
  const others = new Map(second.map((one) => [one.door, one]));
  const found = first.flatMap((one) => {
    const other = others.get(one.door);
    others.delete(one.door);
    if (other === undefined) return [`${one.door}: only in the first world`];
    const fields = (['status', 'headers', 'body', 'bytes', 'queries', 'after'] as const).filter(
      (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
    );
    return fields.map((part) => `${one.door}: ${part}${shown(one[part], other[part])}`);
  });
  return [...found, ...[...others.keys()].map((door) => `${door}: only in the second world`)];
}

/** Two texts around the place where they part. */
export function shown(first: unknown, second: unknown): string {
  const [a, b] = [String(first), String(second)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 80));
  return ` ${near(a)} / ${near(b)}`;
}
