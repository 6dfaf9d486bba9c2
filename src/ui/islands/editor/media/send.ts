import type { Item } from './library.ts';

/**
 * Sends one file as a form does, telling its share of 100 as it goes.
 * @throws Error with the server's own words when it refuses, without words when no answer came
 */
export function sendFile(
  address: string,
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Item> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how far a body is.
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? Math.floor((loaded / total) * 100) : 0),
    );
    request.addEventListener('load', () => {
      const { status, response } = request;
      if (status >= 200 && status < 300 && isItem(response)) resolve(response);
      else reject(new Error(status < 500 ? said(response) : ''));
    });
    for (const lost of ['error', 'timeout', 'abort'])
      request.addEventListener(lost, () => reject(new Error('')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

const kinds = ['picture', 'video', 'audio', 'document'];

function isItem(told: unknown): told is Item {
  if (typeof told !== 'object' || told === null) return false;
  return 'pid' in told && 'kind' in told && kinds.includes(String(told.kind));
}

/** The words of a refusal: what the library says, or a problem. */
function said(told: unknown): string {
  if (typeof told !== 'object' || told === null) return '';
  const { issues, detail, message } = told as {
    readonly message?: string;
    readonly issues?: readonly { readonly message?: string }[];
    readonly detail?: string;
  };
  const messages = (issues ?? []).flatMap((issue) => issue.message ?? []);
  return messages.join(' ') || (message ?? detail ?? '');
}
