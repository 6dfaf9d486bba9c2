interface Named {
  readonly name: string;
  readonly shortName: string;
}

const capital = 'H\u00e0 N\u1ed9i';
const unit = /(?:t\u1ec9nh|th\u00e0nh ph\u1ed1|TP\.?)\s+(\p{Lu}[^,()]*)$/u;

/**
 * Where a report is signed: the province that the organisation's name ends with, else that of the one
 * that collects it; the capital where neither names one.
 */
export function signingPlace(organisation: Named, collector: Named): string {
  const names = [organisation.name, organisation.shortName, collector.name, collector.shortName];
  for (const name of names) {
    const found = unit.exec(name.trim())?.[1]?.trim();
    if (found !== undefined) return found;
  }
  return capital;
}
