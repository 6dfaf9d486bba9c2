const FIGURE = /\{([^{}\s]{1,60})\}/g;

/** Words with their figures filled in: {key} becomes what `shown` gives for it, '…' while that is null. */
export function fillFigures(words: string, shown: (key: string) => string | null): string {
  return words.replace(FIGURE, (_whole, key: string) => shown(key) ?? '…');
}
