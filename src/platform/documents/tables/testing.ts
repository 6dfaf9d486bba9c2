import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { columnLetters } from '../sheets/types.ts';
import { type RawPart, ZipWriter } from './testing-zip.ts';

export { type RawPart, zipOf } from './testing-zip.ts';

/** A cell to write: a value, or a value with its look. A formula is written with its cached value. */
export type OutCell =
  | string
  | number
  | boolean
  | null
  | undefined
  | {
      readonly value: string | number | boolean | null;
      readonly font?: string;
      /** Number format code such as "dd/mm/yyyy" or "000000000". */
      readonly format?: string;
      readonly formula?: string;
      readonly runs?: readonly { readonly text: string; readonly font?: string }[];
    };

export interface OutSheet {
  readonly name: string;
  readonly rows: Iterable<readonly OutCell[]>;
}

export interface OutWorkbook {
  readonly sheets: readonly OutSheet[];
  readonly sharedStrings: boolean;
  /** Font of each column, for cells that name none. */
  readonly fonts?: readonly (string | undefined)[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PIECE = 65_536;
/** Texts that are written once; the rest are written again, so that memory stays flat. */
const REMEMBERED = 50_000;

/** Writes a workbook of any length to disk in flat memory; shared strings lie behind the sheets. */
export async function writeXlsxRows(path: string, book: OutWorkbook): Promise<void> {
  const zip = await ZipWriter.create(path);
  const strings = book.sharedStrings ? new SharedStrings(`${path}.strings`) : null;
  const styles = new Styles();
  const names = book.sheets.map((sheet) => sheet.name);
  await zip.add('[Content_Types].xml', [contentTypes(names.length)]);
  await zip.add('_rels/.rels', [rels([['officeDocument', 'xl/workbook.xml']])]);
  await zip.add('xl/workbook.xml', [workbook(names)]);
  const targets: [string, string][] = names.map((_, at) => [
    'worksheet',
    `worksheets/sheet${at + 1}.xml`,
  ]);
  targets.push(['styles', 'styles.xml']);
  if (strings !== null) targets.push(['sharedStrings', 'sharedStrings.xml']);
  await zip.add('xl/_rels/workbook.xml.rels', [rels(targets)]);
  for (const [at, sheet] of book.sheets.entries()) {
    const writer = new SheetWriter(strings, styles, book.fonts ?? []);
    await zip.add(`xl/worksheets/sheet${at + 1}.xml`, writer.pieces(sheet.rows));
  }
  if (strings !== null) {
    await strings.end();
    await zip.add('xl/sharedStrings.xml', createReadStream(strings.path));
    await rm(strings.path);
  }
  await zip.add('xl/styles.xml', [styles.xml()]);
  await zip.end();
}

class SheetWriter {
  readonly #strings: SharedStrings | null;
  readonly #styles: Styles;
  readonly #fonts: readonly (string | undefined)[];

  constructor(
    strings: SharedStrings | null,
    styles: Styles,
    fonts: readonly (string | undefined)[],
  ) {
    this.#strings = strings;
    this.#styles = styles;
    this.#fonts = fonts;
  }

  async *pieces(rows: Iterable<readonly OutCell[]>): AsyncGenerator<string> {
    let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
    let number = 0;
    for (const row of rows) {
      number++;
      const cells = row.map((cell, column) => this.#cell(cell, column, number)).join('');
      piece += `<row r="${number}">${cells}</row>`;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
      await this.#strings?.drained();
    }
    yield `${piece}</sheetData></worksheet>`;
  }

  #cell(cell: OutCell, column: number, row: number): string {
    if (cell === null || cell === undefined) return '';
    const full = typeof cell === 'object' ? cell : { value: cell };
    const style = this.#styles.id(full.font ?? this.#fonts[column], full.format);
    const head = `<c r="${columnLetters(column)}${row}"${style === 0 ? '' : ` s="${style}"`}`;
    const formula = full.formula === undefined ? '' : `<f>${escaped(full.formula)}</f>`;
    const { value, runs } = full;
    if (runs !== undefined) return this.#texts(head, richBody(runs));
    if (value === null) return `${head}>${formula}</c>`;
    if (typeof value === 'number') return `${head}>${formula}<v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${head} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
    if (formula !== '') return `${head} t="str">${formula}<v>${escaped(value)}</v></c>`;
    return this.#texts(head, textBody(value));
  }

  #texts(head: string, body: string): string {
    if (this.#strings === null) return `${head} t="inlineStr"><is>${body}</is></c>`;
    return `${head} t="s"><v>${this.#strings.id(body)}</v></c>`;
  }
}

function textBody(text: string): string {
  const kept = /^\s|\s$|[\r\n]/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${escaped(text)}</t>`;
}

function richBody(runs: readonly { readonly text: string; readonly font?: string }[]): string {
  return runs
    .map(({ text, font }) => {
      const look = font === undefined ? '' : `<rPr><rFont val="${escaped(font)}"/></rPr>`;
      return `<r>${look}<t xml:space="preserve">${escaped(text)}</t></r>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    .replace(
      /[\u0000-\u0008\u000b-\u001f]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}

class SharedStrings {
  readonly path: string;
  readonly #file;
  readonly #known = new Map<string, number>();
  #count = 0;
  #piece = `${HEAD}<sst xmlns="${MAIN}">`;

  constructor(path: string) {
    this.path = path;
    this.#file = createWriteStream(path);
  }

  id(body: string): number {
    const known = this.#known.get(body);
    if (known !== undefined) return known;
    this.#piece += `<si>${body}</si>`;
    if (this.#known.size < REMEMBERED) this.#known.set(body, this.#count);
    return this.#count++;
  }

  async drained(): Promise<void> {
    const piece = this.#piece;
    this.#piece = '';
    if (!this.#file.write(piece)) await once(this.#file, 'drain');
  }

  async end(): Promise<void> {
    this.#file.end(`${this.#piece}</sst>`);
    await once(this.#file, 'close');
  }
}

class Styles {
  readonly #fonts: string[] = ['Calibri'];
  readonly #formats: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #xfs: string[] = ['<xf numFmtId="0" fontId="0"/>'];

  id(font: string | undefined, format: string | undefined): number {
    if (font === undefined && format === undefined) return 0;
    const key = `${font}\n${format}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const fontId = font === undefined ? 0 : indexIn(this.#fonts, font);
    const formatId = format === undefined ? 0 : 164 + indexIn(this.#formats, format);
    this.#xfs.push(`<xf numFmtId="${formatId}" fontId="${fontId}" applyNumberFormat="1"/>`);
    this.#ids.set(key, this.#xfs.length - 1);
    return this.#xfs.length - 1;
  }

  xml(): string {
    const formats = this.#formats.map(
      (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`,
    );
    const fonts = this.#fonts.map(
      (name) => `<font><sz val="11"/><name val="${escaped(name)}"/></font>`,
    );
    return (
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
      `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
      '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      `<cellXfs count="${this.#xfs.length}">${this.#xfs.join('')}</cellXfs></styleSheet>`
    );
  }
}

function indexIn(list: string[], value: string): number {
  const at = list.indexOf(value);
  return at >= 0 ? at : list.push(value) - 1;
}

function contentTypes(sheets: number): string {
  const type = (part: string, what: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, at) =>
    type(`worksheets/sheet${at + 1}`, 'worksheet'),
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    type('workbook', 'sheet.main') +
    type('styles', 'styles') +
    type('sharedStrings', 'sharedStrings') +
    `${parts.join('')}</Types>`
  );
}

function rels(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** The parts of a small workbook of raw XML: each sheet is what stands inside <worksheet>. */
export function rawBook(
  sheets: Readonly<Record<string, string>>,
  more: { readonly strings?: string; readonly styles?: string; readonly workbookPr?: string } = {},
): RawPart[] {
  const names = Object.keys(sheets);
  const targets: [string, string][] = names.map((_, at) => [
    'worksheet',
    `worksheets/sheet${at + 1}.xml`,
  ]);
  if (more.strings !== undefined) targets.push(['sharedStrings', 'sharedStrings.xml']);
  if (more.styles !== undefined) targets.push(['styles', 'styles.xml']);
  const book = workbook(names).replace('<sheets>', `${more.workbookPr ?? ''}<sheets>`);
  const parts: RawPart[] = [
    { name: '[Content_Types].xml', content: contentTypes(names.length) },
    { name: '_rels/.rels', content: rels([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: book },
    { name: 'xl/_rels/workbook.xml.rels', content: rels(targets) },
  ];
  for (const [at, body] of Object.values(sheets).entries()) {
    const content = `${HEAD}<worksheet xmlns="${MAIN}">${body}</worksheet>`;
    parts.push({ name: `xl/worksheets/sheet${at + 1}.xml`, content });
  }
  if (more.strings !== undefined) {
    const content = `${HEAD}<sst xmlns="${MAIN}">${more.strings}</sst>`;
    parts.push({ name: 'xl/sharedStrings.xml', content });
  }
  if (more.styles !== undefined) {
    const content = `${HEAD}<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>`;
    parts.push({ name: 'xl/styles.xml', content });
  }
  return parts;
}
