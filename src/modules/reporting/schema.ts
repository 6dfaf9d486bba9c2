import { z } from 'zod';
import { choice, code, day, optionalDay, text } from '../../platform/forms/fields.ts';
import { listOf, pageQuery } from '../../platform/http/api.ts';
import { structures } from './rules.ts';

const structure = choice(structures).optional();

export const benchmarkQuery = z.object({ org: code(), on: day(), structure });
export const recordsQuery = z.object({
  org: code(),
  indicator: text(40),
  on: day(),
  structure,
  ...pageQuery,
});
export const peersQuery = z.object({
  indicator: text(40),
  on: optionalDay(),
  structure,
});

export const benchmarkView = z.object({
  org: z.string(),
  on: z.string(),
  structure: z.enum(structures),
  peers: z.number().int().describe('how many unions are compared'),
  rows: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      unit: z.string().nullable(),
      national: z.number().nullable().describe('mean over the unions, or how many have it'),
      own: z.union([z.number(), z.boolean()]).nullable(),
      rank: z.number().int().nullable(),
      note: z.string().nullable(),
      records: z.string().describe('address of the records behind the own figure'),
      nationalRecords: z.string().describe('address of the list of peers with their values'),
    }),
  ),
});
export type BenchmarkView = z.output<typeof benchmarkView>;

export const recordsView = listOf(
  z.object({
    type: z.string(),
    pid: z.string(),
    title: z.string(),
    day: z.string().nullable(),
    until: z.string().nullable(),
    organisation: z.object({ code: z.string(), name: z.string() }),
    amount: z.number(),
    part: z.enum(['numerator', 'denominator']).optional(),
    href: z.string(),
    page: z.string(),
  }),
);

export const peersView = listOf(
  z.object({
    organisation: z.object({ code: z.string(), name: z.string() }),
    value: z.union([z.number(), z.boolean()]).nullable(),
    rank: z.number().int().nullable(),
  }),
);
