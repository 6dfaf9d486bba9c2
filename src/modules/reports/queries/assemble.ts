import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { Cx } from '../../../platform/command.ts';
import { allSources, type Sources } from '../../indicators/index.ts';
import { obligationByPid } from '../../rounds/index.ts';
import type { TemplateRow, TemplateSection } from '../../templates/index.ts';
import {
  cellIssues,
  differsFrom,
  fillFigures,
  isAnswered,
  lockOf,
  offeredOf,
  rivalIssues,
} from '../rules/index.ts';
import type { FormCell, FormNarrative, FormSection, ReportForm } from '../schema/index.ts';
import { yesNoWords } from '../vi/index.ts';
import { definitionOf } from './figures.ts';
import { type LoadedForm, loadForm, mayOf } from './form.ts';
import { problemsOf } from './problems.ts';
import type { StoredMessage } from './stored.ts';

/**
 * One organisation's form with all that stands in it, the same for every door. A constant number of
 * statements, whatever the numbers of rows, records and those below.
 * @throws NotFound when there is none that the actor may see
 */
export async function reportForm(
  cx: Cx,
  pid: string,
  sources: Sources = allSources,
): Promise<ReportForm> {
  return assembleForm(await loadForm(cx, await obligationByPid(cx, pid), sources));
}

/** Puts a form together from its parts. */
export function assembleForm(form: LoadedForm): ReportForm {
  const content = form.obligation.round.content;
  const bare = content.sections.flatMap((section) => section.rows.map((row) => cellOf(form, row)));
  const cells = new Map(bare.map((cell) => [cell.row.key, cell]));
  const sections = content.sections.map((section) => ({
    section,
    narrative: section.kind === 'narrative' ? narrativeOf(form, section, cells) : null,
    cells: section.rows.flatMap((row) => cells.get(row.key) ?? []),
  }));
  const warnings = problemsOf(form, sections);
  const shown = sections.map((section) => withWarnings(section, warnings));
  const blocking = [
    ...sections.flatMap(({ cells: own, narrative }) => [
      ...own.flatMap((cell) => cell.issues),
      ...(narrative?.issues ?? []),
    ]),
    ...returnIssues(form, null, ''),
  ];
  return {
    obligation: form.obligation,
    sections: shown,
    messages: form.messages.filter((message) => message.place === null),
    blocking,
    warnings,
    below: form.below,
    number: form.number,
    freeze: form.freeze,
    may: mayOf(form.obligation, form.rights, {
      editable: [...cells.values()].some((cell) => cell.editable) || anyNarrative(sections),
      taken: takenBack(form),
      numbered: form.number !== null,
    }),
  };
}

const anyNarrative = (sections: readonly FormSection[]): boolean =>
  sections.some((section) => section.narrative?.editable === true);

/** True when the one who collects has accepted places and nothing was sent again since. */
export function takenBack({
  places,
  messages,
  obligation,
}: Pick<LoadedForm, 'places' | 'messages' | 'obligation'>): boolean {
  const resent = messages.some(
    (one) => one.kind === 'return' && one.settledAt === obligation.submittedAt,
  );
  return !resent && [...places.values()].some((place) => place.state === 'accepted');
}

function cellOf(form: LoadedForm, row: TemplateRow): FormCell {
  const { obligation, figures, rights, today } = form;
  const { key, label, decimals } = row;
  const stored = form.places.get(key);
  const derived = figures.derived.get(key) ?? null;
  const below = figures.below.get(key);
  const previous = form.previous.get(key);
  const declared = stored?.declared ?? null;
  const nothing = derived === null && figures.nothing.has(key);
  const offered = offeredOf(derived, below?.sum ?? null, decimals, nothing);
  const state = stored?.state ?? 'open';
  const editable = rights.fill && lockOf(obligation, state, today) === null;
  const rivals = form.rivals.filter((rival) => rival.place === key);
  const differs = differsFrom(declared, derived, decimals);
  const reason = stored?.reason ?? null;
  return {
    row,
    declared,
    derived,
    below: below?.sum ?? null,
    belowOf: below?.of ?? 0,
    previous: previous?.value ?? null,
    previousPeriod: previous?.period ?? null,
    offered,
    nothing,
    reason,
    note: stored?.note ?? null,
    state,
    version: stored?.version ?? 0,
    updatedAt: stored?.updatedAt ?? null,
    updatedBy: stored?.updatedBy ?? null,
    differs,
    editable,
    issues: [
      ...cellIssues({
        key,
        label,
        required: row.required,
        declared,
        offered,
        derived,
        differs,
        reason,
        // Whoever looks: what keeps the form from being sent is the same for all.
        editable: lockOf(obligation, state, today) === null,
        rivals: rivals.length,
      }),
      ...returnIssues(form, key, label),
    ],
    messages: form.messages.filter((message) => message.place === key),
    rivals,
    records:
      definitionOf(row, figures.definitions) === undefined
        ? null
        : `bao-cao/phieu/${obligation.pid}/ban-ghi/${encodeURIComponent(key)}`,
  };
}

function narrativeOf(
  form: LoadedForm,
  section: TemplateSection,
  cells: ReadonlyMap<string, FormCell>,
): FormNarrative {
  const { key, title } = section;
  const stored = form.places.get(key);
  const state = stored?.state ?? 'open';
  const words = stored?.words ?? '';
  const rivals = form.rivals.filter((rival) => rival.place === key);
  const open = lockOf(form.obligation, state, form.today) === null;
  const shown = (source: string) => fillFigures(source, (row) => figureText(cells.get(row)));
  return {
    words,
    shown: shown(words),
    state,
    version: stored?.version ?? 0,
    updatedAt: stored?.updatedAt ?? null,
    updatedBy: stored?.updatedBy ?? null,
    editable: form.rights.fill && open,
    issues: [
      ...(open ? rivalIssues(`narratives.${key}`, key, title, rivals.length) : []),
      ...returnIssues(form, key, title),
    ],
    messages: form.messages.filter((message) => message.place === key),
    rivals,
    sentences: section.sentences.map((source) => ({ source, shown: shown(source) })),
  };
}

/** The figure of a row as it stands in a sentence: without its unit. Null when there is none. */
export function figureText(cell: FormCell | undefined): string | null {
  if (cell === undefined) return null;
  const value = cell.declared ?? cell.offered;
  if (value === null) return null;
  return cell.row.kind === 'yes_no'
    ? yesNoWords(value === 1)
    : formatNumber(value, cell.row.decimals);
}

/** A returned place that nobody changed or answered, while the form is returned. */
function returnIssues(form: LoadedForm, place: string | null, label: string): Issue[] {
  if (form.obligation.state !== 'returned') return [];
  const open = form.messages.filter((one) => !one.settled);
  const returns = open.filter((one) => one.kind === 'return' && one.place === place);
  const answered = {
    versions: new Map([...form.places].map(([key, { version }]) => [key, version])),
    answers: new Set(open.filter((one) => one.kind === 'answer').map((one) => one.place)),
  };
  const left = returns.filter((one: StoredMessage) => {
    return !isAnswered({ place, seen: one.seen ?? 0 }, answered);
  });
  return left.length === 0 ? [] : [issue(place ?? '', 'return_unanswered', { place, label })];
}

function withWarnings(section: FormSection, warnings: readonly Issue[]): FormSection {
  const at = (key: string) => warnings.filter((one) => one.data?.place === key);
  return {
    ...section,
    narrative: section.narrative && {
      ...section.narrative,
      issues: [...section.narrative.issues, ...at(section.section.key)],
    },
    cells: section.cells.map((cell) => ({
      ...cell,
      issues: [...cell.issues, ...at(cell.row.key)],
    })),
  };
}
