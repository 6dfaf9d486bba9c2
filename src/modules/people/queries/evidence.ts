import { type RawBuilder, sql } from 'kysely';
import { sensitiveEvidence } from '../rules/evidence.ts';

/** Evidence of a pair for those who may not read citizen IDs, in SQL. */
export interface OpenEvidence {
  /** Does the whole evidence say something of citizen IDs? */
  readonly saysMore: RawBuilder<boolean>;
  /** What is left without that, and its points. */
  readonly evidence: RawBuilder<unknown>;
  readonly score: RawBuilder<number>;
}

/** `column` holds `[{code, points}]`. */
export function openEvidence(column: RawBuilder<unknown>): OpenEvidence {
  const ofNumber = sql`e.one ->> 'code' = any(${[...sensitiveEvidence]}::text[])`;
  const elements = sql`jsonb_array_elements(${column}) e (one)`;
  return {
    saysMore: sql<boolean>`exists (select from ${elements} where ${ofNumber})`,
    evidence: sql`(select coalesce(jsonb_agg(e.one), '[]') from ${elements} where not ${ofNumber})`,
    score: sql<number>`(select greatest(0, least(100,
      coalesce(sum((e.one ->> 'points')::integer), 0)))::integer from ${elements} where not ${ofNumber})`,
  };
}
