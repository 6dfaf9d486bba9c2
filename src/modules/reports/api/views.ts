import type { z } from 'zod';
import type { Issue } from '../../../kernel/issue.ts';
import { api } from '../../../platform/http/addresses.ts';
import { sayFound } from '../queries/index.ts';
import { fullNumber } from '../rules/index.ts';
import type {
  FormAnswer,
  FormCell,
  FormNarrative,
  Message,
  OfficialNumber,
  PlaceAnswer,
  ReportForm,
  Restated,
  Rival,
} from '../schema/index.ts';
import { reportIssues } from '../vi/index.ts';
import type { formView } from './shapes.ts';

const shownIssue = (one: Issue) => ({
  path: one.path,
  code: one.code,
  message: sayFound(one, reportIssues),
});
const shownMessage = ({ pid, place, kind, words: said, by, at, settled }: Message) => ({
  pid,
  place,
  kind,
  words: said,
  by,
  at,
  settled,
});
const shownRival = ({ pid, declared, reason, note, words: typed, by, at }: Rival) => ({
  pid,
  declared,
  reason,
  note,
  words: typed,
  by,
  at,
});

function shownPlace(place: FormCell | FormNarrative) {
  return {
    state: place.state,
    version: place.version,
    updated_at: place.updatedAt,
    updated_by: place.updatedBy,
    editable: place.editable,
    issues: place.issues.map(shownIssue),
    messages: place.messages.map(shownMessage),
    rivals: place.rivals.map(shownRival),
  };
}

function shownCell(pid: string, cell: FormCell) {
  const { key, number, label, unit, decimals, kind, required } = cell.row;
  const { declared, derived, below, previous, offered, reason, note, differs } = cell;
  return {
    row: key,
    number,
    label,
    unit,
    decimals,
    kind,
    required,
    declared,
    derived,
    below,
    below_of: cell.belowOf,
    previous,
    previous_period: cell.previousPeriod,
    offered,
    no_records: cell.nothing,
    reason,
    note,
    differs,
    records:
      cell.records === null
        ? null
        : api(`report-forms/${pid}/cells/${encodeURIComponent(key)}/records`),
    ...shownPlace(cell),
  };
}

export function shownNumber(one: OfficialNumber) {
  return {
    pid: one.pid,
    number: one.number,
    year: one.year,
    symbol: one.symbol,
    full: fullNumber(one.number, one.symbol),
    signed_on: one.signedOn,
    signer: one.signer,
    position: one.position,
    authority: one.authority,
    authority_of: one.authorityOf,
  };
}

/** A form as REST gives it. */
export function shownForm(form: ReportForm): z.output<typeof formView> {
  const { obligation } = form;
  const { pid, round } = obligation;
  return {
    pid,
    round: round.pid,
    period: round.period,
    organisation: obligation.organisation.code,
    collector: obligation.collector.code,
    state: obligation.state,
    due_on: obligation.dueOn,
    open_until: obligation.openUntil,
    version: obligation.version,
    sections: form.sections.map(({ section, narrative, cells }) => ({
      key: section.key,
      number: section.number,
      title: section.title,
      kind: section.kind,
      narrative: narrative && {
        words: narrative.words,
        shown: narrative.shown,
        ...shownPlace(narrative),
      },
      cells: cells.map((cell) => shownCell(pid, cell)),
    })),
    messages: form.messages.map(shownMessage),
    blocking: form.blocking.map(shownIssue),
    warnings: form.warnings.map(shownIssue),
    below: { ...form.below },
    number: form.number && shownNumber(form.number),
    freeze: form.freeze && { ...form.freeze },
    published_at: obligation.publishedAt,
    may: { ...form.may },
  };
}

export function shownAnswer({ pid, state, version, places }: FormAnswer) {
  return { pid, state, version, places: places.map((place: PlaceAnswer) => ({ ...place })) };
}

export const shownRestated = (one: Restated) => ({
  row: one.row,
  label: one.label,
  unit: one.unit,
  declared: one.declared,
  derived_then: one.derivedThen,
  derived_now: one.derivedNow,
  difference: one.difference,
});
