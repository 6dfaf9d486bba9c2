interface Link {
  readonly child: string;
  readonly parent: string;
}

export interface ComponentOrder {
  /** Number of the strongly connected component of each node; a child's is never after a parent's. */
  readonly component: Map<string, number>;
  /** Place of each node, from 0: components in order, children before parents. */
  readonly place: Map<string, number>;
}

/** Strongly connected components in topological order (Tarjan 1972), with a stack of its own. */
export function componentOrder(links: readonly Link[]): ComponentOrder {
  const children = new Map<string, string[]>();
  for (const { child, parent } of links) {
    if (!children.has(child)) children.set(child, []);
    const list = children.get(parent);
    if (list) list.push(child);
    else children.set(parent, [child]);
  }
  const search = new TarjanSearch(children);
  for (const node of children.keys()) search.visit(node);
  return { component: search.component, place: search.place };
}

interface Frame {
  readonly node: string;
  next: number;
}

class TarjanSearch {
  readonly component = new Map<string, number>();
  readonly place = new Map<string, number>();
  readonly #links: Map<string, string[]>;
  readonly #number = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  #components = 0;

  constructor(links: Map<string, string[]>) {
    this.#links = links;
  }

  /** Follows the links downwards, so components close from the lowest to the highest. */
  visit(start: string): void {
    if (this.#number.has(start)) return;
    const frames: Frame[] = [this.#enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = this.#links.get(frame.node)![frame.next++];
      if (next === undefined) {
        frames.pop();
        this.#leave(frame.node, frames.at(-1)?.node);
      } else if (!this.#number.has(next)) {
        frames.push(this.#enter(next));
      } else if (!this.component.has(next)) {
        this.#lower(frame.node, this.#number.get(next)!);
      }
    }
  }

  #enter(node: string): Frame {
    this.#low.set(node, this.#number.size);
    this.#number.set(node, this.#number.size);
    this.#open.push(node);
    return { node, next: 0 };
  }

  #lower(node: string, value: number): void {
    if (value < this.#low.get(node)!) this.#low.set(node, value);
  }

  #leave(node: string, from: string | undefined): void {
    const low = this.#low.get(node)!;
    if (from !== undefined) this.#lower(from, low);
    if (low !== this.#number.get(node)) return;
    let member: string | undefined;
    do {
      member = this.#open.pop()!;
      this.component.set(member, this.#components);
      this.place.set(member, this.place.size);
    } while (member !== node);
    this.#components++;
  }
}
