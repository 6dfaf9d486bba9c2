import { button, made } from '../dom.ts';
import { words } from '../vi.ts';

const w = words.uploads;

/** What the text shows of a file on its way. */
export interface UploadLine {
  readonly dom: HTMLElement;
  waiting(cancel: () => void): void;
  sending(): void;
  progress(share: number): void;
  failed(said: string, drop: () => void, retry?: () => void): void;
  /** Reads something out and goes there. */
  tell(said: string): void;
}

export function uploadLine(file: File): UploadLine {
  const bar = made('progress', { max: 100, value: 0, 'aria-label': file.name });
  const share = made('span', {});
  const said = made('span', { role: 'status' });
  const acts = made('span', { class: 'editor-acts' });
  const act = (verb: string, run: () => void) =>
    button(verb, { class: 'link-button', 'aria-label': w.of(verb, file.name) }, run);
  const dom = made(
    'div',
    { class: 'editor-upload', contenteditable: 'false' },
    made('p', { class: 'editor-line' }, made('strong', {}, file.name), share),
    bar,
    made('div', { class: 'editor-line' }, said, acts),
  );
  const say = (text: string, bad = false) => {
    said.textContent = text;
    said.classList.toggle('field-error', bad);
  };
  return {
    dom,
    waiting(cancel) {
      bar.hidden = false;
      say(w.queued);
      acts.replaceChildren(act(w.cancel, cancel));
    },
    sending: () => say(w.sending),
    progress(part) {
      bar.value = part;
      share.textContent = w.percent(part);
    },
    failed(text, drop, retry) {
      bar.hidden = true;
      share.textContent = '';
      say(text, true);
      acts.replaceChildren(...(retry ? [act(w.retry, retry)] : []), act(w.drop, drop));
    },
    tell(text) {
      say(text);
      acts.querySelector('button')?.focus();
    },
  };
}
