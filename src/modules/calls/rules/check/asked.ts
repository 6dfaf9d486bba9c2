import { makeDay } from '../../../../kernel/day.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { consentsDue } from '../consents.ts';
import { type EditionContent, fieldMeaning, type PeopleField, permits } from '../content/index.ts';

const authorsOf = ({ form }: EditionContent): PeopleField | null => {
  const field = fieldMeaning(form, 'authors');
  return field?.kind === 'people' ? field : null;
};

/** Rules that nothing in the form gives an answer to. */
export function askedIssues(content: EditionContent): Issue[] {
  const { eligibility, form } = content;
  const authors = authorsOf(content);
  const asksBirth = authors?.needs.includes('birth') === true;
  const lacks = (means: 'made' | 'worked'): boolean => fieldMeaning(form, means)?.required !== true;
  return [
    ...(eligibility.born !== null && !asksBirth
      ? [issue('eligibility.born', 'birth_not_asked')]
      : []),
    ...(minorsMayEnter(content) && authors?.asks.includes('representative') !== true
      ? [issue('eligibility.representative', 'representative_not_asked')]
      : []),
    ...(eligibility.made !== null && lacks('made')
      ? [issue('eligibility.made', 'made_not_asked')]
      : []),
    ...(eligibility.worked !== null && lacks('worked')
      ? [issue('eligibility.worked', 'worked_not_asked')]
      : []),
  ];
}

/** Whether the window lets somebody in whose representative has to agree, on the first day it may be. */
function minorsMayEnter({ eligibility, years }: EditionContent): boolean {
  const last = eligibility.born?.last ?? null;
  const on = makeDay(years.first, 1, 1);
  if (last === null || on === null) return false;
  return consentsDue(last, on, eligibility).includes('representative');
}

/** What an edition must have before it is announced, beside being free of contradictions. */
export function missingForOpening(content: EditionContent): Issue[] {
  const { basis, fields, form, phases, prizes, organisers, kind } = content;
  const entries = phases.filter((phase) => permits(phase, 'entrant', 'submit'));
  const contest = kind !== 'honour' && kind !== 'selection';
  return [
    ...(basis.length === 0 ? [issue('basis', 'no_basis')] : []),
    ...(contest && fields.length === 0 ? [issue('fields', 'no_fields')] : []),
    ...(contest && prizes.prizes.length === 0 ? [issue('prizes', 'no_prizes')] : []),
    ...(fieldMeaning(form, 'title') === null ? [issue('form', 'no_title_field')] : []),
    ...(authorsOf(content) === null ? [issue('form', 'no_authors_field')] : []),
    ...(organisers.some(({ role }) => role === 'lead') ? [] : [issue('organisers', 'no_lead')]),
    ...(entries.length === 0 ? [issue('phases', 'no_entry_phase')] : []),
    ...phases.flatMap((phase, at) => [
      ...(phase.opens === null
        ? [issue(`phases.${at}.opens`, 'phase_unset', { name: phase.name })]
        : []),
      ...(phase.closes === null && entries.includes(phase)
        ? [issue(`phases.${at}.closes`, 'entry_without_end', { name: phase.name })]
        : []),
      ...(phase.rubric === null && permits(phase, 'judge', 'judge')
        ? [issue(`phases.${at}.rubric`, 'phase_without_rubric', { name: phase.name })]
        : []),
    ]),
  ];
}
