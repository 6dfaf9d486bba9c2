import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { may } from '../../../platform/policy.ts';
import { allSources, type Sources } from '../../indicators/index.ts';
import { type Obligation, reportCheck, reportFill, reportReceive } from '../../rounds/index.ts';
import { rowsOf } from '../../templates/index.ts';
import { type Step, stepIssues } from '../rules/index.ts';
import type { Freeze, OfficialNumber, ReportForm } from '../schema/index.ts';
import { type FormFigures, formFigures, type Previous, previousFigures } from './figures.ts';
import {
  belowCounts,
  freezeOf,
  messagesOf,
  numberOfForm,
  openRivals,
  type StoredMessage,
  type StoredPlace,
  type StoredRival,
  storedPlaces,
} from './stored.ts';

/** What the actor has the right to, whatever the state of the form. */
export interface Rights {
  readonly fill: boolean;
  readonly check: boolean;
  readonly receive: boolean;
}

/** All that a form is made of. */
export interface LoadedForm {
  readonly obligation: Obligation;
  readonly places: ReadonlyMap<string, StoredPlace>;
  readonly rivals: readonly StoredRival[];
  readonly messages: readonly StoredMessage[];
  readonly figures: FormFigures;
  readonly previous: ReadonlyMap<string, Previous>;
  readonly below: ReportForm['below'];
  readonly number: OfficialNumber | null;
  readonly freeze: Freeze | null;
  readonly rights: Rights;
  readonly today: Day;
}

/** Reads all parts of a form. */
export async function loadForm(
  cx: Cx,
  obligation: Obligation,
  sources: Sources = allSources,
): Promise<LoadedForm> {
  const { db } = cx;
  const rows = rowsOf(obligation.round.content);
  return {
    obligation,
    places: await storedPlaces(db, obligation.id),
    rivals: await openRivals(db, obligation.id),
    messages: await messagesOf(db, obligation.id),
    figures: await formFigures(db, obligation, rows, sources),
    previous: await previousFigures(db, obligation, rows, sources),
    below: await belowCounts(db, obligation.id),
    number: await numberOfForm(db, obligation.id),
    freeze: await freezeOf(db, obligation.id),
    rights: await rightsOf(cx, obligation),
    today: cx.clock.today(),
  };
}

/** Whether the actor fills, approves and collects a form. */
export async function rightsOf(
  cx: Cx,
  { organisation, collector }: Pick<Obligation, 'organisation' | 'collector'>,
): Promise<Rights> {
  return {
    fill: await may(cx, reportFill, organisation.id),
    check: await may(cx, reportCheck, organisation.id),
    receive: await may(cx, reportReceive, collector.id),
  };
}

/** What the actor may do with the form as it stands. */
export function mayOf(
  obligation: Obligation,
  rights: Rights,
  facts: { readonly editable: boolean; readonly taken: boolean; readonly numbered: boolean },
): ReportForm['may'] {
  const now = (step: Step) => stepIssues(step, obligation).length === 0;
  return {
    fill: rights.fill && facts.editable,
    submit: rights.fill && now('submit'),
    withdraw: rights.fill && now('withdraw') && !facts.taken,
    check: rights.check && now('check'),
    receive: rights.receive,
    returns: rights.receive && now('returns'),
    accept: rights.receive && now('accept'),
    reopen: rights.receive && now('reopen'),
    freeze: rights.receive && now('freeze'),
    publish: rights.check && now('publish'),
    number: rights.fill && now('number') && !facts.numbered,
  };
}
