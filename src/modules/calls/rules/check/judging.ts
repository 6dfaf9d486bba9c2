import { type Issue, issue } from '../../../../kernel/issue.ts';
import {
  type EditionContent,
  type Fraction,
  type Phase,
  type PhaseReview,
  permits,
  type Rubric,
} from '../content/index.ts';
import { pointsOf, rubricMax, sheetMax } from '../scoring/index.ts';
import { codePattern, repeats } from './terms.ts';

const mostJudges = 50;
const mostTrim = 3;
const mostOf = 1000;

/** Phases that are judged by a sheet that is not there, or in a way that cannot be; rules of voting. */
export function judgingIssues(content: EditionContent): Issue[] {
  return [
    ...content.phases.flatMap((phase, at) => sheetIssues(content, phase, `phases.${at}`)),
    ...content.rubrics.flatMap((rubric, at) =>
      content.phases.some((phase) => phase.rubric === rubric.key)
        ? unreachable(rubric, `rubrics.${at}.pass`)
        : [],
    ),
    ...votingIssues(content),
  ];
}

/** Whether something on it can be judged. */
const isEmpty = ({ parts }: Rubric): boolean =>
  parts.every(({ kind }) => kind === 'votes' || kind === 'note');

function sheetIssues({ rubrics }: EditionContent, phase: Phase, path: string): Issue[] {
  const { name, rubric: key, review } = phase;
  const rubric = rubrics.find((one) => one.key === key);
  if (key !== null && rubric === undefined)
    return [issue(`${path}.rubric`, 'rubric_unknown', { name, typed: key })];
  if (rubric === undefined)
    return review === null ? [] : [issue(`${path}.rubric`, 'review_without_rubric', { name })];
  return [
    ...(isEmpty(rubric)
      ? [issue(`${path}.rubric`, 'rubric_empty', { name, rubric: rubric.name })]
      : []),
    ...(permits(phase, 'judge', 'judge')
      ? []
      : [issue(`${path}.permits`, 'rubric_without_judges', { name, rubric: rubric.name })]),
    ...(review === null ? [] : reviewIssues(name, review, rubric, `${path}.review`)),
  ];
}

// A sheet is made part by part: whether its least total can be reached is asked once it is judged by.
function unreachable(rubric: Rubric, path: string): Issue[] {
  const { name, pass } = rubric;
  const most = pointsOf(rubricMax(rubric));
  return pass !== null && pass > most
    ? [issue(path, 'pass_unreachable', { name, pass, most })]
    : [];
}

function reviewIssues(name: string, review: PhaseReview, rubric: Rubric, path: string): Issue[] {
  const { each, trim, spread, by, goes_on } = review;
  const most = pointsOf(sheetMax(rubric));
  const whole = (value: number, least: number, top: number): boolean =>
    Number.isInteger(value) && value >= least && value <= top;
  const eachWrong = each !== null && !whole(each, 1, mostJudges);
  const trimWrong = !whole(trim, 0, mostTrim);
  const spreadWrong = spread !== null && (spread <= 0 || spread > most);
  return [
    ...(eachWrong ? [issue(`${path}.each`, 'each_wrong', { name, each, most: mostJudges })] : []),
    ...(trimWrong ? [issue(`${path}.trim`, 'trim_wrong', { name, trim, most: mostTrim })] : []),
    ...(!trimWrong && !eachWrong && each !== null && trim * 2 >= each
      ? [issue(`${path}.trim`, 'trim_leaves_none', { name, trim, each })]
      : []),
    ...(by === 'trimmed' && trim === 0 ? [issue(`${path}.trim`, 'trim_of_none', { name })] : []),
    ...(spreadWrong ? [issue(`${path}.spread`, 'spread_wrong', { name, spread, most })] : []),
    ...(goes_on !== null && !whole(goes_on, 1, Number.MAX_SAFE_INTEGER)
      ? [issue(`${path}.goes_on`, 'goes_on_wrong', { name, count: goes_on })]
      : []),
  ];
}

function votingIssues({ voting }: EditionContent): Issue[] {
  const path = (at: number): string => `voting.${at}`;
  return [
    ...voting.flatMap(({ key, name, share, quorum }, at) => [
      ...(codePattern.test(key) ? [] : [issue(`${path(at)}.key`, 'key_wrong', { typed: key })]),
      ...(name.trim() === '' ? [issue(`${path(at)}.name`, 'voting_name_missing')] : []),
      ...(isShare(share)
        ? []
        : [issue(`${path(at)}.share`, 'voting_share_wrong', { name, ...share })]),
      ...(quorum === null || isShare(quorum)
        ? []
        : [issue(`${path(at)}.quorum`, 'voting_share_wrong', { name, ...quorum })]),
    ]),
    ...repeats(
      voting,
      ({ key }) => key,
      (at) => `${path(at)}.key`,
      'voting_key_twice',
      'keys',
    ),
    ...repeats(
      voting,
      ({ name }) => name,
      (at) => `${path(at)}.name`,
      'voting_name_twice',
    ),
  ];
}

const isShare = ({ parts, of }: Fraction): boolean =>
  Number.isInteger(parts) && Number.isInteger(of) && parts > 0 && parts <= of && of <= mostOf;
