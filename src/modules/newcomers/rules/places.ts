import type { NewSection } from './types.ts';

/** A section that is to stand here, under the one that it names. */
export interface PlacedSection {
  readonly section: NewSection;
  /** originId of the section of the first level above it. */
  readonly parent: string | null;
}

export interface Places {
  /** Of two levels, those above first. */
  readonly kept: readonly PlacedSection[];
  /** For each section by its originId the one in which its articles stand; null: in none. */
  readonly into: ReadonlyMap<string, string | null>;
  /** Those deeper than two levels: their articles stand in the section of the second level above them. */
  readonly deeper: readonly NewSection[];
}

/** The section that a program makes by itself, for articles that nobody put anywhere. */
const NOWHERE =
  /^(uncategori[sz]ed|chua-(duoc-)?phan-loai|khong-phan-loai|chua-co-chuyen-muc)(-\d+)?$/;

export const isNowhere = ({ slug, name }: Pick<NewSection, 'slug' | 'name'>): boolean =>
  NOWHERE.test(slug.toLowerCase()) || /^uncategori[sz]ed$/i.test(name.trim());

/** The sections of an old site in two levels. What names a parent that is not there, or itself, stands at the top. */
export function placesOf(all: readonly NewSection[]): Places {
  const byId = new Map(all.map((one) => [one.originId, one]));
  const kept: PlacedSection[] = [];
  const deeper: NewSection[] = [];
  const into = new Map<string, string | null>();
  const above = (section: NewSection): NewSection[] => {
    const line: NewSection[] = [];
    const met = new Set([section.originId]);
    let next = section.parent === null ? undefined : byId.get(section.parent);
    while (next !== undefined && !met.has(next.originId)) {
      met.add(next.originId);
      // What is in nothing is at the top.
      if (!isNowhere(next)) line.unshift(next);
      next = next.parent === null ? undefined : byId.get(next.parent);
    }
    return line;
  };
  const lines = all.map((section) => ({ section, line: above(section) }));
  for (const { section, line } of lines.sort((a, b) => a.line.length - b.line.length)) {
    if (isNowhere(section)) into.set(section.originId, null);
    else if (line.length < 2) {
      kept.push({ section, parent: line[0]?.originId ?? null });
      into.set(section.originId, section.originId);
    } else {
      deeper.push(section);
      into.set(section.originId, line[1]!.originId);
    }
  }
  return { kept, into, deeper };
}
