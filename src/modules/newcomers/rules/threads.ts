import type { NewComment } from './types.ts';

/** A comment with what it answers of those that come over; null: nothing. */
export interface Threaded {
  readonly comment: NewComment;
  readonly parent: string | null;
}

/**
 * The comments of one article in an order in which each comes after what it answers. What answers something that does
 * not come over answers what that answered.
 */
export function inThreads(all: readonly NewComment[]): Threaded[] {
  const byId = new Map(all.map((one) => [one.originId, one]));
  const comes = (one: NewComment): boolean => one.state === 'approved' || one.state === 'waiting';
  const threaded: Threaded[] = [];
  const done = new Set<string>();
  const parentOf = (one: NewComment): NewComment | null => {
    const met = new Set([one.originId]);
    let next = one.parent === null ? undefined : byId.get(one.parent);
    while (next !== undefined && !met.has(next.originId) && !comes(next)) {
      met.add(next.originId);
      next = next.parent === null ? undefined : byId.get(next.parent);
    }
    return next === undefined || met.has(next.originId) ? null : next;
  };
  // By hand and not by calling itself: answers to answers may go on for thousands.
  for (const first of byId.values()) {
    const line = new Set<NewComment>();
    let next: NewComment | null = comes(first) ? first : null;
    while (next !== null && !done.has(next.originId) && !line.has(next)) {
      line.add(next);
      next = parentOf(next);
    }
    for (const one of [...line].reverse()) {
      done.add(one.originId);
      const parent = parentOf(one);
      threaded.push({
        comment: one,
        parent: parent !== null && done.has(parent.originId) ? parent.originId : null,
      });
    }
  }
  return threaded;
}
