import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import {
  allSources,
  definitionsOn,
  type FigureRecord,
  figureRecords,
  recordPermissions,
  type Sources,
} from '../../indicators/index.ts';
import { openFigures } from '../../reporting/index.ts';
import { type Obligation, obligationByPid } from '../../rounds/index.ts';
import { rowsOf, type TemplateRow } from '../../templates/index.ts';
import { definitionOf } from './figures.ts';

export interface FormRecords {
  readonly obligation: Obligation;
  readonly row: TemplateRow;
  readonly items: readonly FigureRecord[];
  readonly total: number;
}

/**
 * The records behind the derived value of a row: their amounts add up to it.
 * @throws NotFound when there is no such form, row or indicator, or policy does not let the actor open
 * the records of that organisation
 */
export async function formRecords(
  cx: Cx,
  pid: string,
  key: string,
  page: number,
  size: number,
  sources: Sources = allSources,
): Promise<FormRecords> {
  const obligation = await obligationByPid(cx, pid);
  const { round, organisation } = obligation;
  const row = rowsOf(round.content).find((one) => one.key === key);
  if (row === undefined) throw new NotFound('report_cell');
  const definitions = await definitionsOn(cx.db, round.until);
  const definition = definitionOf(row, definitions);
  if (definition === undefined) throw new NotFound('indicator');
  const on = round.until;
  const question = { definition, definitions, on, structureDay: on, own: organisation.id };
  for (const wanted of [openFigures, ...recordPermissions(sources, question)]) {
    if (!(await may(cx, wanted, organisation.id))) throw new NotFound('report_records');
  }
  return { obligation, row, ...(await figureRecords(cx.db, sources, question, page, size)) };
}
