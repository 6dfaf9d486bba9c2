import { z } from 'zod';
import { editionKinds } from '../rules/index.ts';
import { type Edition, editionStates, type ListedEdition, type Revision } from '../schema/index.ts';

const organisation = z.object({ code: z.string(), name: z.string() });

const content = z
  .record(z.string(), z.unknown())
  .meta({ type: 'object', description: 'All that the edition sets, in the shape that is sent' });

export const listedEditionShape = z.object({
  pid: z.string(),
  organisation,
  code: z.string().describe('Its address below the address of the union'),
  kind: z.enum(editionKinds),
  name: z.string(),
  ordinal: z.number().int().nullable(),
  years: z.object({ first: z.number().int(), last: z.number().int() }),
  state: z.enum(editionStates),
  opened_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});

export const editionShape = z.object({
  pid: z.string(),
  organisation,
  code: z.string(),
  state: z.enum(editionStates),
  revision: z.number().int().describe('Of those since it was opened; 0 before'),
  opened_at: z.iso.datetime().nullable(),
  content,
  version: z.number().int(),
});

export const changeShape = z.object({
  path: z.string().describe('Into the newer content; into the older one for what was removed'),
  effect: z.string(),
  words: z.string().describe('In Vietnamese'),
});

export const revisionShape = z.object({
  number: z.number().int(),
  since: z.iso.datetime(),
  reason: z.string().nullable(),
  changes: z.array(changeShape).describe('Against the revision before'),
});

export const sampleShape = z.object({
  code: z.string(),
  label: z.string(),
  note: z.string(),
  content,
});

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

const named = ({ code, name }: Edition['organisation']) => ({ code, name });

export const listedEditionView = (edition: ListedEdition): z.output<typeof listedEditionShape> => ({
  pid: edition.pid,
  organisation: named(edition.organisation),
  code: edition.code,
  kind: edition.kind,
  name: edition.name,
  ordinal: edition.ordinal,
  years: edition.years,
  state: edition.state,
  opened_at: time(edition.openedAt),
  version: edition.version,
});

export const editionView = (edition: Edition): z.output<typeof editionShape> => ({
  pid: edition.pid,
  organisation: named(edition.organisation),
  code: edition.code,
  state: edition.state,
  revision: edition.revision,
  opened_at: time(edition.openedAt),
  content: { ...edition.content },
  version: edition.version,
});

export const revisionView = (
  { number, since, reason }: Revision,
  changes: readonly z.output<typeof changeShape>[],
): z.output<typeof revisionShape> => ({
  number,
  since: since.toISOString(),
  reason,
  changes: [...changes],
});
