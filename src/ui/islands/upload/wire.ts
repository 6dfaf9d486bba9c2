// The words of tus 1.0 that the sender needs, over `fetch`.

/** What the server says of a file that it has. */
export interface Answer {
  readonly file: { readonly pid: string; readonly name: string; readonly size: number };
  readonly told?: unknown;
}

/** The server does not take it; `messages` are its own words, none when it said nothing readable. */
export class Refused extends Error {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super('refused');
    this.messages = messages;
  }
}

/** No answer came. */
export class Lost extends Error {}

const deadMs = 120_000;

export const version = { 'tus-resumable': '1.0.0' };

/** Where an upload that was begun stands: bytes, or the file when it has ended; null when it is gone. */
export async function ask(
  address: string,
  begun: string,
  signal?: AbortSignal,
): Promise<number | Answer | null> {
  const answer = await reach(`${address}/${begun}`, { cache: 'no-store' }, signal);
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw await faultOf(answer);
  const told = (await answer.json()) as { offset: number } | Answer;
  return 'file' in told ? told : told.offset;
}

/** Takes an upload that was begun away, as well as it can. */
export async function drop(address: string, begun: string): Promise<void> {
  await fetch(`${address}/${begun}`, { method: 'DELETE', headers: version, keepalive: true }).catch(
    () => undefined,
  );
}

/** @throws Lost */
export async function reach(
  address: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Response> {
  const dead = AbortSignal.timeout(deadMs);
  try {
    return await fetch(address, {
      ...init,
      headers: { accept: 'application/json', ...(init.headers as Record<string, string>) },
      signal: signal === undefined ? dead : AbortSignal.any([signal, dead]),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Lost();
  }
}

/** What goes on is asked again; what was said for good is told. */
export async function faultOf(answer: Response): Promise<Error> {
  const { status } = answer;
  if (status >= 500 || [408, 409, 423, 425, 429].includes(status)) return new Error(String(status));
  const told = (await answer.json().catch(() => null)) as {
    detail?: string;
    issues?: readonly { message: string }[];
  } | null;
  const issues = told?.issues?.map(({ message }) => message) ?? [];
  return new Refused(issues.length > 0 || told?.detail === undefined ? issues : [told.detail]);
}

/** `Upload-Metadata`. */
export function metadata(told: Readonly<Record<string, string>>): string {
  return Object.entries(told)
    .map(([key, text]) => `${key} ${base64(text)}`)
    .join(',');
}

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));
