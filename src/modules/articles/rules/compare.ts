import { albumsOf, proseText } from '../../../kernel/prose/index.ts';
import { type Author, type Content, mediaIn, sameValue } from './content.ts';
import { type Edit, editsBetween } from './edits.ts';

export type { Edit } from './edits.ts';

/** A paragraph as two versions have it: what both say, what only the later, what only the earlier. */
export type ComparedParagraph = readonly Edit[];

export interface FieldChange {
  readonly field: ComparedField;
  readonly old: string;
  readonly now: string;
}

/** Fields that are compared as a whole; title, lead and body are compared word by word. */
export const comparedFields = [
  'cover_alt',
  'cover_caption',
  'cover_credit',
  'section',
  'sections',
  'tags',
  'authors',
  'source_name',
  'source_href',
  'number',
  'due_on',
  'language',
  'translation_of',
  'slug',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface Compared {
  readonly title: readonly ComparedParagraph[];
  readonly lead: readonly ComparedParagraph[];
  readonly body: readonly ComparedParagraph[];
  /** pids of pictures, recordings, files and albums. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly fields: readonly FieldChange[];
  readonly same: boolean;
  /** The words are the same, but not how they stand: bold, links, lists, order of pictures. */
  readonly shape: boolean;
}

/** What two versions have in common and what not. */
export function compare(old: Content, now: Content): Compared {
  const before = [...mediaIn(old), ...albumsOf(old.body)];
  const after = [...mediaIn(now), ...albumsOf(now.body)];
  const parts = {
    title: paragraphsOf(old.title, now.title),
    lead: paragraphsOf(old.lead, now.lead),
    body: paragraphsOf(proseText(old.body), proseText(now.body)),
    added: after.filter((pid) => !before.includes(pid)),
    removed: before.filter((pid) => !after.includes(pid)),
    fields: fieldChanges(old, now),
  };
  const said = [parts.title, parts.lead, parts.body].every(isSame);
  const shape = isSame(parts.body) && !sameValue(old.body, now.body);
  const rest = parts.added.length + parts.removed.length + parts.fields.length;
  return { ...parts, shape, same: said && !shape && rest === 0 };
}

export const isSame = (paragraphs: readonly ComparedParagraph[]): boolean =>
  paragraphs.every((pieces) => pieces.every(({ kind }) => kind === 'same'));

/** How many words only one of the two has. */
export function countWords(paragraphs: readonly ComparedParagraph[]): {
  readonly added: number;
  readonly removed: number;
} {
  const of = (kind: Edit['kind']): number =>
    paragraphs
      .flat()
      .filter((piece) => piece.kind === kind)
      .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return { added: of('added'), removed: of('removed') };
}

function fieldChanges(old: Content, now: Content): FieldChange[] {
  return comparedFields.flatMap((field) => {
    const [before, after] = [fieldText(old, field), fieldText(now, field)];
    return before === after ? [] : [{ field, old: before, now: after }];
  });
}

const authorText = ({ name, role, person, consent }: Author): string =>
  [name, role, person ?? '', consent ? 'yes' : 'no'].join('\t');

/** A field as one text: lists by lines, an author by tabs (name, role, person, consent). */
function fieldText(content: Content, field: ComparedField): string {
  switch (field) {
    case 'cover_alt':
      return content.cover?.alt ?? '';
    case 'cover_caption':
      return content.cover?.caption ?? '';
    case 'cover_credit':
      return content.cover?.credit ?? '';
    case 'sections':
      return content.sections.join('\n');
    case 'tags':
      return content.tags.join('\n');
    case 'authors':
      return content.authors.map(authorText).join('\n');
    case 'source_name':
      return content.source?.name ?? '';
    case 'source_href':
      return content.source?.href ?? '';
    default:
      return content[field] ?? '';
  }
}

/**
 * Two texts beside each other, paragraph by paragraph: paragraphs that both have stay whole, what was rewritten is
 * compared word by word.
 */
export function paragraphsOf(old: string, now: string): ComparedParagraph[] {
  const lines = editsBetween(linesOf(old), linesOf(now));
  const out: ComparedParagraph[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]!.kind === 'same') {
      out.push([lines[at]!]);
      at += 1;
      continue;
    }
    const removed: string[] = [];
    const added: string[] = [];
    for (; at < lines.length && lines[at]!.kind !== 'same'; at += 1)
      (lines[at]!.kind === 'removed' ? removed : added).push(lines[at]!.text);
    out.push(...rewritten(removed, added));
  }
  return out;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Words; a line end is a piece of its own. How many blanks stand between them is nobody's change. */
const piecesOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line, at) => [...(at > 0 ? ['\n'] : []), ...(line.match(/\S+/g) ?? [])]);

function rewritten(removed: readonly string[], added: readonly string[]): ComparedParagraph[] {
  const out: Edit[][] = [[]];
  for (const { kind, text } of editsBetween(piecesOf(removed), piecesOf(added))) {
    if (text === '\n') {
      out.push([]);
      continue;
    }
    const line = out.at(-1)!;
    const last = line.at(-1);
    if (last?.kind === kind) line[line.length - 1] = { kind, text: `${last.text}${text} ` };
    else line.push({ kind, text: `${text} ` });
  }
  return out.filter((line) => line.length > 0).map(withoutLastBlank);
}

const withoutLastBlank = (line: readonly Edit[]): Edit[] =>
  line.map((edit, at) => (at === line.length - 1 ? { ...edit, text: edit.text.trimEnd() } : edit));
