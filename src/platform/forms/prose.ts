import { z } from 'zod';
import { issue } from '../../kernel/issue.ts';
import {
  emptyProse,
  PROSE_LIMITS,
  type Prose,
  proseFromText,
  type ReadProse,
  readProse,
} from '../../kernel/prose/index.ts';

/**
 * A text as the editor sends it: its data as an object (REST) or as JSON in a form field. Anything else in a
 * form field was typed without the editor: plain text. Nothing is the empty text.
 */
export const proseSchema = z
  .any()
  .optional()
  .transform((value, ctx): Prose => {
    const { prose, issues } = readTyped(value);
    for (const { code, data } of issues)
      ctx.issues.push({ code: 'custom', input: value, params: { code, data } });
    return issues.length > 0 ? z.NEVER : prose;
  })
  .meta({
    type: ['object', 'string'],
    description: 'doc of blocks, see src/kernel/prose/types.ts; or plain text',
  }) as unknown as z.ZodType<Prose, unknown>;

function readTyped(value: unknown): ReadProse {
  if (value === undefined || value === null || value === '')
    return { prose: emptyProse, issues: [] };
  if (typeof value !== 'string') return readProse(value);
  const { bytes: max } = PROSE_LIMITS;
  if (Buffer.byteLength(value) > max)
    return { prose: emptyProse, issues: [issue('', 'prose_too_large', { max })] };
  const data = value.trimStart().startsWith('{') ? dataOf(value) : null;
  // Through the reader too: a typed text has its limits as well.
  return readProse(data ?? proseFromText(value));
}

/** The data that a form field holds; null when it is words that only begin with a bracket. */
function dataOf(value: string): unknown {
  try {
    const data: unknown = JSON.parse(value);
    return typeof data === 'object' && data !== null && 'type' in data ? data : null;
  } catch {
    return null;
  }
}
