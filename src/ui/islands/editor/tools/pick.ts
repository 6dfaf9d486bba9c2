import { button, made, textBox } from '../dom.ts';
import type { Item } from '../media/library.ts';
import { words } from '../vi.ts';

const wait = 200;

/** A box to search the library, and what was found: each is a button. The newest are there at once. */
export function pickBoxes(
  address: string,
  kind: Item['kind'],
  put: (item: Item) => void,
): readonly Node[] {
  const { box, input } = textBox(words.libraries.find, '', { 'data-pick': kind });
  const said = made('p', { class: 'help', role: 'status' });
  const found = made('ul', { class: 'editor-found' });
  let asked = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const items = await suggested(address, kind, input.value.trim(), signal);
      found.replaceChildren(...items.map((item) => line(item, put)));
      said.textContent =
        items.length > 0 ? words.libraries.found(items.length) : words.libraries.none;
    } catch {
      if (!signal.aborted) said.textContent = words.libraries.failed;
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), wait);
  });
  void ask();
  return [box, said, found];
}

async function suggested(
  address: string,
  kind: Item['kind'],
  q: string,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const url = new URL(address, location.href);
  url.searchParams.set('loai', kind);
  url.searchParams.set('q', q);
  const answer = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as readonly Item[];
}

function line(item: Item, put: (item: Item) => void): HTMLLIElement {
  const small = item.src && (item.kind === 'picture' || item.kind === 'album');
  const picture = small
    ? made('img', { src: item.src, alt: '', width: 64, height: 48, loading: 'lazy' })
    : undefined;
  return made(
    'li',
    {},
    button(item.title, { class: 'editor-tool', 'data-pid': item.pid }, () => put(item), picture),
  );
}
