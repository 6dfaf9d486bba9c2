// Sends the files of `<input type="file" data-upload="ADDRESS">` at once, in pieces, and goes on after a
// lost line or on another page. Without script the form sends them, as any other.
//   data-upload-told   more to tell with the file: JSON, text by key
//   data-upload-limit  bytes
//   data-upload-into   a hidden field of this name gets the pid of each file that has arrived
//   data-upload-then   "reload": the page shows what it has now
// A file that has arrived is told by the event `upload:done` (what the server said, as `detail`); what
// it says under `told.fresh`, HTML by id, takes its place on the page.
import { keptAt, keyOf, placeOf, read, write } from './upload/kept.ts';
import { type Line, lineAfter } from './upload/line.ts';
import { type Stage, sendFile } from './upload/sender.ts';
import { words } from './upload/vi.ts';
import { type Answer, ask, drop, Refused } from './upload/wire.ts';

interface Place {
  readonly input: HTMLInputElement;
  readonly address: string;
  readonly told: Readonly<Record<string, string>>;
  /** Where its lines are shown: after this. */
  readonly box: Element;
  readonly key: string;
}

const stages: Readonly<Record<Stage, string>> = {
  sending: words.sending,
  waiting: words.waiting,
  checking: words.checking,
};

const active = new Map<Line, Place>();
// One file after another: a bad line is not divided.
let before: Promise<unknown> = Promise.resolve();

function placeFor(input: HTMLInputElement): Place {
  const { upload: address = '', uploadTold = '{}' } = input.dataset;
  const told = JSON.parse(uploadTold) as Record<string, string>;
  const box = input.closest('.file-box') ?? input;
  return { input, address, told, box, key: placeOf(address, told) };
}

function take(place: Place): void {
  const files = [...(place.input.files ?? [])];
  // The form is sent without what goes its own way.
  place.input.value = '';
  for (const file of files) {
    const line = lineAfter(place.box, file.name, file.size);
    const limit = Number(place.input.dataset.uploadLimit ?? Number.POSITIVE_INFINITY);
    if (file.size > limit) fail(line, [words.large(limit)]);
    else queue(place, file, line);
  }
}

function queue(place: Place, file: File, line: Line): void {
  const stop = new AbortController();
  active.set(line, place);
  line.say(words.queued);
  line.button(words.cancel, words.cancelOf(file.name), () => stop.abort());
  const turn = before;
  const done = turn.then(() => send(place, file, line, stop.signal));
  before = done.catch(() => undefined);
}

async function send(place: Place, file: File, line: Line, signal: AbortSignal): Promise<void> {
  const { address, told } = place;
  const key = keyOf(place.key, file);
  // Somewhere above it was said to be left; now it goes on.
  left.get(key)?.remove();
  left.delete(key);
  try {
    signal.throwIfAborted();
    const answer = await sendFile({
      address,
      file,
      name: file.name,
      told,
      begun: read(key)?.begun ?? null,
      keep: (begun) =>
        write(
          key,
          begun === null ? null : { begun, name: file.name, size: file.size, at: Date.now() },
        ),
      progress: (sent) => line.progress(sent),
      stage: (stage) => line.say(stages[stage]),
      online: () => new Promise((resolve) => addEventListener('online', resolve, { once: true })),
      signal,
    });
    arrived(place, line, file.size, answer);
  } catch (error) {
    if (signal.aborted) cancelled(address, key, line);
    else fail(line, error instanceof Refused ? error.messages : []);
  } finally {
    active.delete(line);
    // What was refused is read before anything else happens.
    if (active.size === 0 && outcome.arrived && !outcome.failed && place.input.dataset.uploadThen)
      location.reload();
  }
}

const outcome = { arrived: false, failed: false };

function arrived({ input }: Place, line: Line, size: number, answer: Answer): void {
  line.progress(size);
  line.say(words.done);
  line.button(words.close, words.close, () => line.remove());
  outcome.arrived = true;
  const name = input.dataset.uploadInto;
  if (name !== undefined) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value: answer.file.pid });
    input.after(field);
  }
  const { fresh = {} } = (answer.told ?? {}) as { fresh?: Readonly<Record<string, string>> };
  for (const [id, html] of Object.entries(fresh)) {
    const old = document.getElementById(id);
    if (old !== null) old.outerHTML = html;
  }
  input.dispatchEvent(new CustomEvent('upload:done', { bubbles: true, detail: answer }));
}

function cancelled(address: string, key: string, line: Line): void {
  const begun = read(key)?.begun;
  write(key, null);
  if (begun !== undefined) void drop(address, begun);
  line.end();
  line.say(words.cancelled);
  line.button(words.close, words.close, () => line.remove());
}

function fail(line: Line, messages: readonly string[]): void {
  outcome.failed = true;
  line.end();
  line.say(messages.join(' ') || words.failed, 'bad');
  line.button(words.close, words.close, () => line.remove());
}

const left = new Map<string, Line>();

/** Tells what was begun here and not ended; what the server no longer has is forgotten. */
async function tellLeft(place: Place): Promise<void> {
  for (const { key, kept } of keptAt(place.key)) {
    const stands = await ask(place.address, kept.begun).catch(() => undefined);
    if (stands === undefined) continue;
    if (typeof stands !== 'number') {
      write(key, null);
      continue;
    }
    const line = lineAfter(place.box, kept.name, kept.size);
    left.set(key, line);
    line.progress(stands);
    line.say(words.left(kept.name));
    line.button(words.drop, `${words.drop}: ${kept.name}`, () => {
      write(key, null);
      void drop(place.address, kept.begun);
      line.remove();
    });
  }
}

document.addEventListener('change', (event) => {
  const input = event.target;
  if (input instanceof HTMLInputElement && input.dataset.upload) take(placeFor(input));
});

document.addEventListener(
  'submit',
  (event) => {
    for (const [line, { input }] of active) {
      if (input.form !== event.target) continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      line.say(words.wait);
      line.focus();
      return;
    }
  },
  { capture: true },
);

addEventListener('beforeunload', (event) => {
  if (active.size > 0) event.preventDefault();
});

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-upload]'))
  void tellLeft(placeFor(input));
