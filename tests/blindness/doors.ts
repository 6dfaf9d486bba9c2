import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { countQueries } from '../../src/platform/database/index.ts';
import { all } from '../../src/platform/database/query.ts';
import { cleanHere } from '../../src/platform/files/clean/kinds.ts';
import { FILE_TYPES, type FileTypeName } from '../../src/platform/files/types.ts';
import type { DemoProduct } from '../../src/testing.ts';
import { samples } from '../support/addresses.ts';
import { formsOf, linksOf } from '../support/html.ts';
import type { World } from './worlds.ts';

/** Who looks, and where that one begins. */
export interface Persona {
  readonly name: string;
  readonly headers: Headers;
  /** Addresses that the person knows; what they lead to is followed. */
  readonly starts: readonly string[];
  /** Which of all addresses of the application are asked as well. */
  readonly everywhere: RegExp | null;
  /** What of what they lead to is looked at; the rest is the same as for nobody. Null: all. */
  readonly only: RegExp | null;
  /** What the person may guess and search for. */
  readonly probes: readonly string[];
}

/** What one door answers: whatever may differ stands in it, and nothing that differs by chance. */
export interface Answer {
  readonly door: string;
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
  readonly bytes: number;
  /** Questions to the database: what takes longer asks more. */
  readonly queries: number;
}

/** Lets a test put a leak in between. */
export type Between = (
  door: string,
  answer: Response,
  world: World,
) => Promise<Response> | Response;

const mostDoors = 1500;
/** Of pages that differ in what is asked behind the question mark so many are looked at; searches besides. */
const mostQuestions = 3;

/** Asks every door that a persona can find, in one order, and tells all answers. */
export async function answersTo(
  world: World,
  persona: Persona,
  between: Between = (_door, answer) => answer,
): Promise<Answer[]> {
  const everywhere = persona.everywhere === null ? [] : await addresses(world);
  const asked = everywhere.filter((address) => persona.everywhere?.test(address));
  const known = new Set([...persona.starts, ...asked]);
  const waiting = [...known];
  const questions = new Map<string, number>();
  const found: Answer[] = [];
  const meet = (address: string, sought = false) => {
    if (known.has(address) || !address.startsWith('/') || /^\/(assets|dang-xuat)/.test(address))
      return;
    if (persona.only !== null && !persona.only.test(address)) return;
    const [path = '', question] = address.split('?');
    const met = questions.get(path) ?? 0;
    if (question !== undefined && !sought && met >= mostQuestions) return;
    if (question !== undefined && !sought) questions.set(path, met + 1);
    known.add(address);
    waiting.push(address);
  };
  for (let door = waiting.shift(); door !== undefined; door = waiting.shift()) {
    if (found.length >= mostDoors) throw new Error(`${persona.name} finds more and more doors`);
    const { answer, response, text } = await ask(world, persona, door, between);
    found.push(answer);
    const to = response.headers.get('location');
    if (to !== null) meet(inside(to));
    if (!/html|xml/.test(response.headers.get('content-type') ?? '')) continue;
    // What a search found is followed no further: the way there is by other doors as well.
    if (
      persona.probes.some((probe) => decodeURIComponent(door.replaceAll('+', ' ')).includes(probe))
    )
      continue;
    for (const link of [...linksOf(text), ...feedLinks(text)]) meet(link);
    if (!door.includes('?'))
      for (const address of searches(text, door, persona.probes)) meet(address, true);
  }
  return found;
}

async function ask(world: World, persona: Persona, door: string, between: Between) {
  const asked = await countQueries(async () =>
    world.app.request(door, { headers: persona.headers }),
  );
  const response = await between(door, asked.result, world);
  const bytes = Buffer.from(await response.clone().arrayBuffer());
  const text = bytes.toString('utf8');
  const type = Object.values(FILE_TYPES).find((one) =>
    response.headers.get('content-type')?.startsWith(one.mediaType),
  )?.name as FileTypeName | undefined;
  // What the product writes for Word and Excel says when it was written, by the clock of the machine.
  // What was sent in is told as it is.
  const kept = door.includes('/tep/');
  const made = !kept && (type === 'xlsx' || type === 'docx') ? await timeless(bytes, type) : null;
  const body = made !== null ? made : isText(response) ? plain(text) : hash(bytes);
  const answer: Answer = {
    door: plain(door),
    status: response.status,
    headers: told(response.headers).filter(
      (line) => made === null || !line.startsWith('content-length'),
    ),
    body,
    bytes: made !== null ? 0 : isText(response) ? body.length : bytes.length,
    queries: asked.count,
  };
  return { answer, response, text };
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function timeless(bytes: Buffer, type: 'xlsx' | 'docx'): Promise<string> {
  const cleaned = await cleanHere(bytes, type);
  return cleaned.ok ? hash(cleaned.bytes) : hash(bytes);
}

const isText = (response: Response): boolean =>
  /^text|json|\bxml|\+xml|javascript/.test(response.headers.get('content-type') ?? 'text') &&
  !response.headers.get('content-type')?.includes('openxml');

// The number of a request is made by chance; all else is to be the same.
const told = (headers: Headers): string[] =>
  [...headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'date')
    .map(([name, value]) => `${name}: ${plain(value)}`)
    .sort();

/** Text without the secrets of links, which are made by chance. */
export const plain = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{40}\b/g, 'token')
    // Drawings are numbered as they are made.
    .replace(/zr\d+-cls-\d+/g, 'zr')
    .replace(/("?(?:request_?[iI]d|instance)"?\s*[:=]\s*"?)[0-9a-f-]{36}/g, '$1request')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'chance');

const inside = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '').split('#')[0]!;

const feedLinks = (text: string): string[] =>
  [...text.matchAll(/<(?:link|id)[^>]*?(?:href="|>)(https:\/\/hoi\.example[^"<]*)/g)].map((one) =>
    inside(one[1]!.replaceAll('&amp;', '&')),
  );

/** Every search of a page, asked for each word. */
function searches(html: string, page: string, probes: readonly string[]): string[] {
  return formsOf(html, page)
    .filter(({ method }) => method === 'get')
    .flatMap(({ action, fields }) => {
      const typed = fields.filter(({ type }) => type === 'search' || type === 'text');
      const kept = fields.filter((field) => !typed.includes(field) && field.value !== '');
      return typed.flatMap((field) =>
        probes.map((probe) => {
          const pairs = [...kept.map(({ name, value }) => [name, value]), [field.name, probe]];
          return `${action.split('?')[0]}?${new URLSearchParams(pairs as [string, string][])}`;
        }),
      );
    });
}

/** Every address that the application answers GET at, with the public ids of Sơn La's records in it. */
export async function addresses(world: World): Promise<string[]> {
  const { app, cx } = world;
  const query = async (text: string) => ({ rows: (await sql.raw(text).execute(cx.db)).rows });
  // What `samples` needs of the product it is given.
  const product = {
    app,
    runtime: { cx: () => cx, database: { ownerPool: { query } } },
  } as unknown as DemoProduct;
  const known = await samples(product);
  const patterns = app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => path.replace(/\/$/, '') || '/');
  return [...new Set(patterns)]
    .sort()
    .flatMap((pattern) => {
      const filled = filledIn(pattern, (one) => known.fill(one, 'sonla'), world);
      // The same records, asked for at another office.
      const there = filled.replace(/^\/(vp\/)?sonla\b/, '/$1laichau');
      return there === filled ? [filled] : [filled, there];
    })
    .filter((address) => !/^\/(assets|dang-xuat|health)/.test(address));
}

/** A pattern that the table of samples does not know is asked with the ids of this world. */
function filledIn(pattern: string, fill: (pattern: string) => string, world: World): string {
  const own: Readonly<Record<string, string>> = {
    edition: world.edition,
    dossier: world.dossier.pid,
    code: 'sonla',
    org: 'sonla',
    token: '0'.repeat(40),
  };
  try {
    return fill(pattern);
  } catch {
    return pattern.replace(
      /:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g,
      (_whole, name: string) => own[name] ?? world.dossier.pid,
    );
  }
}

/** The letters that were written to others than those whose identity is the secret. */
export async function lettersToOthers({ cx, secrets }: World): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body
      from mail_message
      where recipient not in (${secrets.entrant.email}, ${secrets.colleague.email}) order by id`,
  );
  return rows.map(({ recipient, subject, body }) => plain(`${recipient}\n${subject}\n${body}`));
}

/** In what the answers of two worlds differ; empty where nobody can tell one from the other. */
export function differences(first: readonly Answer[], second: readonly Answer[]): string[] {
  const others = new Map(second.map((one) => [one.door, one]));
  const found = first.flatMap((one) => {
    const other = others.get(one.door);
    others.delete(one.door);
    if (other === undefined) return [`${one.door}: only in the first world`];
    const parts = (['status', 'headers', 'body', 'bytes', 'queries'] as const).filter(
      (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
    );
    return parts.map((part) => `${one.door}: ${part}${shownDifference(one[part], other[part])}`);
  });
  return [...found, ...[...others.keys()].map((door) => `${door}: only in the second world`)];
}

function shownDifference(first: unknown, second: unknown): string {
  const [a, b] = [String(first), String(second)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return ` ${near(a)} / ${near(b)}`;
}
