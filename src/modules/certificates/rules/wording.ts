import { type Issue, issue } from '../../../kernel/issue.ts';
import { joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import { TITLES } from '../../../kernel/vietnamese/titles.ts';

/** What a line of a certificate may name in braces, as the office types it. */
export const placeholders = [
  'ten',
  'don_vi',
  'giai',
  'giai_phap',
  'linh_vuc',
  'hoi_thi',
  'nam',
  'quyet_dinh',
  'ngay_quyet_dinh',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** Their values of one certificate; what is empty is not known. */
export type Values = Readonly<Record<Placeholder, string>>;

const named = /\{([^{}]*)\}/g;

/** What is wrong with a text of a design: braces that name nothing. */
export function wordingIssues(path: string, text: string): readonly Issue[] {
  const unknown = [...text.matchAll(named)].find(
    ([, name]) => !placeholders.some((one) => one === name),
  );
  if (unknown !== undefined) return [issue(path, 'placeholder', { typed: unknown[1] })];
  return /[{}]/.test(text.replace(named, '')) ? [issue(path, 'placeholder_open')] : [];
}

/** The lines of a text with its values; a line that names something unknown is left out. */
export function filledLines(text: string, values: Values): string[] {
  return text.split('\n').flatMap((line) => {
    const asked = [...line.matchAll(named)].map(([, name]) => values[name as Placeholder]);
    if (asked.some((value) => value === '')) return [];
    const filled = line.replace(named, (_all, name: Placeholder) => values[name]).trim();
    return filled === '' ? [] : [filled];
  });
}

/** Degrees and titles before the name of whoever signs: official documents have none. */
export function signerIssues(path: string, name: string | null): readonly Issue[] {
  if (name === null) return [];
  const { titles, ...parts } = splitName(name);
  const learned = titles.some((title) => Object.hasOwn(TITLES, title));
  return learned ? [issue(path, 'signer_titled', { name: joinName(parts) })] : [];
}

const symbolForm = /^[\p{Lu}\p{N}]+([-./][\p{Lu}\p{N}]+)*$/u;

/** The part of a number behind the slash: 'GCN-BTCHT'. */
export function symbolIssues(path: string, symbol: string): readonly Issue[] {
  return symbolForm.test(symbol.normalize('NFC')) ? [] : [issue(path, 'symbol_form')];
}
