const shownFor = 8000;

/** Floats the message of a finished act and takes it away after 8 s, not while it is pointed at. */
class Toast extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.classList.add('toast-live');
    for (const stay of ['pointerenter', 'focusin']) {
      this.addEventListener(stay, () => clearTimeout(this.#timer));
    }
    for (const go of ['pointerleave', 'focusout']) this.addEventListener(go, () => this.#start());
    this.#start();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.matches(':hover, :focus-within')) this.#start();
      else this.hidden = true;
    }, shownFor);
  }
}

customElements.define('lt-toast', Toast);
