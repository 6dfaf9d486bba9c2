export interface Edit {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// Beyond so many differences a reader sees no pattern any more: the one text goes, the other comes.
const MOST = 1000;

/**
 * The shortest way from one row of texts to another (Myers), the removed before the added; of texts that have
 * almost nothing in common, all of the one and then all of the other.
 */
export function editsBetween(old: readonly string[], now: readonly string[]): Edit[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  const same = (texts: readonly string[]): Edit[] => texts.map((text) => ({ kind: 'same', text }));
  return [
    ...same(old.slice(0, start)),
    ...inOrder(between(old.slice(start, old.length - end), now.slice(start, now.length - end))),
    ...same(old.slice(old.length - end)),
  ];
}

function between(old: readonly string[], now: readonly string[]): Edit[] {
  const trace = traceOf(old, now);
  if (trace === null)
    return [
      ...old.map((text): Edit => ({ kind: 'removed', text })),
      ...now.map((text): Edit => ({ kind: 'added', text })),
    ];
  return walkBack(trace, old, now);
}

/** How far each diagonal was reached with so many edits; null when there are too many. */
function traceOf(old: readonly string[], now: readonly string[]): Int32Array[] | null {
  const most = Math.min(old.length + now.length, MOST);
  const reach = new Int32Array(2 * most + 3);
  const at = (k: number): number => k + most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(at(-edits) - 1, at(edits) + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && reach[at(k - 1)]! < reach[at(k + 1)]!);
      let x = down ? reach[at(k + 1)]! : reach[at(k - 1)]! + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
      reach[at(k)] = x;
      if (x >= old.length && x - k >= now.length) return trace;
    }
  }
  return null;
}

function walkBack(
  trace: readonly Int32Array[],
  old: readonly string[],
  now: readonly string[],
): Edit[] {
  const out: Edit[] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits]!;
    const at = (k: number): number => reach[k + edits + 1]!;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(before);
    const fromY = edits === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      out.push({ kind: 'same', text: old[x]! });
    }
    if (edits === 0) break;
    if (down) out.push({ kind: 'added', text: now[--y]! });
    else out.push({ kind: 'removed', text: old[--x]! });
  }
  return out.reverse();
}

// Between two texts that both have, what goes stands before what comes.
function inOrder(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  let added: Edit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'added') added.push(edit);
    else if (edit.kind === 'removed') out.push(edit);
    else {
      out.push(...added, edit);
      added = [];
    }
  }
  return [...out, ...added];
}
