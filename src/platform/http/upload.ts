import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { TooLarge } from '../errors.ts';
import { type FormBody, formLimit, formOf, keyIn } from './body.ts';
import type { WebContext } from './env.ts';
import { Unreadable } from './problems.ts';

/** A form whose one file was handed on while it arrived. */
export interface StreamedForm<T> extends Pick<FormBody, 'values' | 'lists' | 'key'> {
  /** What `receive` gave for the file; null when none was chosen. */
  readonly file: T | null;
}

/** A file as it arrives; `bytes` fails when the sender breaks off. */
export interface Arriving {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** More than any file that is accepted: what is refused for its length is read to its end and forgotten,
 * so that the sender hears why. */
export const streamLimit = 1_073_741_824;
const mostParts = 1000;

/**
 * Reads a form of an address in `Module.streams`, without ever holding its file: the first one of the
 * name `field` goes to `receive` while it arrives, others are forgotten. Look at the rights before.
 * Memory is flat. @throws Unreadable, TooLarge
 */
export async function streamedForm<T>(
  c: WebContext,
  field: string,
  receive: (file: Arriving) => Promise<T>,
): Promise<StreamedForm<T>> {
  const type = c.req.header('content-type') ?? '';
  const { body } = c.req.raw;
  if (!type.startsWith('multipart/form-data') || body === null) {
    const { values, lists, key } = await formOf(c);
    return { values, lists, key, file: null };
  }
  const form = new Texts();
  const file = new Incoming(receive);
  const parser = parserOf(type);
  parser.on('field', (name, value, _cut, cut) => form.add(name, value, cut));
  parser.on('file', (name, stream, sentName) => {
    if (name === field && (sentName ?? '') !== '' && !file.begun) file.begin(sentName, stream);
    else stream.resume();
  });
  const source = Readable.fromWeb(body as never);
  try {
    await pipeline(source, counted, parser);
  } catch (error) {
    await file.broken(error);
    throw error instanceof TooLarge ? error : new Unreadable();
  }
  form.close();
  return { ...form.read(), file: await file.end() };
}

function parserOf(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldSize: formLimit, parts: mostParts, fieldNameSize: 200 },
    });
  } catch {
    throw new Unreadable();
  }
}

async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > streamLimit) throw new TooLarge(streamLimit, null);
    yield chunk;
  }
}

class Texts {
  readonly #values: Record<string, string> = {};
  readonly #lists: Record<string, string[]> = {};
  #size = 0;

  add(name: string, value: string, cut: boolean): void {
    this.#size += cut ? formLimit + 1 : value.length;
    if (this.#size > formLimit) return;
    this.#values[name] = value;
    const list = this.#lists[name];
    if (list === undefined) this.#lists[name] = [value];
    else list.push(value);
  }

  close(): void {
    if (this.#size > formLimit) throw new TooLarge(formLimit, this.#size);
  }

  read(): Pick<FormBody, 'values' | 'lists' | 'key'> {
    return { values: this.#values, lists: this.#lists, key: keyIn(this.#values) };
  }
}

class Incoming<T> {
  readonly #receive: (file: Arriving) => Promise<T>;
  #stream: BusboyFileStream | null = null;
  #received: Promise<T> | null = null;

  constructor(receive: (file: Arriving) => Promise<T>) {
    this.#receive = receive;
  }

  get begun(): boolean {
    return this.#received !== null;
  }

  begin(name: string, stream: BusboyFileStream): void {
    this.#stream = stream;
    // Whoever stops reading has seen enough: the rest flows by.
    const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    this.#received = this.#receive({ name, bytes }).finally(() => stream.resume());
    // It is looked at when the form is at its end; until then nobody waits for it.
    this.#received.catch(() => {});
  }

  async broken(error: unknown): Promise<void> {
    this.#stream?.destroy(error instanceof Error ? error : new Error('broken off'));
    await this.#received?.catch(() => {});
  }

  async end(): Promise<T | null> {
    return this.#received;
  }
}
