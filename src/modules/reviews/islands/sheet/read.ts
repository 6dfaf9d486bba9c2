import { keep, readKept } from './kept.ts';
import type { Answer } from './wire.ts';

/** A sheet that cannot be written any more: what this machine still has of it is shown, then forgotten. */
export async function read(box: HTMLElement, address: string, key: string): Promise<void> {
  const kept = readKept(key);
  if (kept === null) return;
  const body = new URLSearchParams([['version', kept.version]]);
  for (const [name, value] of kept.fields) body.append(name, value);
  const response = await fetch(address, { method: 'POST', body }).catch(() => null);
  if (response === null || !response.ok) return;
  const { conflict } = (await response.json()) as Answer;
  const place = box.querySelector('#xung-dot');
  if (conflict === undefined || place === null) return keep(key, null);
  place.innerHTML = conflict;
  place.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-take]')) keep(key, null);
  });
}
