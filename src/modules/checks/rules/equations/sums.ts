import type { ProblemCode } from '../problem.ts';
import type { Value } from '../table/numbers.ts';
import { type CellKey, type Equation, instead, type Lookup, nearlySame, tidy } from './types.ts';

/** `target` is the sum of `parts`. */
export function sumEquation(
  code: ProblemCode,
  target: CellKey,
  parts: readonly CellKey[],
  data: Readonly<Record<string, unknown>> = {},
): Equation {
  const read = (of: Lookup): { stated: Value; values: Value[] } | null => {
    const stated = of(target);
    const values = parts.map(of);
    return stated === null || values.some((value) => value === null)
      ? null
      : { stated, values: values as Value[] };
  };
  return {
    code,
    target,
    cells: [target, ...parts],
    holds: (of) => {
      const got = read(of);
      return got === null || nearlySame(got.stated, total(got.values), got.values);
    },
    solve: (key, of) => {
      const got = read(of);
      if (got === null) return null;
      const places = Math.max(got.stated.decimals, ...got.values.map((value) => value.decimals));
      const sum = total(got.values);
      if (key === target) return tidy(sum, places);
      const own = of(key)!;
      return tidy(own.value + got.stated.value - sum, places);
    },
    data,
  };
}

/** `part` is not more than `whole`. */
export function withinEquation(part: CellKey, whole: CellKey): Equation {
  return {
    code: 'part_exceeds_whole',
    target: part,
    cells: [part, whole],
    holds: (of) => {
      const [a, b] = [of(part), of(whole)];
      return a === null || b === null || a.value <= b.value + 1e-9;
    },
    solve: (key, of) => (key === part ? (of(whole)?.value ?? null) : null),
    data: {},
  };
}

/** `target` is the mean of `parts`, rounded at its own last place. */
export function meanEquation(target: CellKey, parts: readonly CellKey[]): Equation {
  const mean = (of: Lookup): number | null => {
    const values = parts.map(of);
    if (values.length === 0 || values.some((value) => value === null)) return null;
    return total(values as Value[]) / values.length;
  };
  return {
    code: 'mean',
    target,
    cells: [target, ...parts],
    holds: (of) => {
      const [stated, computed] = [of(target), mean(of)];
      return stated === null || computed === null || isRounded(stated, computed);
    },
    solve: (key, of) => {
      const computed = mean(of);
      return key === target && computed !== null ? tidy(computed, of(target)!.decimals) : null;
    },
    data: { count: parts.length },
  };
}

/** Whether a printed figure is that number, rounded at its last place (or written out in full). */
export function isRounded(stated: Value, computed: number): boolean {
  if (!Number.isFinite(computed)) return false;
  const step = 10 ** -Math.min(stated.decimals, 9);
  return (
    Math.abs(stated.shown - computed) <= step / 2 + 1e-9 ||
    Math.abs(stated.value - computed) <= Math.max(1e-9, Math.abs(computed) * 1e-9)
  );
}

export const total = (values: readonly Value[]): number =>
  Number(values.reduce((sum, value) => sum + value.value, 0).toPrecision(15));

/** The lookup with one cell's number replaced. */
export function trying(of: Lookup, key: CellKey, value: number): Lookup {
  return (asked) => (asked === key ? instead(value, of(key)) : of(asked));
}
