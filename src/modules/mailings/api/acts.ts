import { z } from 'zod';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { paceOf } from '../queries/index.ts';
import { paceInput } from '../schema.ts';
import {
  copyMailing,
  countAgain,
  resumeMailing,
  sendMailing,
  setPace,
  stopMailing,
  testLetter,
} from '../service/index.ts';
import { mailingIssues as issueWords } from '../vi.ts';
import { answer, oneMailingShape } from './views.ts';

const tag = 'mailings';

/** REST doors of what is done with a mailing. */
export function actEndpoints(api: Api): void {
  const versioned = z.object({ version: version() });
  for (const [name, command, summary] of [
    ['send', sendMailing, 'Send a draft, as a job; its run is in the answer'],
    ['resume', resumeMailing, 'Go on with a mailing that was stopped'],
  ] as const) {
    api.endpoint({
      method: 'post',
      path: `/mailings/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      query: versioned,
      response: oneMailingShape,
      words: issueWords,
      handler: async ({ cx, c, params, query }) => {
        const raw = { ...params, ...query, site: siteOf(c) };
        settled(await execute(cx, command, raw), issueWords);
        return answer(cx, params.pid);
      },
    });
  }
  simpleActs(api);
  api.endpoint({
    method: 'post',
    path: '/mailings/{pid}/copy',
    tag,
    summary: 'A new draft with the same words and recipients',
    params: byPid,
    response: oneMailingShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, params }) =>
      answer(cx, settled(await execute(cx, copyMailing, params), issueWords).pid),
  });
  paceEndpoints(api);
}

type Act = (cx: Cx, params: unknown) => Promise<Outcome<unknown>>;

function simpleActs(api: Api): void {
  const acts: readonly (readonly [string, Act, string])[] = [
    [
      'stop',
      (cx, raw) => execute(cx, stopMailing, raw),
      'Stop a mailing; letters not tried yet are taken back',
    ],
    ['count', (cx, raw) => execute(cx, countAgain, raw), 'Look again how many a draft would reach'],
    ['test', (cx, raw) => execute(cx, testLetter, raw), 'Send it to the account’s own address'],
  ];
  for (const [name, act, summary] of acts) {
    api.endpoint({
      method: 'post',
      path: `/mailings/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      response: oneMailingShape,
      words: issueWords,
      handler: async ({ cx, params }) => {
        settled(await act(cx, params), issueWords);
        return answer(cx, params.pid);
      },
    });
  }
}

function paceEndpoints(api: Api): void {
  const response = z.object({ per_hour: z.number().int() });
  api.endpoint({
    method: 'get',
    path: '/mailing-pace',
    tag,
    summary: 'How many letters an hour go out',
    response,
    handler: async ({ cx }) => ({ per_hour: (await paceOf(cx.db)).perHour }),
  });
  api.endpoint({
    method: 'put',
    path: '/mailing-pace',
    tag,
    summary: 'Set how many letters an hour go out, for the whole installation',
    body: paceInput,
    response,
    words: issueWords,
    handler: async ({ cx, body }) => settled(await execute(cx, setPace, body), issueWords),
  });
}
