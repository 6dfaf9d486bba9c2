import type { Day } from '../../../kernel/day.ts';
import type { Obligation } from '../../rounds/index.ts';
import type { TemplateRow, TemplateSection } from '../../templates/index.ts';
import type { OfficialNumber, ReportForm } from './form.ts';

/** A cell whose records say something else now than when the form was frozen. */
export interface Restated {
  readonly row: string;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  /** As frozen. */
  readonly declared: number | null;
  readonly derivedThen: number | null;
  readonly derivedNow: number | null;
  /** Now less then; null when one of them is not known. */
  readonly difference: number | null;
}

/** A row as it was frozen. */
export interface FrozenRow
  extends Pick<
    TemplateRow,
    'key' | 'number' | 'label' | 'unit' | 'decimals' | 'kind' | 'level' | 'indicator'
  > {
  readonly declared: number | null;
  readonly derived: number | null;
  readonly below: number | null;
  readonly belowOf: number;
  readonly reason: string | null;
  readonly note: string | null;
  /** Pid of the indicator's version that the derived value was counted by. */
  readonly definition: string | null;
  /** The records behind the derived value: how many, and the public ids of the first 5,000. */
  readonly records: { readonly count: number; readonly pids: readonly string[] } | null;
}

/** A form as it was frozen; the hash is over its canonical JSON. */
export interface FrozenContent {
  readonly format: 1;
  readonly form: string;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly collector: { readonly code: string; readonly name: string };
  readonly round: {
    readonly pid: string;
    readonly name: string;
    readonly period: string;
    readonly from: Day;
    readonly until: Day;
  };
  readonly frozenAt: string;
  readonly acceptedAt: string | null;
  readonly number: OfficialNumber | null;
  readonly below: ReportForm['below'];
  readonly sections: readonly (Pick<
    TemplateSection,
    'key' | 'number' | 'title' | 'level' | 'kind'
  > & {
    /** Of a narrative, as written. */
    readonly words: string | null;
    /** Of a narrative, with its figures. */
    readonly shown: string | null;
    readonly rows: readonly FrozenRow[];
  })[];
}

/** A report as everybody may see it. */
export interface PublicReport {
  readonly obligation: Obligation;
  readonly number: OfficialNumber | null;
  readonly sections: readonly (Pick<
    TemplateSection,
    'key' | 'number' | 'title' | 'level' | 'kind'
  > & {
    /** Of a narrative, with its figures. */
    readonly shown: string | null;
    readonly rows: readonly Pick<
      FrozenRow,
      'key' | 'number' | 'label' | 'unit' | 'decimals' | 'kind' | 'level' | 'declared'
    >[];
  })[];
}
