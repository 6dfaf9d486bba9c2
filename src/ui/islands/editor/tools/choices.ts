import { button, made } from '../dom.ts';

/** A button under the toolbar. */
export interface Choice {
  readonly name: string;
  readonly words: string;
  /** Whether it is on; absent for what only happens. */
  readonly on?: boolean;
  readonly run: () => void;
}

/** Buttons in a row, which wraps. Arrows go along them too. */
export function choicesOf(choices: readonly Choice[]): HTMLElement {
  const row = made(
    'div',
    { class: 'editor-choices' },
    ...choices.map(({ name, words, on, run }) =>
      button(
        words,
        {
          class: 'editor-tool',
          'data-choice': name,
          'aria-pressed': on === undefined ? undefined : String(on),
        },
        run,
      ),
    ),
  );
  row.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const buttons = [...row.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons.at((at + way) % buttons.length)?.focus();
  });
  return row;
}
