interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

const wait = 150;
let count = 0;

/**
 * Wraps a text input: while one types, asks `data-src?q=…` and offers what comes back as a list.
 * Without script, or when the request fails, the input stays a plain text field.
 */
class Suggest extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #list = document.createElement('ul');
  #items: readonly Suggestion[] = [];
  #at = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.#input) return;
    this.#input = input;
    this.#list.id = `goi-y-${++count}`;
    this.#list.className = 'suggestions';
    this.#list.hidden = true;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', this.dataset.label ?? '');
    this.append(this.#list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('input', () => this.#later());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    // pointerdown, before the blur of the input closes the list.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const line = (event.target as Element).closest('li');
      if (line) this.#choose([...this.#list.children].indexOf(line));
    });
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), wait);
  }

  async #ask(): Promise<void> {
    this.#request?.abort();
    const q = this.#input?.value.trim() ?? '';
    if (q === '') return this.#close();
    this.#request = new AbortController();
    try {
      const url = new URL(this.dataset.src ?? '', location.href);
      url.searchParams.set('q', q);
      const answer = await fetch(url, {
        signal: this.#request.signal,
        headers: { accept: 'application/json' },
      });
      if (answer.ok) this.#show((await answer.json()) as readonly Suggestion[]);
    } catch {
      // Offline or typed on: what was typed stays and is looked up by the server.
    }
  }

  #show(items: readonly Suggestion[]): void {
    this.#items = items;
    this.#at = -1;
    this.#list.replaceChildren(...items.map((item, i) => this.#line(item, i)));
    this.#open(items.length > 0);
  }

  #line(item: Suggestion, i: number): HTMLLIElement {
    const line = document.createElement('li');
    line.id = `${this.#list.id}-${i}`;
    line.setAttribute('role', 'option');
    line.textContent = item.label;
    if (item.note) {
      const note = document.createElement('small');
      note.textContent = item.note;
      line.append(note);
    }
    return line;
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.#list.hidden) return;
    if (step) {
      event.preventDefault();
      const length = this.#items.length;
      this.#mark((this.#at + step + length + (this.#at < 0 && step < 0 ? 1 : 0)) % length);
    } else if (event.key === 'Enter' && this.#at >= 0) {
      event.preventDefault();
      this.#choose(this.#at);
    } else if (event.key === 'Escape') {
      this.#close();
    }
  }

  #mark(at: number): void {
    this.#at = at;
    [...this.#list.children].forEach((line, i) => {
      line.setAttribute('aria-selected', String(i === at));
      if (i === at) line.scrollIntoView({ block: 'nearest' });
    });
    this.#input?.setAttribute('aria-activedescendant', `${this.#list.id}-${at}`);
  }

  #choose(at: number): void {
    const item = this.#items[at];
    if (item && this.#input) {
      this.#input.value = item.value;
      this.#input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.#close();
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#input?.setAttribute('aria-expanded', String(open));
    this.#input?.removeAttribute('aria-activedescendant');
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#open(false);
  }
}

customElements.define('lt-suggest', Suggest);
