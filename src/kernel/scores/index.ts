export {
  type AsRaw,
  type By,
  type Calibrated,
  type Calibration,
  calibrate,
  type Group,
  type JudgeFigures,
} from './calibration/index.ts';
export { type Belief, chancesOf } from './chances.ts';
export {
  type DossierFigures,
  type FigureSettings,
  type Figures,
  figuresOf,
  valueBy,
} from './figures.ts';
export { type Means, meansOf } from './means.ts';
export { type Ranked, ranked, type Valued } from './ranks.ts';
export { type Hundredths, halfUp } from './round.ts';
export {
  type Line,
  type LineWithout,
  type Moved,
  type RankedBy,
  type SensitivitySettings,
  sensitivityOf,
  type WithoutJudge,
} from './sensitivity.ts';
export type { Scored } from './sheets.ts';
export { type Spread, spreadOf } from './spread.ts';
export { type AtLine, type CutLine, type CutSettings, cutLine } from './ties.ts';
