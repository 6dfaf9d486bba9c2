import type { BadgeTone } from '../../../ui/index.ts';
import { type RosterColumn, type RosterField, sensitiveFields } from '../../spreadsheets/index.ts';
import type { ColumnView, FieldGroup } from '../pages/columns.tsx';
import { wizardWords as words } from '../vi/wizard.ts';

const legacy: ReadonlySet<string> = new Set([
  'tcvn3',
  'tcvn3-capitals',
  'vni',
  'viqr',
  'windows-1258',
]);
const doubtful = 0.9;

/** A column as the pages show it: in the file, as read, and how sure that is. */
export function columnView(column: RosterColumn): ColumnView {
  const some = column.samples.filter((sample) => sample.raw !== '').slice(0, 3);
  return {
    index: column.index,
    letter: column.letter,
    title: column.title,
    raw: some.map((sample) => sample.raw).join(' · '),
    read: some.map((sample) => sample.read).join(' · '),
    encoding: column.encoding,
    encodingLabel: words.encodings[column.encoding] ?? column.encoding,
    tone: toneOf(column),
    certainty: certaintyOf(column),
    field: column.field,
    fieldLabel: words.fields[column.field] ?? column.field,
  };
}

function toneOf({ encoding, encodingCertainty }: RosterColumn): BadgeTone {
  if (encodingCertainty < doubtful) return 'warn';
  return legacy.has(encoding) ? 'ok' : 'info';
}

function certaintyOf(column: RosterColumn): string {
  const font = column.encodingEvidence.font;
  const percent = (Math.floor(column.encodingCertainty * 1000) / 10).toLocaleString('vi-VN');
  const parts = [
    words.certain(percent, typeof font === 'string' ? font : ''),
    column.encoding === 'nfd' || column.encoding === 'mixed' ? words.normalised : '',
    column.field === 'skip' ? '' : (words.reasons[column.reason] ?? ''),
    column.sensitive ? words.maySensitive : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

const groups: readonly (readonly [keyof typeof words.groups, readonly RosterField[]])[] = [
  ['name', ['fullName', 'familyMiddle', 'family', 'middle', 'given']],
  ['person', ['birthDate', 'birthDay', 'birthMonth', 'birthYear', 'gender', 'male', 'female']],
  ['contact', ['phones', 'email', 'address']],
  ['work', ['degrees', 'field', 'workplace', 'job']],
  ['member', ['association', 'branch', 'joined', 'kind', 'cardNumber', 'post', 'note']],
];

/** What a column can be written to; the sensitive fields only for those who may write them. */
export function fieldGroups(sensitive: boolean): FieldGroup[] {
  const option = (value: RosterField) => ({ value, label: words.fields[value] ?? value });
  const all = groups.map(([name, fields]) => ({
    label: words.groups[name],
    options: fields.map(option),
  }));
  const secret = { label: words.groups.sensitive, options: sensitiveFields.map(option) };
  return [{ label: '', options: [option('skip')] }, ...all, ...(sensitive ? [secret] : [])];
}

export const encodingOptions = Object.entries(words.encodings).map(([value, label]) => ({
  value,
  label,
}));
