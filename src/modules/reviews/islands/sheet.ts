// A score sheet that is saved while it is written, also over a line that breaks: what the server has not
// taken yet is kept on the machine and sent again. Without script the form's own buttons do the same.
import { fieldsOf, fill, textOf } from './sheet/fields.ts';
import { keep, readKept } from './sheet/kept.ts';
import { listenToKeys } from './sheet/keys.ts';
import { read } from './sheet/read.ts';
import { words } from './sheet/vi.ts';
import type { Answer } from './sheet/wire.ts';

const settleMs = 800;
const againMs = 4000;
/** A request on a broken line may hang for minutes. */
const patienceMs = 15_000;
// What browsers still send of a page that is being left.
const mostLeaving = 60_000;

/** Gives what sends at once. */
function write(form: HTMLFormElement, address: string, key: string): () => void {
  const hidden = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const version = hidden('version');
  const seq = hidden('seq');
  hidden('writer').value = crypto.getRandomValues(new Uint32Array(3)).join('-');
  const status = document.getElementById('da-luu');
  const place = document.getElementById('xung-dot');
  let saved = textOf(fieldsOf(form));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  /** A person has to choose, or nothing more is taken. */
  let stopped = false;
  let leaving = false;

  const dirty = (): boolean => textOf(fieldsOf(form)) !== saved;

  function say(said: string, tone: 'ok' | 'warn'): void {
    if (status === null) return;
    if (status.textContent !== said) status.textContent = said;
    status.dataset.tone = tone;
  }

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), wait);
  }

  function remember(): void {
    if (!dirty()) keep(key, null);
    else {
      const writer = hidden('writer').value;
      const told = { version: version.value, writer, seq: Number(seq.value) };
      keep(key, { ...told, fields: fieldsOf(form), at: Date.now() });
    }
  }

  function taken(answer: Answer, sent: string): void {
    if (answer.outcome === 'saved') {
      saved = sent;
      version.value = String(answer.version);
      place?.replaceChildren();
      say(answer.said, 'ok');
      const total = form.querySelector('.sheet-total');
      if (answer.total !== undefined && total !== null) total.outerHTML = answer.total;
      remember();
      if (dirty()) later(settleMs);
      return;
    }
    stopped = true;
    say(answer.said, 'warn');
    if (place === null || answer.conflict === undefined) return;
    place.innerHTML = answer.conflict;
    place.dataset.version = String(answer.version);
    place.scrollIntoView({ block: 'nearest' });
  }

  // What this page sends again is no conflict with what it sent before.
  const count = (): void => {
    seq.value = String(Number(seq.value) + 1);
  };

  async function ask(): Promise<void> {
    count();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') body.append(name, value);
    const sent = textOf(fieldsOf(form));
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        keepalive: body.toString().length < mostLeaving,
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.status === 404) {
        stopped = true;
        say(words.gone, 'warn');
      } else if (!response.ok) {
        say(words.troubled, 'warn');
        later(againMs);
      } else taken((await response.json()) as Answer, sent);
    } catch {
      say(words.offline, 'warn');
      later(againMs);
    }
  }

  function send(): Promise<void> {
    clearTimeout(timer);
    if (sending !== null) return sending;
    if (stopped || leaving || !dirty()) return Promise.resolve();
    sending = ask().finally(() => {
      sending = null;
    });
    return sending;
  }

  function typed(wait: number): void {
    remember();
    if (!stopped) later(wait);
  }

  form.addEventListener('input', () => typed(settleMs));
  form.addEventListener('change', () => typed(100));
  window.addEventListener('online', () => later(0));
  window.addEventListener('offline', () => {
    if (dirty()) say(words.offline, 'warn');
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void send();
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty() && !leaving) event.preventDefault();
  });
  window.addEventListener('pageshow', (event) => {
    // Back from another page: what stands on the server may be another thing.
    if (event.persisted) location.reload();
  });

  // Nothing is posted while a request is under way: its version would be an old one.
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return;
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        say(words.notWhileOffline, 'warn');
        status?.scrollIntoView({ block: 'center' });
        return;
      }
      if (sending !== null) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const { submitter } = event;
        void sending.then(() => form.requestSubmit(submitter));
        return;
      }
      clearTimeout(timer);
      count();
      leaving = true;
    },
    { capture: true },
  );

  place?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (!(button instanceof HTMLElement)) return;
    if (button.dataset.keep !== undefined && place.dataset.version !== undefined) {
      event.preventDefault();
      version.value = place.dataset.version;
      stopped = false;
      void send();
    }
    if (button.dataset.take !== undefined) {
      keep(key, null);
      leaving = true;
    }
  });

  const kept = readKept(key);
  if (kept !== null && textOf(kept.fields) === saved) keep(key, null);
  else if (kept !== null) {
    // Typed on another version than the one that stands: the server shows both.
    fill(form, kept.fields);
    version.value = kept.version;
    hidden('writer').value = kept.writer;
    // Also after a request that was sent and never counted here.
    seq.value = String(kept.seq + 1);
    say(words.restored, 'warn');
    later(0);
  }
  return () => void send();
}

const form = document.querySelector<HTMLFormElement>('form[data-sheet]');
listenToKeys(
  form === null ? () => {} : write(form, form.dataset.sheet ?? '', form.dataset.key ?? ''),
);

const shown = document.querySelector<HTMLElement>('[data-sheet-read]');
if (shown !== null) void read(shown, shown.dataset.sheetRead ?? '', shown.dataset.key ?? '');
