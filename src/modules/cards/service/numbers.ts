import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { cardNumber, firstNumber, yearly } from '../rules.ts';
import type { Candidate, Design } from '../schema.ts';

/** Those of the numbers that a standing card of this issuer has, other than those to be replaced. */
export async function takenNumbers(
  cx: Cx,
  issuerId: string,
  numbers: readonly string[],
  replaced: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await all(
    cx.db,
    sql<{ number: string }>`select number from card where issuer_id = ${issuerId}
      and state = 'valid' and number = any(${numbers}::text[]) and id <> all(${replaced}::uuid[])`,
  );
  return new Set(rows.map((row) => row.number));
}

/** The number that a member's card has without asking the series: the old card's, or the roster's. */
export function ownNumber(candidate: Candidate): string | null {
  const same = candidate.standingIssuerId === candidate.issuerId;
  return (same ? candidate.standingNumber : null) ?? candidate.cardNumber;
}

/**
 * The next numbers of a design's series, without those that any card ever had or a roster gives to
 * somebody; the series goes on after them.
 */
export async function nextNumbers(
  cx: Cx,
  design: Design,
  issuedOn: Day,
  count: number,
): Promise<string[]> {
  const year = yearly(design.pattern) ? Number(issuedOn.slice(0, 4)) : null;
  let last = design.seriesYear === year ? design.lastNumber : 0;
  last = Math.max(last, firstNumber(design.pattern) - 1);
  const free: string[] = [];
  while (free.length < count) {
    const start = last;
    const wanted = Array.from({ length: count - free.length }, (_, i) =>
      cardNumber(design.pattern, start + i + 1, issuedOn),
    );
    last += wanted.length;
    const used = await usedNumbers(cx, design.organisationId, wanted);
    free.push(...wanted.filter((number) => !used.has(number)));
  }
  await sql`update card_design set last_number = ${last}, series_year = ${year}
    where organisation_id = ${design.organisationId}`.execute(cx.db);
  return free;
}

async function usedNumbers(
  cx: Cx,
  issuerId: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const rows = await all(
    cx.db,
    sql<{ number: string }>`select number from card
        where issuer_id = ${issuerId} and number = any(${numbers}::text[])
      union select card_number from membership
        where card_number = any(${numbers}::text[]) and deleted_at is null`,
  );
  return new Set(rows.map((row) => row.number));
}
