import type { Editor } from '@tiptap/core';
import { button, icon, made } from '../dom.ts';
import { type EditorIcon, icons } from '../icons.ts';
import { words } from '../vi.ts';
import type { Panel } from './panel.ts';

/** A button of the toolbar. */
export interface Tool {
  readonly name: string;
  readonly words: string;
  readonly icon: EditorIcon;
  /** Does it at once; without it `open` gives what is under the toolbar then. */
  readonly run?: (editor: Editor) => void;
  readonly open?: (editor: Editor, panel: Panel) => readonly Node[];
  /** Whether it is on at the cursor; absent for what is never on. */
  readonly on?: (editor: Editor) => boolean;
  readonly able?: (editor: Editor) => boolean;
  /** Its words now, where they change. */
  readonly now?: (editor: Editor) => string;
}

/** One stop of the Tab key; arrows, Home and End go along it. */
export class Toolbar {
  readonly dom = made('div', {
    class: 'editor-tools',
    role: 'toolbar',
    'aria-label': words.toolbar,
  });
  readonly #editor: Editor;
  readonly #tools: readonly (readonly [Tool, HTMLButtonElement])[];

  constructor(editor: Editor, panel: Panel, tools: readonly Tool[], textId: string) {
    this.#editor = editor;
    this.#tools = tools.map((tool) => [tool, toolButton(editor, panel, tool)]);
    const buttons = this.#tools.map(([, made]) => made);
    buttons.forEach((one, at) => {
      one.tabIndex = at === 0 ? 0 : -1;
    });
    this.dom.append(...buttons);
    this.dom.setAttribute('aria-controls', textId);
    this.dom.addEventListener('keydown', (event) => this.#key(event, buttons));
    this.dom.addEventListener('focusin', (event) => {
      for (const one of buttons) one.tabIndex = one === event.target ? 0 : -1;
    });
    // The text keeps the focus when a tool is pressed by mouse.
    this.dom.addEventListener('mousedown', (event) => event.preventDefault());
    this.refresh();
  }

  focus(): void {
    this.dom.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }

  refresh(): void {
    for (const [tool, one] of this.#tools) {
      if (tool.on) one.setAttribute('aria-pressed', String(tool.on(this.#editor)));
      if (tool.able) one.setAttribute('aria-disabled', String(!tool.able(this.#editor)));
      const said = tool.now?.(this.#editor);
      const label = one.querySelector('span');
      if (said !== undefined && label !== null && label.textContent !== said)
        label.textContent = said;
    }
  }

  #key(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape') this.#editor.view.focus();
    else if (to !== undefined) buttons[to]?.focus();
    else return;
    event.preventDefault();
  }
}

function toolButton(editor: Editor, panel: Panel, tool: Tool): HTMLButtonElement {
  const opens = tool.open;
  const one = button(
    tool.words,
    {
      class: 'editor-tool',
      'data-tool': tool.name,
      'aria-expanded': opens ? 'false' : undefined,
      'aria-controls': opens ? panel.dom.id : undefined,
    },
    () => {
      if (tool.able && !tool.able(editor)) return;
      if (opens) panel.toggle(one, tool.words, () => opens(editor, panel));
      else {
        // At once: what is typed next is written.
        if (!tool.able) editor.view.focus();
        tool.run?.(editor);
      }
    },
    icon(icons[tool.icon]),
  );
  return one;
}
