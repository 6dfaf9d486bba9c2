import { z } from 'zod';
import { markedIn, shownParts } from '../rules/index.ts';
import { type ComparedFinding, type Finding, findingStates, type Side } from '../schema.ts';

const organisation = z.object({ code: z.string(), name: z.string() });

const sideShape = z.object({
  organisation,
  year: z.number().int().nullable(),
  imported: z.boolean(),
  open: z.boolean().describe('False: another union keeps it; only passages are given'),
  title: z.string().nullable(),
  number: z.string().nullable(),
  dossier: z.string().nullable(),
  edition: z.object({ pid: z.string(), name: z.string() }).nullable(),
  authors: z.string().nullable(),
});

export const findingShape = z.object({
  pid: z.string(),
  score: z.number().describe('The larger share of one text that stands in the other, 0 to 1'),
  words: z.number().int(),
  state: z.enum(findingStates),
  reason: z.string().nullable(),
  decided_at: z.string().nullable(),
  decided_by: z.string().nullable(),
  changed_since: z.boolean(),
  found_at: z.string(),
  version: z.number().int(),
  newer: sideShape,
  earlier: sideShape,
});

const excerpt = z.string().describe('The words of the passage as this text has them');

export const comparedShape = findingShape.extend({
  passages: z.array(
    z.object({
      number: z.number().int(),
      newer: excerpt,
      earlier: excerpt,
      words: z.object({ newer: z.number(), earlier: z.number(), same: z.number() }),
    }),
  ),
});

export const textView = z.object({
  pid: z.string(),
  title: z.string(),
  authors: z.string().nullable(),
  year: z.number().int().nullable(),
  origin: z.string(),
  words: z.number().int(),
  organisation,
});

function sideView({ organisation: of, ...side }: Side) {
  return { organisation: { code: of.code, name: of.name }, ...side };
}

export function findingView(finding: Finding) {
  return {
    pid: finding.pid,
    score: finding.score,
    words: finding.words,
    state: finding.state,
    reason: finding.reason,
    decided_at: finding.decidedAt?.toISOString() ?? null,
    decided_by: finding.decidedBy,
    changed_since: finding.changedSince,
    found_at: finding.foundAt.toISOString(),
    version: finding.version,
    newer: sideView(finding.newer),
    earlier: sideView(finding.earlier),
  };
}

/** The finding with its passages; of neither text more than those. */
export function comparedView(finding: ComparedFinding) {
  const { passages, bodies } = finding;
  const wordsIn = (which: 'newer' | 'earlier') =>
    shownParts(
      bodies[which],
      markedIn(passages, which === 'newer' ? 'first' : 'second'),
      false,
    ).map(({ paragraphs }) =>
      paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n'),
    );
  const [newer, earlier] = [wordsIn('newer'), wordsIn('earlier')];
  return {
    ...findingView(finding),
    passages: passages.map(({ words }, at) => ({
      number: at + 1,
      newer: newer[at],
      earlier: earlier[at],
      words: { newer: words.first, earlier: words.second, same: words.same },
    })),
  };
}
