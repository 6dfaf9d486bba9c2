import { type Issue, issue } from '../../../kernel/issue.ts';
import { isKnownFamilyName } from '../../../kernel/vietnamese/family-names.ts';
import { takeTitles } from '../../../kernel/vietnamese/titles.ts';
import type { Block, OfficialDocument } from './types.ts';

/**
 * What the decree forbids and what cannot be laid out. An empty list means that
 * `officialDocument` will print it.
 */
export function checkOfficialDocument(doc: OfficialDocument): Issue[] {
  const issues = [...checkSigner(doc), ...checkNumber(doc)];
  const bodies = [doc.body, ...(doc.appendices ?? []).map((appendix) => appendix.body)];
  let table = 0;
  for (const block of bodies.flat()) {
    if (block.kind === 'table') issues.push(...checkTable(block, ++table));
  }
  return issues;
}

function checkNumber(doc: OfficialDocument): Issue[] {
  if (doc.number === null) return [];
  if (!Number.isInteger(doc.number) || doc.number < 1) {
    return [issue('number', 'document.number_not_positive')];
  }
  return doc.day === null ? [issue('day', 'document.day_missing')] : [];
}

function checkSigner(doc: OfficialDocument): Issue[] {
  const { name } = doc.signature;
  // A draft, which has no number yet, may leave the name to be written by hand.
  if (name.trim() === '')
    return doc.number === null ? [] : [issue('signature.name', 'document.signer_name_missing')];
  return signerIssues('signature.name', name.trim());
}

/** No title stands before the name of one who signs. `path` is that of the field with the name. */
export function signerIssues(path: string, name: string): Issue[] {
  const { titles, rest } = takeTitles(name, isKnownFamilyName);
  if (titles.length === 0) return [];
  const title = name.slice(0, -rest.length).trim();
  return [issue(path, 'document.signer_title', { title, name: rest.trim() })];
}

function checkTable(block: Extract<Block, { kind: 'table' }>, table: number): Issue[] {
  const wrong = block.rows.find(
    (row) => row.kind !== 'group' && row.cells.length !== block.columns.length,
  );
  if (wrong === undefined || wrong.kind === 'group') return [];
  const data = { table, cells: wrong.cells.length, columns: block.columns.length };
  return [issue('body', 'document.table_width', data)];
}
