import { inlineText } from '../../../kernel/prose/text.ts';
import type { Inline } from '../../../kernel/prose/types.ts';

/** How many letters two texts have in common at their beginnings and, after those, at their ends. */
function common(a: string, b: string): readonly [start: number, end: number] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [start, end];
}

/** Whether one may be the other after a change: half of the longer is the same. */
export function isAlike(a: string, b: string): boolean {
  const [start, end] = common(a, b);
  return start + end > 0 && start + end >= Math.max(a.length, b.length) / 2;
}

/** New words of a line with the marks of the old where they are the same. */
export function patched(old: readonly Inline[], now: readonly Inline[]): readonly Inline[] {
  const text = inlineText(now);
  const was = inlineText(old);
  const [start, end] = common(was, text);
  const before = cut(old, 0, start);
  const after = cut(old, was.length - end, was.length);
  const marks = sameMarks(before.at(-1), after[0]);
  const middle = cut(now, start, text.length - end).map((one) =>
    one.type === 'text' && marks !== undefined ? { ...one, marks } : one,
  );
  return [...before, ...middle, ...after];
}

// What is typed into the middle of bold words is bold.
function sameMarks(a: Inline | undefined, b: Inline | undefined) {
  if (a?.type !== 'text' || b?.type !== 'text') return undefined;
  return JSON.stringify(a.marks) === JSON.stringify(b.marks) ? a.marks : undefined;
}

/** The part of a line between two letters; a break is one letter. */
function cut(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const one of inlines) {
    const length = one.type === 'text' ? one.text.length : 1;
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    at += length;
    if (start >= end) continue;
    found.push(one.type === 'text' ? { ...one, text: one.text.slice(start, end) } : one);
  }
  return found;
}
