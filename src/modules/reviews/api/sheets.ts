import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalChoice, optionalText, text } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import {
  callsIssues,
  type Edition,
  editionByPid,
  isReviewing,
  type Phase,
} from '../../calls/index.ts';
import { reviewRead } from '../policy.ts';
import { tasksOfPhase, versionsOfSheets } from '../queries/index.ts';
import { sheetStates } from '../rules/index.ts';
import { paperInput, reopenInput } from '../schema/index.ts';
import { officeTask, paperSheet, partySight, reopenSheet } from '../service/index.ts';
import { reviewIssues } from '../vi/index.ts';
import { openedShape, sheetShape, sheetView, versionView } from './views.ts';

export const tag = 'reviews';
export const words = { ...callsIssues, ...reviewIssues };

/** An edition whose sheets the actor may read, with one of its reviewing phases. @throws NotFound */
export async function phaseOf(
  cx: Cx,
  pid: string,
  key: string,
): Promise<{ readonly edition: Edition; readonly phase: Phase }> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, reviewRead, edition.organisation.id))) throw new NotFound('edition');
  const phase = edition.content.phases.find((one) => one.key === key && isReviewing(one));
  if (phase === undefined) throw new NotFound('phase');
  return { edition, phase };
}

async function opened(cx: Cx, pid: string) {
  const task = await officeTask(cx, pid);
  const seen = partySight(cx, task.edition, task.at, 'secretariat').others;
  const versions = (await versionsOfSheets(cx.db, [task.id])).get(task.id) ?? [];
  return { ...sheetView(task, seen), versions: seen ? versions.map(versionView) : [] };
}

/** Score sheets of a phase, what was signed, opening again, and sheets on paper. */
export function sheetDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/score-sheets',
    tag,
    summary: 'Score sheets of a phase, by council, number and judge',
    params: byPid,
    query: z.object({
      ...pageQuery,
      phase: text(40).describe('Key of a phase in which judges judge'),
      council: optionalText(16).describe('Public id'),
      judge: optionalText(16).describe('Public id'),
      dossier: optionalText(16).describe('Public id'),
      state: optionalChoice(sheetStates),
    }),
    response: listOf(sheetShape),
    words,
    handler: async ({ cx, c, params, query }) => {
      const { page, size, phase: key, ...filter } = query;
      const { edition, phase } = await phaseOf(cx, params.pid, key);
      const tasks = await tasksOfPhase(cx, { ...filter, editionId: edition.id, phase: key });
      const seen = partySight(cx, edition, phase, 'secretariat').others;
      const shown = tasks.slice((page - 1) * size, page * size);
      const items = shown.map((task) => sheetView(task, seen));
      return pageOf(c, items, tasks.length, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/score-sheets/{pid}',
    tag,
    summary: 'One score sheet with all that was signed on it; the pid is that of the assignment',
    params: byPid,
    response: openedShape,
    handler: ({ cx, params }) => opened(cx, params.pid),
  });
  api.endpoint({
    method: 'post',
    path: '/score-sheets/{pid}/reopen',
    tag,
    summary: 'Opens a signed sheet again, with a reason; what was signed stays',
    params: byPid,
    body: reopenInput.omit({ pid: true }),
    response: openedShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, reopenSheet, { ...body, ...params }), words);
      return opened(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/score-sheets/{pid}/paper',
    tag,
    summary: 'Types in a sheet that its judge signed on paper',
    params: byPid,
    body: paperInput.omit({ pid: true }),
    response: openedShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, paperSheet, { ...body, ...params }), words);
      return opened(cx, params.pid);
    },
  });
}
