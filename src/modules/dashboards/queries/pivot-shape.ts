import type { Definition } from '../../indicators/index.ts';
import type { DatedPeriod, PivotQuestion, Place, Value } from '../rules/index.ts';

export interface PivotOrganisation {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  /** The place of a union, or the short name. */
  readonly name: string;
  /** The actor may open the records of its figures. */
  readonly opens: boolean;
}

export interface PivotIndicator {
  readonly definition: Definition;
  /** Heading of the benchmark table that it stands under. */
  readonly group: string | null;
  /** Its meaning changed between the periods. */
  readonly changed: boolean;
}

export interface Pivot {
  readonly question: PivotQuestion;
  readonly periods: readonly DatedPeriod[];
  readonly organisations: readonly PivotOrganisation[];
  readonly indicators: readonly PivotIndicator[];
  readonly valueAt: (place: Place) => Value;
  readonly adds: (indicator: string, period: string) => boolean;
  /** Codes that were asked for and are not there. */
  readonly missing: readonly string[];
  /** More than can be answered at once: then there are no figures. */
  readonly tooMany: {
    readonly what: 'figures' | 'organisations' | 'indicators';
    readonly count: number;
    readonly most: number;
  } | null;
}
