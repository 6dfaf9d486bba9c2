/** Column of letters from 0 ("A" is 0), -1 when they are none; at most three letters, as Excel has. */
export function columnOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return -1;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** "B7" or "$B$7" as row from 1 and column from 0; null for anything else. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  if (match === null) return null;
  return { row: Number(match[2]), column: columnOf(match[1] ?? '') };
}
