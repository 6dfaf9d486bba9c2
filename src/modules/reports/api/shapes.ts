import { z } from 'zod';
import { obligationStates } from '../../rounds/index.ts';
import { placeStates } from '../schema/index.ts';

const instant = () => z.string().describe('ISO instant');
const figure = () => z.number().nullable();
const words = () => z.string().nullable();

const issueShape = z.object({ path: z.string(), code: z.string(), message: z.string() });
const messageShape = z.object({
  pid: z.string(),
  place: words(),
  kind: z.enum(['return', 'answer', 'remark']),
  words: z.string(),
  by: z.string(),
  at: instant(),
  settled: z.boolean(),
});
const rivalShape = z.object({
  pid: z.string(),
  declared: figure(),
  reason: words(),
  note: words(),
  words: words(),
  by: z.string(),
  at: instant(),
});
const placeShape = {
  state: z.enum(placeStates),
  version: z.number().int().describe('0 while nothing was written'),
  updated_at: instant().nullable(),
  updated_by: words(),
  editable: z.boolean(),
  issues: z.array(issueShape),
  messages: z.array(messageShape),
  rivals: z.array(rivalShape),
};
const cellShape = z.object({
  row: z.string(),
  number: z.string(),
  label: z.string(),
  unit: words(),
  decimals: z.number().int(),
  kind: z.enum(['number', 'yes_no']),
  required: z.boolean(),
  declared: figure().describe('1 and 0 for yes and no'),
  derived: figure().describe('what the records say now'),
  below: figure().describe('sum over accepted forms of those below'),
  below_of: z.number().int().describe('how many of them'),
  previous: figure(),
  previous_period: words(),
  offered: figure().describe('declared by sending while nothing is declared'),
  no_records: z.boolean().describe('a sum of which nothing happened in the period: 0 is offered'),
  reason: words(),
  note: words(),
  differs: z.boolean(),
  records: words(),
  ...placeShape,
});
const narrativeShape = z.object({ words: z.string(), shown: z.string(), ...placeShape });
const numberShape = z.object({
  pid: z.string(),
  number: z.number().int(),
  year: z.number().int(),
  symbol: z.string(),
  full: z.string(),
  signed_on: z.string(),
  signer: z.string(),
  position: z.string(),
  authority: words(),
  authority_of: words(),
});

export const formView = z.object({
  pid: z.string(),
  round: z.string(),
  period: z.string(),
  organisation: z.string(),
  collector: z.string(),
  state: z.enum(obligationStates),
  due_on: z.string(),
  open_until: words(),
  version: z.number().int(),
  sections: z.array(
    z.object({
      key: z.string(),
      number: z.string(),
      title: z.string(),
      kind: z.enum(['heading', 'narrative', 'table']),
      narrative: narrativeShape.nullable(),
      cells: z.array(cellShape),
    }),
  ),
  messages: z.array(messageShape),
  blocking: z.array(issueShape),
  warnings: z.array(issueShape),
  below: z.object({ asked: z.number(), sent: z.number(), accepted: z.number() }),
  number: numberShape.nullable(),
  freeze: z.object({ pid: z.string(), at: instant(), by: z.string(), hash: z.string() }).nullable(),
  published_at: instant().nullable(),
  may: z.record(z.string(), z.boolean()),
});

const placeAnswer = z.object({
  place: z.string(),
  outcome: z.enum(['saved', 'unchanged', 'conflict']),
  version: z.number().int(),
  stands: z
    .object({
      declared: figure(),
      reason: words(),
      note: words(),
      words: words(),
      by: words(),
      at: instant(),
    })
    .nullable(),
  rival: words(),
  rivals: z.number().int(),
});

export const answerView = z.object({
  pid: z.string(),
  state: z.enum(obligationStates),
  version: z.number().int(),
  places: z.array(placeAnswer),
});

export const restatedView = z.object({
  items: z.array(
    z.object({
      row: z.string(),
      label: z.string(),
      unit: words(),
      declared: figure(),
      derived_then: figure(),
      derived_now: figure(),
      difference: figure(),
    }),
  ),
});

export const timelineView = z.object({
  items: z.array(
    z.object({
      at: instant(),
      action: z.string(),
      words: z.string(),
      by: z.string(),
      reason: words(),
      changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
    }),
  ),
});
