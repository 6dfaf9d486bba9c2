import type { NewMenuItem } from './types.ts';

export interface MenuLine {
  readonly item: NewMenuItem;
  readonly below: readonly NewMenuItem[];
}

export interface ChosenMenu {
  readonly lines: readonly MenuLine[];
  /** Entries deeper than two levels: they stand in the second. */
  readonly deeper: number;
  /** Menus that stay behind, by their names. */
  readonly others: readonly string[];
}

const MAIN = /\b(main|primary|header|top|chinh|mainmenu)\b/i;

/** The menu of an old site that becomes that of the new one: one that is called so, else the longest; in two levels. */
export function chosenMenu(all: readonly NewMenuItem[]): ChosenMenu {
  const menus = [...Map.groupBy(all, ({ menu }) => menu)];
  const [chosen, ...others] = menus.sort(
    ([a, x], [b, y]) => Number(MAIN.test(b)) - Number(MAIN.test(a)) || y.length - x.length,
  );
  if (chosen === undefined) return { lines: [], deeper: 0, others: [] };
  const items = chosen[1].toSorted((a, b) => a.place - b.place);
  const byId = new Map(items.map((one) => [one.originId, one]));
  const topOf = (item: NewMenuItem): { top: NewMenuItem; depth: number } => {
    const met = new Set([item.originId]);
    let [top, depth] = [item, 0];
    for (;;) {
      const next = top.parent === null ? undefined : byId.get(top.parent);
      if (next === undefined || met.has(next.originId)) return { top, depth };
      met.add(next.originId);
      top = next;
      depth += 1;
    }
  };
  const placed = items.map((item) => ({ item, ...topOf(item) }));
  return {
    lines: placed
      .filter(({ depth }) => depth === 0)
      .map(({ item }) => ({
        item,
        below: placed.filter((one) => one.depth > 0 && one.top === item).map((one) => one.item),
      })),
    deeper: placed.filter(({ depth }) => depth > 1).length,
    others: others.map(([name]) => name),
  };
}
