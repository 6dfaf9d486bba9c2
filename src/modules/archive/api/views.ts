import { z } from 'zod';
import {
  importStates,
  type KeptImport,
  type PastProblem,
  requestStates,
  type TransferRequest,
} from '../schema.ts';
import type { Shown } from '../service/index.ts';

const figure = z.union([z.number(), z.string()]).nullable();

export const problemShape = z.object({
  code: z.string(),
  path: z.string().describe('JSON Pointer, or the address of a cell'),
  stated: figure,
  computed: figure,
  words: z.string().describe('In Vietnamese'),
});

export const importedShape = z.object({
  edition: z.string().nullable().describe('Public id; null after a trial'),
  state: z.enum(importStates),
  dossiers: z.number().int(),
  prizes: z.number().int(),
  problems: z.array(problemShape),
});

export const pastShape = z.object({
  pid: z.string(),
  name: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  source: z.string(),
  dossiers: z.number().int().describe('As the file tells'),
  prizes: z.number().int().describe('As the file tells'),
  listed: z.number().int().describe('Dossiers that the file lists'),
  shown: z.number().int().describe('Of those, how many everybody may see'),
  problems: z.array(problemShape),
  imported_at: z.iso.datetime(),
  version: z.number().int(),
});

export const pastView = (kept: KeptImport): z.output<typeof pastShape> => ({
  pid: kept.pid,
  name: kept.name,
  organisation: { code: kept.organisation.code, name: kept.organisation.name },
  source: kept.source,
  dossiers: kept.dossiers,
  prizes: kept.prizes,
  listed: kept.listed,
  shown: kept.shown,
  problems: kept.problems.map((one: PastProblem) => ({ ...one })),
  imported_at: kept.importedAt.toISOString(),
  version: kept.version,
});

export const solutionShape = z.object({
  pid: z.string(),
  title: z.string(),
  field: z.string().nullable(),
  prizes: z.array(z.string()),
  year: z.number().int(),
  edition: z.object({ pid: z.string(), name: z.string() }),
  union: z.object({ code: z.string(), name: z.string() }),
  authors: z.array(
    z.object({
      name: z.string(),
      place: z.string().nullable().describe('School or workplace; of a minor the school'),
    }),
  ),
  summary: z.string().nullable(),
});

export const solutionView = (one: Shown): z.output<typeof solutionShape> => ({
  pid: one.pid,
  title: one.title,
  field: one.field,
  prizes: [...one.prizes],
  year: one.year,
  edition: one.edition,
  union: { code: one.union.code, name: one.union.name },
  authors: one.authors.map((author) => ({ ...author })),
  summary: one.summary,
});

export const requestShape = z.object({
  pid: z.string(),
  organisation: z.string(),
  solution: z.object({ pid: z.string().nullable(), title: z.string() }),
  name: z.string(),
  contact: z.string(),
  message: z.string(),
  state: z.enum(requestStates),
  note: z.string().nullable(),
  asked_at: z.iso.datetime(),
  answered_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});

export const requestView = (one: TransferRequest): z.output<typeof requestShape> => ({
  pid: one.pid,
  organisation: one.organisation.code,
  solution: { pid: one.dossier, title: one.title },
  name: one.name,
  contact: one.contact,
  message: one.message,
  state: one.state,
  note: one.note,
  asked_at: one.askedAt.toISOString(),
  answered_at: one.answeredAt?.toISOString() ?? null,
  version: one.version,
});
