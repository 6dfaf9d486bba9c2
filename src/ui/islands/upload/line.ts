import { words } from './vi.ts';

/** What a page shows of one file: its name, how far it is, what is said of it, a button. */
export interface Line {
  progress(sent: number): void;
  /** Read out, politely. */
  say(said: string, tone?: 'bad'): void;
  /** What the button does from now on, and how it is called. */
  button(label: string, name: string, press: () => void): void;
  /** Nothing more comes. */
  end(): void;
  remove(): void;
  readonly focus: () => void;
}

function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

/** A line after `place`, below those that are there. */
export function lineAfter(place: Element, name: string, size: number): Line {
  const count = made('span', '', words.sent(0, size));
  const bar = made('progress', '');
  bar.max = size;
  bar.value = 0;
  bar.setAttribute('aria-label', name);
  const said = made('span', '');
  said.setAttribute('role', 'status');
  const button = made('button', 'link-button');
  button.type = 'button';
  const box = made(
    'div',
    'progress',
    made('p', 'progress-line', made('strong', '', name), count),
    bar,
    made('div', 'progress-line', said, button),
  );
  let last: Element = place;
  while (last.nextElementSibling?.matches('.progress')) last = last.nextElementSibling;
  last.after(box);
  let press = () => {};
  button.addEventListener('click', () => press());
  return {
    progress(sent) {
      bar.value = sent;
      bar.textContent = count.textContent = words.sent(sent, size);
    },
    say(text, tone) {
      // Words that were said already are not said again.
      if (said.textContent !== text) said.textContent = text;
      said.classList.toggle('field-error', tone === 'bad');
    },
    button(label, called, act) {
      button.textContent = label;
      button.setAttribute('aria-label', called);
      press = act;
    },
    end() {
      bar.remove();
      count.remove();
    },
    remove: () => box.remove(),
    focus: () => button.focus(),
  };
}
