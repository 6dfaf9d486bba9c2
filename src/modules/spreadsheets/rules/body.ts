import { isKnownFamilyName } from '../../../kernel/vietnamese/family-names.ts';
import type { CellLike, RowLike } from './cell.ts';
import type { ReadColumn } from './column.ts';
import { decoderOf } from './decode.ts';
import type { RosterField } from './fields.ts';
import { headerKey, isColumnNumbers, mayOpen, openingOf, sectionName } from './rows.ts';
import { LEVELS } from './titles.ts';

/** Which rows of a sheet are members, and the heading that stands above them. */
export interface Body {
  isMember(row: RowLike): boolean;
  readonly section: string | null;
}

interface Column {
  readonly index: number;
  readonly field: RosterField;
  readonly decode: (cell: CellLike) => string;
}

interface Filled {
  readonly index: number;
  readonly text: string;
}

const nameFields: readonly RosterField[] = ['fullName', 'familyMiddle', 'family', 'given'];
const ENOUGH = 3;

/** `all` are the columns of the file, `read` those whose values are taken. */
export function bodyOf(
  all: readonly ReadColumn[],
  read: readonly Column[],
  from: string | null,
): Body {
  const names = read.filter(({ field }) => nameFields.includes(field));
  const name = names.find(({ field }) => field === 'fullName') ?? names[0];
  const look = lookOf(all, read, name);
  let section = from;
  let ended = false;

  const quick = (row: RowLike): boolean => {
    const cell = name === undefined ? undefined : row.cells[name.index];
    if (cell === undefined || cell.text === '' || ended) return false;
    let filled = 0;
    for (const { index } of read) {
      const one = row.cells[index];
      if (one !== undefined && one.text !== '' && ++filled === ENOUGH) break;
    }
    if (filled < ENOUGH || look.titles.has(cell.text)) return false;
    const text = name!.decode(cell);
    return !mayOpen(text) && !look.titles.has(text);
  };

  const slow = (row: RowLike): boolean => {
    const filled = look.filledOf(row);
    if (filled.length === 0 || isHeaderAgain(filled, look)) return false;
    if (isColumnNumbers(filled.map(({ text }) => text))) return false;
    const said = filled.filter(({ text }) => !isNumeral(text));
    if (said.length === 0) return isNumbered(filled, look);
    const kind = kindOf(filled, said, look);
    if (kind === 'section') section = sectionName(said[0]!.text) || section;
    if (kind === 'signature') ended = true;
    if (kind !== 'member') return false;
    const numbered = filled.some(({ index, text }) => look.ordinals.has(index) && /^\d/.test(text));
    if (ended && !numbered && said.length < ENOUGH + 1) return false;
    ended = false;
    return true;
  };

  return {
    isMember: (row) => quick(row) || slow(row),
    get section() {
      return section;
    },
  };
}

interface Look {
  /** Texts of the header as they stand in the cells of names. */
  readonly titles: ReadonlySet<string>;
  /** By column, folded. */
  readonly keys: ReadonlyMap<number, ReadonlySet<string>>;
  readonly ordinals: ReadonlySet<number>;
  readonly mapped: ReadonlySet<number>;
  readonly name: number;
  filledOf(row: RowLike): Filled[];
}

function lookOf(
  all: readonly ReadColumn[],
  read: readonly Column[],
  name: Column | undefined,
): Look {
  const levels = new Map(
    all.map(({ index, title }) => [index, title.split(LEVELS).filter((one) => one !== '')]),
  );
  const known = new Map(read.map((column) => [column.index, column.decode]));
  const decoders = new Map(
    all.map((one) => [
      one.index,
      known.get(one.index) ?? decoderOf(one.encoding, one.encodingEvidence),
    ]),
  );
  const other = decoderOf('nfc');
  return {
    titles: new Set(name === undefined ? [] : levels.get(name.index)),
    keys: new Map([...levels].map(([index, texts]) => [index, new Set(texts.map(headerKey))])),
    ordinals: new Set(all.filter(({ hint }) => hint === 'ordinal').map(({ index }) => index)),
    mapped: new Set(read.map(({ index }) => index)),
    name: name?.index ?? 0,
    filledOf(row) {
      const found: Filled[] = [];
      row.cells.forEach((cell, index) => {
        if (cell === undefined) return;
        const text = (decoders.get(index) ?? other)(cell);
        if (text !== '' || cell.kind === 'error') found.push({ index, text: text || '#' });
      });
      return found;
    },
  };
}

const isNumeral = (text: string): boolean => /^(?:\d{1,6}|[IVXLC]+|[A-Z])[.)]?$/.test(text);

// Only numbers: an ordinal alone, or values.
function isNumbered(filled: readonly Filled[], look: Look): boolean {
  return filled.some(({ index }) => look.mapped.has(index));
}

function isHeaderAgain(filled: readonly Filled[], look: Look): boolean {
  const same = filled.filter(({ index, text }) => look.keys.get(index)?.has(headerKey(text)));
  if (same.length === 0) return false;
  const named = same.some(({ index }) => index === look.name);
  return same.length * 10 >= filled.length * 6 && (filled.length > 1 || named);
}

type RowKind = 'member' | 'section' | 'signature' | 'other';

function kindOf(filled: readonly Filled[], said: readonly Filled[], look: Look): RowKind {
  const name = said.find(({ index }) => index === look.name);
  const first = said[0]!;
  const opening = openingOf((name ?? first).text);
  if (opening === 'total' || opening === 'title')
    return name || isLoose(filled, look) ? 'other' : 'member';
  if (opening === 'signature') return name || isLoose(filled, look) ? 'signature' : 'member';
  if (name === undefined && first.index < look.name && !look.ordinals.has(first.index)) {
    const early = openingOf(first.text);
    if (early === 'total' || early === 'signature') return 'other';
  }
  if (said.length === 1 && name !== undefined && isGroup(filled, name, opening, look))
    return 'section';
  if (said.length > 1 || isNumberedRow(filled, look)) return 'member';
  return aloneKind(first, opening, filled, look);
}

const GROUP_NUMBER = /^(?:[IVXLC]+|[A-H])[.)]?$/;

// 'II | Phù Yên', '3 | Chi hội Mường La': nothing but an ordinal and words.
function isGroup(
  filled: readonly Filled[],
  name: Filled,
  opening: string | null,
  look: Look,
): boolean {
  const beside = filled.filter((one) => one !== name);
  if (beside.length !== 1 || !look.ordinals.has(beside[0]!.index)) return false;
  if (GROUP_NUMBER.test(beside[0]!.text)) return true;
  return opening === 'section' && name.text.includes(' ');
}

// A row without a name that has no number and little else.
const isLoose = (filled: readonly Filled[], look: Look): boolean =>
  filled.length <= ENOUGH + 1 && !isNumberedRow(filled, look);

const isNumberedRow = (filled: readonly Filled[], look: Look): boolean =>
  filled.some(({ index, text }) => look.ordinals.has(index) && /^\d+$/.test(text)) &&
  filled.some(({ index }) => index === look.name && look.mapped.has(index));

function aloneKind(
  { index, text }: Filled,
  opening: string | null,
  filled: readonly Filled[],
  look: Look,
): RowKind {
  const sizes =
    filled.length === 1 || filled.some((one) => one.index !== index && isNumeral(one.text));
  if (opening === 'section' && sizes) return 'section';
  if (index !== look.name) {
    const heading = look.ordinals.has(index) || (!look.mapped.has(index) && index < look.name);
    return heading && /\p{L}{2}/u.test(text)
      ? 'section'
      : look.mapped.has(index)
        ? 'member'
        : 'other';
  }
  const family = text.split(' ')[0]!;
  const heading = look.ordinals.size > 0 && look.mapped.size > 2 && text.split(' ').length > 2;
  return heading && !isKnownFamilyName(family) ? 'section' : 'member';
}
