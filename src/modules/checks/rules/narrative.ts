import { bareWords } from './plain.ts';
import { type Problem, problem } from './problem.ts';
import { agrees, type Mention, type Read, readTexts, textFindings } from './text/index.ts';

/** What a table says of something, under the words that name it. */
export interface Figure {
  readonly label: string;
  /** Any of these may be what the words mean: figures of the same row. */
  readonly values: readonly number[];
  /** Where the figure stands. */
  readonly path: string;
}

/** What follows a counted thing without making it another thing. */
const BOUNDARY =
  /^\s*(?:$|[.,;:)!?\n]|(?:va\s+(?:co\s+)?\d|o|tai|tren|duoc|voi|nam|toan|tinh|cua|gom|bao gom|trong do|tang|giam|so voi|la|trong)(?:\b|(?<=\d)))/;
/** Another time, a plan, one of several: the table's figure is not meant. */
const ELSEWHERE =
  /\b(?:nam truoc|cung ky|ky truoc|so voi|ke hoach|chi tieu|phan dau|du kien|muc tieu|moi nam|moi hoi|moi don vi|binh quan|trung binh|luc moi|nhiem ky|giai doan|tu nam|nam (?:19|20)\d\d|quy|thang|trong do)\b/;
const LEAD = /^(?:tong so luong|tong so|so luong|so luot|so|tong|luong)\s+/;

/** Problems inside a text, and where it says something else than the figures. */
export function textProblems(path: string, text: string, figures: readonly Figure[]): Problem[] {
  const cores = coresOf(figures);
  return readTexts(text).flatMap((read) => [
    ...textFindings(read).map((found) =>
      problem(found.code, path, found.stated, found.computed, {
        ...found.data,
        words: around(read.text, found.start, found.end),
      }),
    ),
    ...against(path, read, cores),
  ]);
}

interface Core {
  readonly figure: Figure;
  readonly core: string;
}

// Many texts may speak of the same figures.
const known = new WeakMap<readonly Figure[], readonly Core[]>();

function coresOf(figures: readonly Figure[]): readonly Core[] {
  const before = known.get(figures);
  if (before !== undefined) return before;
  const cores = figures
    .map((figure) => ({ figure, core: coreOf(figure.label) }))
    .filter(({ core, figure }) => core.length >= 3 && figure.values.length > 0)
    .toSorted((a, b) => b.core.length - a.core.length);
  known.set(figures, cores);
  return cores;
}

function against(path: string, read: Read, cores: readonly Core[]): Problem[] {
  return read.mentions.flatMap((mention) => {
    if (mention.percent || ELSEWHERE.test(clauseOf(read.plain, mention))) return [];
    const near = nearOf(read.plain, mention);
    const found = cores.filter(({ core }) => isSaidOf(near, core));
    const named = found[0];
    if (named === undefined) return [];
    const same = found.filter(({ core }) => core === named.core);
    const values = same.flatMap(({ figure }) => figure.values);
    if (values.some((value) => agrees(mention, value))) return [];
    const { label, path: place } = named.figure;
    return [
      problem('narrative', path, mention.value, values[0]!, {
        label,
        place,
        words: around(read.text, mention.start, mention.end + named.core.length + 1),
      }),
    ];
  });
}

/** The label's words without 'số', 'tổng số', units in brackets: 'hoi thanh vien'. */
function coreOf(label: string): string {
  return bareWords(label.replace(/\([^()]*\)/g, '').replace(/^[\s\d.)+–-]+/, '')).replace(LEAD, '');
}

interface Near {
  readonly after: string;
  /** What stands before "là", ":" …; null when the words before the figure do not lead to it. */
  readonly lead: string | null;
}

const LEADS = /\s*(?::|=|\bla|\bdat|\blen|\bla khoang)\s*(?:hon|tren|gan|khoang)?\s*$/;
// No label is longer.
const REACH = 260;

function nearOf(plain: string, { start, end }: Mention): Near {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const joined = LEADS.exec(before);
  return {
    after: plain.slice(end, end + REACH).replace(/^\s+/, ''),
    lead: joined === null ? null : before.slice(0, joined.index),
  };
}

/** True when the figure is said of the core: '26 hội thành viên', 'hội thành viên: 26'. */
function isSaidOf({ after, lead }: Near, core: string): boolean {
  if (after.startsWith(core)) {
    const rest = after.slice(core.length);
    if (!/^[\p{L}\p{N}/]/u.test(rest) && BOUNDARY.test(rest)) return true;
  }
  return lead?.endsWith(core) === true && !/[\p{L}\p{N}]/u.test(lead.at(-core.length - 1) ?? ' ');
}

function clauseOf(plain: string, { start, end }: Mention): string {
  const before = plain.slice(0, start);
  const from = Math.max(...['. ', ';', '\n'].map((mark) => before.lastIndexOf(mark)), 0);
  const after = /[.;\n]/.exec(plain.slice(end))?.index ?? plain.length - end;
  return plain.slice(from, end + after);
}

function around(text: string, start: number, end: number): string {
  const to = /[\s,.;)]|$/.exec(text.slice(end + 12))?.index ?? 0;
  return text.slice(start, Math.min(text.length, end + 12 + to)).trim();
}
