import type { Cx } from '../../../platform/command.ts';
import { allSources, type Sources } from '../../indicators/index.ts';
import { obligationByPid } from '../../rounds/index.ts';
import { rowsOf } from '../../templates/index.ts';
import { differenceOf, sameFigure } from '../rules/index.ts';
import type { Restated } from '../schema/index.ts';
import { derivedFigures } from './figures.ts';
import { freezeContent } from './frozen.ts';

/**
 * The cells of which the records say something else now than when the form was frozen; none when it
 * never was. @throws NotFound when there is no form that the actor may see
 */
export async function restated(
  cx: Cx,
  pid: string,
  sources: Sources = allSources,
): Promise<Restated[]> {
  const { id, organisation, round } = await obligationByPid(cx, pid);
  const frozen = await freezeContent(cx.db, id);
  if (frozen === null) return [];
  const rows = rowsOf(round.content);
  const { values } = await derivedFigures(cx.db, round, rows, [organisation.id], sources);
  const now = values.get(organisation.id);
  return frozen.sections.flatMap((section) =>
    section.rows.flatMap((row): Restated[] => {
      const { key, label, unit, decimals, declared, derived: derivedThen } = row;
      const derivedNow = now?.get(key) ?? null;
      if (sameFigure(derivedThen, derivedNow, decimals)) return [];
      const difference = differenceOf(derivedNow, derivedThen, decimals);
      return [{ row: key, label, unit, decimals, declared, derivedThen, derivedNow, difference }];
    }),
  );
}
