import { type Calibrated, type Calibration, calibrate } from './calibration/index.ts';
import { type Means, meansOf } from './means.ts';
import type { Hundredths } from './round.ts';
import type { RankedBy } from './sensitivity.ts';
import type { Scored } from './sheets.ts';
import { type Spread, spreadOf } from './spread.ts';

/** All figures of one dossier: what the judges gave always stands beside what was made of it. */
export interface DossierFigures extends Means, Omit<Calibrated, 'mean' | 'sheets'> {
  readonly spread: Spread | null;
}

export interface Figures {
  /** By key; a dossier without a sheet is not among them. */
  readonly dossiers: readonly DossierFigures[];
  readonly calibration: Calibration;
}

export interface FigureSettings {
  /** Left out on each side of the trimmed mean. */
  readonly trim: number;
  /** Highest − lowest above which the council has to discuss; null: never. */
  readonly spread: Hundredths | null;
}

export function figuresOf(scored: readonly Scored[], { trim, spread }: FigureSettings): Figures {
  const calibration = calibrate(scored);
  const byDossier = Map.groupBy(scored, ({ dossier }) => dossier);
  const dossiers = calibration.dossiers.map((one): DossierFigures => {
    const sheets = byDossier.get(one.dossier)!;
    const means = meansOf(
      sheets.map(({ points }) => points),
      trim,
    )!;
    return { ...one, ...means, spread: spreadOf(sheets, spread) };
  });
  return { dossiers, calibration };
}

/** The points that a ranking by this starts from. */
export function valueBy(figures: DossierFigures, by: RankedBy): Hundredths {
  return by === 'mean' ? figures.mean : by === 'trimmed' ? figures.trimmed : figures.calibrated;
}
