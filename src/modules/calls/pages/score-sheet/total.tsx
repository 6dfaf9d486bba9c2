import {
  bandName,
  checkMarks,
  isScored,
  type Marks,
  markName,
  pointsOf,
  type Rubric,
  scoreOf,
  sheetMax,
} from '../../rules/index.ts';
import { sheetWords as words } from '../../vi/sheet.ts';

/** What the sheet comes to as far as it is filled in, what is still open, and what fails it. */
export function SheetTotal({ rubric, marks }: { readonly rubric: Rubric; readonly marks: Marks }) {
  const scored = rubric.parts.filter(isScored);
  const { points, failed, why } = scoreOf(rubric, marks);
  const wrong = new Set(checkMarks(rubric, marks).map(({ path }) => path));
  const open = scored.filter(({ key }) => wrong.has(markName(key)) || wrong.has(bandName(key)));
  const failing = rubric.parts.filter(({ key }) => why.includes(key)).map(({ label }) => label);
  return (
    <div class="sheet-total">
      {scored.length === 0 ? null : (
        <p>
          <span>{words.total}</span>{' '}
          <strong>{words.totalOf(pointsOf(points), pointsOf(sheetMax(rubric)))}</strong>
        </p>
      )}
      {open.length === 0 ? null : <p class="help">{words.unfinished(open.length)}</p>}
      {failed ? <p>{words.fails(failing.join('; '))}</p> : null}
    </div>
  );
}
