import { embedFrame } from '../../kernel/prose/embed.ts';

/** A link to a film of another site; followed, it becomes the film. Nothing of it is asked for before. */
class Embed extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#show);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#show);
  }

  readonly #show = (event: MouseEvent): void => {
    // Opened in another tab or window, it goes to its provider.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    const provider = this.getAttribute('provider');
    const id = this.getAttribute('film') ?? '';
    if ((provider !== 'youtube' && provider !== 'vimeo') || !/^[\w-]+$/.test(id)) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = embedFrame({ provider, id });
    frame.title = this.getAttribute('name') || (this.textContent ?? '').trim();
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
    frame.allowFullscreen = true;
    // Providers refuse to play where they are not told on which site; the address of the page stays here.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-presentation allow-popups',
    );
    this.removeEventListener('click', this.#show);
    this.replaceChildren(frame);
    frame.focus();
  };
}

customElements.define('lt-embed', Embed);
