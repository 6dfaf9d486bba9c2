import { type Issue, issue } from '../../../../kernel/issue.ts';
import {
  type Band,
  type BandsPart,
  type EditionContent,
  isScored,
  type Rubric,
  type RubricPart,
  type ScoredPart,
} from '../content/index.ts';
import { hundredths } from '../scoring/index.ts';
import { codePattern, repeats } from './terms.ts';

/** The most that one part may give, and the largest weight. */
const mostPoints = 1000;
const mostWeight = 100;

/** Sheets that contradict themselves: keys, ranges, steps, bands, least totals. */
export function rubricIssues({ rubrics }: EditionContent): Issue[] {
  const path = (at: number): string => `rubrics.${at}`;
  return [
    ...rubrics.flatMap((rubric, at) => oneRubric(rubric, path(at))),
    ...repeats(
      rubrics,
      ({ key }) => key,
      (at) => `${path(at)}.key`,
      'rubric_key_twice',
      'keys',
    ),
    ...repeats(
      rubrics,
      ({ name }) => name,
      (at) => `${path(at)}.name`,
      'rubric_name_twice',
    ),
  ];
}

function oneRubric(rubric: Rubric, path: string): Issue[] {
  const { key, name, pass, parts } = rubric;
  const at = (n: number, field: string): string => `${path}.parts.${n}.${field}`;
  return [
    ...(codePattern.test(key) ? [] : [issue(`${path}.key`, 'key_wrong', { typed: key })]),
    ...(name.trim() === '' ? [issue(`${path}.name`, 'rubric_name_missing')] : []),
    ...(pass === null || (pass > 0 && isFine(pass))
      ? []
      : [issue(`${path}.pass`, 'pass_wrong', { name, pass })]),
    ...parts.flatMap((part, n) => onePart(part, `${path}.parts.${n}`)),
    ...repeats(
      parts,
      (part) => part.key,
      (n) => at(n, 'key'),
      'part_key_twice',
      'keys',
    ),
    ...repeats(
      parts,
      ({ label }) => label,
      (n) => at(n, 'label'),
      'part_label_twice',
    ),
  ];
}

function onePart(part: RubricPart, path: string): Issue[] {
  const { key, label } = part;
  return [
    ...(codePattern.test(key) ? [] : [issue(`${path}.key`, 'key_wrong', { typed: key })]),
    ...(label.trim() === '' ? [issue(`${path}.label`, 'part_label_missing')] : []),
    ...(isScored(part) ? scaleIssues(part, path) : []),
    ...(part.kind === 'points' || part.kind === 'votes' ? maxIssues(part, path) : []),
    ...(part.kind === 'bands' ? bandIssues(part, path) : []),
  ];
}

// No finer than hundredths, in which points are counted.
const isFine = (value: number): boolean => Math.abs(value * 100 - hundredths(value)) < 1e-6;
const isStep = (value: number, step: number): boolean =>
  isFine(value) && hundredths(value) % hundredths(step) === 0;
const stepIsWrong = ({ step }: ScoredPart): boolean =>
  !isFine(step) || step < 0.01 || step > mostPoints;

function scaleIssues(part: ScoredPart, path: string): Issue[] {
  const { label, weight, step } = part;
  const weightWrong = !isFine(weight) || weight < 0.01 || weight > mostWeight;
  return [
    ...(stepIsWrong(part) ? [issue(`${path}.step`, 'step_wrong', { label, step })] : []),
    ...(weightWrong
      ? [issue(`${path}.weight`, 'weight_wrong', { label, weight, most: mostWeight })]
      : []),
  ];
}

function maxIssues(part: RubricPart & { readonly max: number }, path: string): Issue[] {
  const { label, max } = part;
  if (!isFine(max) || max <= 0 || max > mostPoints)
    return [issue(`${path}.max`, 'max_wrong', { label, max, most: mostPoints })];
  return part.kind === 'points' && !stepIsWrong(part) && !isStep(max, part.step)
    ? [issue(`${path}.max`, 'max_off_step', { label, max, step: part.step })]
    : [];
}

function bandIssues(part: BandsPart, path: string): Issue[] {
  const { label, bands, zeroFails } = part;
  if (bands.length === 0) return [issue(`${path}.bands`, 'no_bands', { label })];
  const zero = bands.some(({ from }) => from === 0);
  return [
    ...bands.flatMap((band, at) => ownBand(part, band, `${path}.bands.${at}`)),
    ...bands.flatMap((band, at) => belowIssues(bands[at - 1], band, `${path}.bands.${at}`)),
    ...(zeroFails && !zero ? [issue(`${path}.zeroFails`, 'zero_not_offered', { label })] : []),
    ...repeats(
      bands,
      (band) => band.label,
      (at) => `${path}.bands.${at}.label`,
      'band_twice',
    ),
  ];
}

function ownBand(part: BandsPart, band: Band, path: string): Issue[] {
  const { from, to } = band;
  const about = { label: part.label, band: band.label, from, to };
  const off = ([from, to] as const).some(
    (value) => !stepIsWrong(part) && !isStep(value, part.step),
  );
  return [
    ...(band.label.trim() === '' ? [issue(`${path}.label`, 'band_label_missing', about)] : []),
    ...(from > to ? [issue(`${path}.from`, 'band_turned', about)] : []),
    ...(from < 0 || to > mostPoints
      ? [issue(`${path}.from`, 'band_outside', { ...about, most: mostPoints })]
      : []),
    ...(off ? [issue(`${path}.from`, 'band_off_step', { ...about, step: part.step })] : []),
  ];
}

/** From the highest to the lowest, and no figure in two of them. */
function belowIssues(above: Band | undefined, band: Band, path: string): Issue[] {
  if (above === undefined || band.to < above.from) return [];
  const about = { band: band.label, to: band.to, above: above.label, from: above.from };
  return [issue(`${path}.to`, band.from > above.to ? 'bands_rise' : 'bands_overlap', about)];
}
