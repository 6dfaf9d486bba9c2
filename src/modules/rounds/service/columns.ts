import { type Issue, issue } from '../../../kernel/issue.ts';
import { parsePeriod } from '../../../kernel/period.ts';
import type { Cx } from '../../../platform/command.ts';
import { type Template, templateById } from '../../templates/index.ts';
import type { Round, RoundEdit, RoundInput } from '../schema.ts';
import { roundName } from '../vi.ts';

/** Type of the subject in the event log. */
export const type = 'report_round';

/** What is wrong with a draft. */
export function issuesOf(
  template: Template | null,
  input: RoundInput | RoundEdit,
): readonly Issue[] {
  const period = parsePeriod(input.period);
  const wrongKind = template !== null && period !== null && period.kind !== template.periodKind;
  return [
    ...(template === null ? [issue('template', 'unknown_template')] : []),
    ...(template !== null && template.content.sections.length === 0
      ? [issue('template', 'empty_template')]
      : []),
    ...(period === null || period.kind === 'to_date' || wrongKind
      ? [issue('period', 'not_its_period', { typed: input.period })]
      : []),
    ...(input.asked.length === 0 ? [issue('asked', 'choose_kinds')] : []),
    ...(input.due_on < input.opens_on ? [issue('due_on', 'due_before_opening')] : []),
  ];
}

// What those who were asked have been told stays as it was.
const fixedOnceOpen = ['template', 'period', 'name', 'asked', 'cascades', 'opens_on'] as const;

/** What may not change in an open round. */
export function openIssues(
  round: Round,
  template: Template | null,
  input: RoundEdit,
): readonly Issue[] {
  const sent: Record<string, unknown> = {
    ...input,
    name: input.name ?? round.name,
    template: template?.id ?? round.templateId,
    asked: [...input.asked].sort().join(),
  };
  const stands: Record<string, unknown> = {
    template: round.templateId,
    period: round.period,
    name: round.name,
    asked: [...round.asked].sort().join(),
    cascades: round.cascades,
    opens_on: round.opensOn,
  };
  return [
    ...fixedOnceOpen
      .filter((field) => sent[field] !== stands[field])
      .map((field) => issue(field, 'fixed_once_open')),
    ...(input.due_on < round.opensOn ? [issue('due_on', 'due_before_opening')] : []),
  ];
}

/** The columns that a form writes. */
export function written(organisationId: string, template: Template, input: RoundInput | RoundEdit) {
  return {
    organisation_id: organisationId,
    template_id: template.id,
    name: input.name ?? roundName(template.name, input.period),
    period: input.period,
    asked: input.asked,
    cascades: input.cascades,
    opens_on: input.opens_on,
    due_on: input.due_on,
    words: input.words,
    opens_itself: input.opens_itself,
  };
}

/** The same as they stand. */
export function standing(round: Round): ReturnType<typeof written> {
  return {
    organisation_id: round.organisation.id,
    template_id: round.templateId,
    name: round.name,
    period: round.period,
    asked: round.asked as ReturnType<typeof written>['asked'],
    cascades: round.cascades,
    opens_on: round.opensOn,
    due_on: round.dueOn,
    words: round.words,
    opens_itself: round.opensItself,
  };
}

/** The full input of an edit: what stands, with what was sent in its place. */
export async function changedRound(cx: Cx, round: Round, sent: object): Promise<object> {
  const { organisation_id: _o, template_id, ...row } = standing(round);
  const template = await templateById(cx.db, template_id);
  return {
    template: template?.pid ?? '',
    ...row,
    version: round.version,
    ...sent,
    pid: round.pid,
  };
}
