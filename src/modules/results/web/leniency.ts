import type { JudgeLine } from '../pages/office/leniency.tsx';
import type { Outcome } from '../rules/outcome/index.ts';
import { points, pageWords as words } from '../vi/pages.ts';

/** How points were calibrated, in a sentence for everybody. */
export function calibrationWords({ calibration }: Outcome): string {
  const { state, leniency, noise } = calibration;
  return state === 'calibrated'
    ? words.calibration.calibrated(points(leniency), points(noise))
    : words.calibration.raw;
}

/** How strict judges were found to be; only those who are named by their public ids. */
export const judgeLines = (
  { calibration }: Outcome,
  names: ReadonlyMap<string, string>,
): JudgeLine[] =>
  calibration.judges.flatMap(({ judge, sheets, mean, leniency, error, agreement }) => {
    const name = names.get(judge);
    if (name === undefined) return [];
    return [
      {
        judge: name,
        sheets,
        mean: points(mean),
        leniency: `${leniency > 0 ? '+' : ''}${points(leniency)}${words.error(error)}`,
        agreement: agreement === null ? '–' : points(agreement),
      },
    ];
  });
