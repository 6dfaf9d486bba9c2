import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import {
  type Bounds,
  type FieldKind,
  type FormField,
  noBounds,
  type PersonColumn,
  personColumns,
} from '../../rules/index.ts';
import { flatRows, rowsIn, type Typed, textOf } from '../typed.ts';
import { keyed } from './fields.tsx';

const MEGA = 1024 * 1024;
const figure = (value: number | null): string => (value === null ? '' : formatNumber(value));
const bounds = (name: string, { min, max }: Bounds): Record<string, string> => ({
  [`${name}.min`]: figure(min),
  [`${name}.max`]: figure(max),
});
const ticked = (name: string, on: boolean): Record<string, string> => (on ? { [name]: '1' } : {});

/** A field as its form shows it. */
export function fieldTyped(field: FormField): Typed {
  const values = {
    label: field.label,
    help: field.help ?? '',
    means: field.means ?? '',
    ...ticked('required', field.required),
    ...ticked('public', field.public),
    ...ticked('identifies', field.identifies),
    ...ownTyped(field),
  };
  const lists = { for: field.for, ...(field.kind === 'files' ? { types: field.types } : {}) };
  return { values, lists };
}

function ownTyped(field: FormField): Record<string, string> {
  switch (field.kind) {
    case 'text':
      return { max: figure(field.max) };
    case 'long_text':
      return { ...bounds('words', field.words), ...bounds('characters', field.characters) };
    case 'number':
      return {
        ...bounds('bounds', field.bounds),
        decimals: textOf(field.decimals),
        unit: field.unit ?? '',
      };
    case 'money':
      return { ...bounds('bounds', field.bounds), ...ticked('split', field.split) };
    case 'date':
      return { precision: field.precision, ...ticked('future', field.future) };
    case 'choice':
      return {
        ...flatRows(
          'options',
          field.options.map((one) => ({ ...one })),
        ),
        ...ticked('many', field.many),
      };
    case 'people':
      return {
        ...bounds('count', field.count),
        ...ticked('shares', field.shares),
        ...Object.fromEntries(
          personColumns.map((column) => [
            `columns.${column}`,
            field.needs.includes(column) ? 'needs' : field.asks.includes(column) ? 'asks' : '',
          ]),
        ),
      };
    case 'files':
      return { ...bounds('count', field.count), size: figure(field.size / MEGA) };
    case 'declaration':
      return { words: field.words };
  }
}

/** A field as its form sends it, still to be read by the schema. */
export function fieldFrom(key: string, kind: FieldKind, typed: Typed): Record<string, unknown> {
  const { values, lists } = typed;
  return {
    key,
    kind,
    label: values.label,
    help: values.help,
    required: values.required,
    for: lists.for ?? [],
    means: values.means,
    public: values.public,
    identifies: values.identifies,
    ...ownFrom(kind, typed),
  };
}

function ownFrom(kind: FieldKind, typed: Typed): Record<string, unknown> {
  const { values, lists } = typed;
  const pair = (name: string) => ({ min: values[`${name}.min`], max: values[`${name}.max`] });
  switch (kind) {
    case 'text':
      return { max: values.max };
    case 'long_text':
      return { words: pair('words'), characters: pair('characters') };
    case 'number':
      return { bounds: pair('bounds'), decimals: values.decimals, unit: values.unit };
    case 'money':
      return { bounds: pair('bounds'), split: values.split };
    case 'date':
      return { precision: values.precision, future: values.future };
    case 'choice':
      return {
        options: keyed(rowsIn(typed, 'options'), 'value', 'chon', 'label').map(
          ({ value, label }) => ({ value, label }),
        ),
        many: values.many,
      };
    case 'people': {
      const said = (wanted: readonly string[]): PersonColumn[] =>
        personColumns.filter((column) => wanted.includes(values[`columns.${column}`] ?? ''));
      const asked = { asks: said(['asks', 'needs']), needs: said(['needs']) };
      return { count: pair('count'), shares: values.shares, ...asked };
    }
    case 'files':
      return { types: lists.types ?? [], size: bytesOf(values.size ?? ''), count: pair('count') };
    case 'declaration':
      return { words: values.words };
  }
}

// Typed in MB; what is no number goes on as it is, and is told so.
function bytesOf(typed: string): number | string {
  const mega = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(mega) ? typed : Math.round(mega * MEGA);
}

const base = {
  key: '',
  label: '',
  help: null,
  required: true,
  for: [],
  means: null,
  public: false,
  identifies: false,
};

/** A field as its form begins. */
export function newField(kind: FieldKind): FormField {
  switch (kind) {
    case 'text':
      return { ...base, kind, max: 200 };
    case 'long_text':
      return { ...base, kind, words: { min: null, max: 300 }, characters: noBounds };
    case 'number':
      return { ...base, kind, bounds: noBounds, decimals: 0, unit: null };
    case 'money':
      return { ...base, kind, bounds: { min: 0, max: null }, split: false };
    case 'date':
      return { ...base, kind, precision: 'day', future: false };
    case 'choice':
      return { ...base, kind, options: [], many: false };
    case 'people':
      return { ...base, kind, count: { min: 1, max: null }, shares: false, asks: [], needs: [] };
    case 'files':
      return { ...base, kind, types: ['pdf'], size: 20 * MEGA, count: { min: null, max: 1 } };
    case 'declaration':
      return { ...base, kind, words: '' };
  }
}
