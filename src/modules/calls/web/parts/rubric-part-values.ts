import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import type { PartKind, RubricPart, ScoredPart } from '../../rules/index.ts';
import { flatRows, rowsIn, type Typed, textOf } from '../typed.ts';

const ticked = (name: string, on: boolean): Record<string, string> => (on ? { [name]: '1' } : {});

/** A part of a score sheet as its form shows it. */
export const rubricPartTyped = (part: RubricPart): Typed => ({
  values: { label: part.label, help: part.help ?? '', ...ownTyped(part) },
  lists: {},
});

const scaleTyped = ({ step, weight, comment }: ScoredPart) => ({
  step: formatNumber(step),
  weight: formatNumber(weight),
  comment,
});

function ownTyped(part: RubricPart): Record<string, string> {
  switch (part.kind) {
    case 'points':
      return { max: formatNumber(part.max), ...scaleTyped(part) };
    case 'bands':
      return {
        ...flatRows(
          'bands',
          part.bands.map(({ label, from, to }) => ({
            label,
            from: formatNumber(from),
            to: formatNumber(to),
          })),
        ),
        ...scaleTyped(part),
        ...ticked('zeroFails', part.zeroFails),
      };
    case 'gate':
      return { comment: part.comment };
    case 'votes':
      return { max: formatNumber(part.max), decimals: textOf(part.decimals) };
    case 'note':
      return { to: part.to, ...ticked('required', part.required) };
  }
}

/** A part as its form sends it, still to be read by the schema. */
export function rubricPartFrom(key: string, kind: PartKind, typed: Typed): Record<string, unknown> {
  const { values } = typed;
  return { key, kind, label: values.label, help: values.help, ...ownFrom(kind, typed) };
}

function ownFrom(kind: PartKind, typed: Typed): Record<string, unknown> {
  const { values } = typed;
  const scale = { step: values.step, weight: values.weight, comment: values.comment };
  switch (kind) {
    case 'points':
      return { max: values.max, ...scale };
    case 'bands':
      return {
        bands: rowsIn(typed, 'bands').map(({ label, from, to }) => ({ label, from, to })),
        ...scale,
        zeroFails: values.zeroFails,
      };
    case 'gate':
      return { comment: values.comment };
    case 'votes':
      return { max: values.max, decimals: values.decimals };
    case 'note':
      return { to: values.to, required: values.required };
  }
}

const base = { key: '', label: '', help: null };
const scale = { step: 1, weight: 1, comment: 'optional' } as const;

/** A part as its form begins. */
export function newRubricPart(kind: PartKind): RubricPart {
  switch (kind) {
    case 'points':
      return { ...base, kind, max: 10, ...scale };
    case 'bands':
      return { ...base, kind, bands: [], zeroFails: false, ...scale };
    case 'gate':
      return { ...base, kind, comment: 'required' };
    case 'votes':
      return { ...base, kind, max: 20, decimals: 1 };
    case 'note':
      return { ...base, kind, to: 'author', required: false };
  }
}
