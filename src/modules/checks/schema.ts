import { z } from 'zod';
import { problemCodes } from './rules/problem.ts';

/** A table as a program hands it over; other members are read as tables where they hold any. */
export const checkBody = z.looseObject({
  title: z.string().optional(),
  columns: z
    .array(z.unknown())
    .optional()
    .describe('titles, or {key, title}; without them the members of the rows, or the first row'),
  rows: z.array(z.unknown()).optional().describe('objects or arrays'),
  total: z.unknown().optional().describe('a number, or an object or array by columns'),
  narrative: z.string().optional().describe('a text that is held against the table'),
  tables: z.array(z.unknown()).optional().describe('several tables of this kind'),
});

export const checkView = z.object({
  problems: z.array(
    z.object({
      code: z.enum(problemCodes),
      path: z.string().describe('JSON Pointer into what was sent'),
      stated: z.union([z.number(), z.string()]).nullable(),
      computed: z.union([z.number(), z.string()]).nullable(),
      message: z.string().describe('what is wrong and what to do, in Vietnamese'),
    }),
  ),
});
