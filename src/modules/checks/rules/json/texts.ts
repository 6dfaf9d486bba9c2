import type { SourceTable } from '../table/source.ts';
import { keyWords, TEXT } from './names.ts';
import { below, isObject } from './pointer.ts';

type Text = SourceTable['texts'][number];

/** What a message says in sentences, each with the object that it stands in. */
export function textsIn(value: unknown): Text[] {
  const found: Text[] = [];
  collect(value, '', '', '', found, 0);
  return found;
}

const DEEPEST = 12;

function collect(
  value: unknown,
  path: string,
  under: string,
  key: string,
  found: Text[],
  depth: number,
): void {
  if (typeof value === 'string') {
    if (TEXT.test(key) || isSentence(value)) found.push({ path, text: value, under });
    return;
  }
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    value.forEach((one, at) => {
      // What rows say stands in their cells.
      if (!isObject(one) || depth > DEEPEST)
        collect(one, below(path, at), under, key, found, depth + 1);
      else collect(one, below(path, at), below(path, at), '', found, depth + 1);
    });
    return;
  }
  if (!isObject(value)) return;
  const base = isTextHolder(value) ? under : path;
  for (const [name, one] of Object.entries(value))
    collect(one, below(path, name), base, keyWords(name), found, depth + 1);
}

/** {path: …, text: …}: the text is of what this stands in. */
const isTextHolder = (value: object): boolean =>
  Object.values(value).every((one) => typeof one === 'string' || one === null);

const isSentence = (text: string): boolean =>
  text.length >= 25 && /\d/.test(text) && text.trim().split(/\s+/).length >= 6;
