import { z } from 'zod';
import { execute, type Outcome } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type Api, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { problemOf } from '../../../platform/http/problems.ts';
import { formRecords, formTimeline, reportForm, restated } from '../queries/index.ts';
import {
  cellInput,
  type FormAnswer,
  formInput,
  narrativeInput,
  rivalInput,
} from '../schema/index.ts';
import { saveForm, settleRival, writeCell, writeNarrative } from '../service/index.ts';
import { reportIssues as issueWords } from '../vi/index.ts';
import { answerView, formView, restatedView, timelineView } from './shapes.ts';
import { stepDoors } from './steps.ts';
import { shownAnswer, shownForm, shownRestated } from './views.ts';

const tag = 'report-forms';
const byPid = z.object({ pid: z.string() });
const ofRow = z.object({ pid: z.string(), row: z.string() });

/** REST doors of forms. */
export function reportsApi(api: Api): void {
  readDoors(api);
  placeDoors(api);
  recordDoors(api);
  stepDoors(api);
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/report-forms/{pid}',
    tag,
    summary: "One organisation's form in a round, with all its values",
    params: byPid,
    response: formView,
    handler: async ({ cx, params }) => shownForm(await reportForm(cx, params.pid)),
  });
  api.endpoint({
    method: 'get',
    path: '/report-forms/{pid}/timeline',
    tag,
    summary: 'What happened to a form, newest first',
    params: byPid,
    query: z.object({ size: pageQuery.size }),
    response: timelineView,
    handler: async ({ cx, params, query }) => ({
      items: await formTimeline(cx, params.pid, query.size),
    }),
  });
  api.endpoint({
    method: 'get',
    path: '/report-forms/{pid}/restated',
    tag,
    summary: 'Cells whose records say something else now than when the form was frozen',
    params: byPid,
    response: restatedView,
    handler: async ({ cx, params }) => ({
      items: (await restated(cx, params.pid)).map(shownRestated),
    }),
  });
}

function placeDoors(api: Api): void {
  api.endpoint({
    method: 'put',
    path: '/report-forms/{pid}/cells/{row}',
    tag,
    summary:
      'Write one cell; 409 with what stands when it changed meanwhile, what was sent is kept',
    params: ofRow,
    body: cellInput.omit({ pid: true, row: true }),
    response: answerView,
    words: issueWords,
    handler: async ({ cx, c, params, body }) =>
      written(c, await execute(cx, writeCell, { ...(body as object), ...params })),
  });
  api.endpoint({
    method: 'put',
    path: '/report-forms/{pid}/narratives/{section}',
    tag,
    summary: 'Write the words of one section; 409 as for cells',
    params: z.object({ pid: z.string(), section: z.string() }),
    body: narrativeInput.omit({ pid: true, section: true }),
    response: answerView,
    words: issueWords,
    handler: async ({ cx, c, params, body }) =>
      written(c, await execute(cx, writeNarrative, { ...(body as object), ...params })),
  });
  api.endpoint({
    method: 'put',
    path: '/report-forms/{pid}',
    tag,
    summary: 'Write many places, each by its own version; what is left out stays',
    params: byPid,
    body: formInput.omit({ pid: true }),
    response: answerView,
    words: issueWords,
    handler: async ({ cx, params, body }) =>
      answered(await execute(cx, saveForm, { ...(body as object), ...params })),
  });
  api.endpoint({
    method: 'post',
    path: '/report-forms/{pid}/rivals/{rival}',
    tag,
    summary: 'Keep what stands, or what was typed over it',
    params: z.object({ pid: z.string(), rival: z.string() }),
    body: rivalInput.pick({ keep: true }),
    response: answerView,
    words: issueWords,
    handler: async ({ cx, params, body }) =>
      answered(await execute(cx, settleRival, { ...(body as object), ...params })),
  });
}

function recordDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/report-forms/{pid}/cells/{row}/records',
    tag,
    summary: 'The records behind the derived value of a cell; their amounts add up to it',
    params: ofRow,
    query: z.object(pageQuery),
    handler: async ({ cx, c, params, query }) => {
      const { page, size } = query;
      const { items, total } = await formRecords(cx, params.pid, params.row, page, size);
      return pageOf(c, items, total, page, size);
    },
  });
}

const answered = (outcome: Outcome<FormAnswer>) => shownAnswer(settled(outcome, issueWords));

// What was sent is kept either way; 409 tells the sender that something else stands.
function written(c: WebContext, outcome: Outcome<FormAnswer>) {
  const answer = answered(outcome);
  const conflict = answer.places.find((place) => place.outcome === 'conflict');
  if (conflict === undefined) return answer;
  const body = { ...problemOf(new Conflict(conflict.version)), ...answer };
  return c.json({ ...body, form_version: answer.version, version: conflict.version }, 409, {
    'content-type': 'application/problem+json',
  });
}
