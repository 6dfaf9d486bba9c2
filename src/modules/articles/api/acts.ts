import { z } from 'zod';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { placeFields, publishInput, scheduleFields, withReason } from '../schema/index.ts';
import {
  approveArticle,
  discardChange,
  editArticle,
  placeArticle,
  publishArticle,
  returnArticle,
  scheduleArticle,
  submitArticle,
  unscheduleArticle,
  withdrawArticle,
} from '../service/index.ts';
import { articleIssues } from '../vi/index.ts';
import { answer, oneArticleShape } from './views.ts';

const tag = 'articles';
const versioned = { version: version() };

type Act = (cx: Cx, raw: unknown) => Promise<Outcome<unknown>>;

const acts: readonly {
  readonly name: string;
  readonly summary: string;
  readonly body: z.ZodObject;
  readonly act: Act;
}[] = [
  {
    name: 'submit',
    summary: 'Send it in',
    body: z.strictObject(versioned),
    act: (cx, raw) => execute(cx, submitArticle, raw),
  },
  {
    name: 'edit',
    summary: 'An editor is through with it',
    body: z.strictObject(versioned),
    act: (cx, raw) => execute(cx, editArticle, raw),
  },
  {
    name: 'approve',
    summary: 'Approve it',
    body: z.strictObject(versioned),
    act: (cx, raw) => execute(cx, approveArticle, raw),
  },
  {
    name: 'return',
    summary: 'Give it back to its writer, with what is to be mended',
    body: withReason.omit({ pid: true }),
    act: (cx, raw) => execute(cx, returnArticle, raw),
  },
  {
    name: 'publish',
    summary: 'Make its newest version public now; `at` when it was public elsewhere before',
    body: publishInput.omit({ pid: true }),
    act: (cx, raw) => execute(cx, publishArticle, raw),
  },
  {
    name: 'schedule',
    summary: 'Make it public on a day at a time in Vietnam',
    body: z.strictObject({ ...versioned, ...scheduleFields }),
    act: (cx, raw) => execute(cx, scheduleArticle, raw),
  },
  {
    name: 'unschedule',
    summary: 'Drop its schedule',
    body: z.strictObject(versioned),
    act: (cx, raw) => execute(cx, unscheduleArticle, raw),
  },
  {
    name: 'withdraw',
    summary: 'Take it off the public site',
    body: withReason.omit({ pid: true }),
    act: (cx, raw) => execute(cx, withdrawArticle, raw),
  },
  {
    name: 'discard',
    summary: 'Drop the change begun beside the public version',
    body: z.strictObject(versioned),
    act: (cx, raw) => execute(cx, discardChange, raw),
  },
  {
    name: 'place',
    summary: 'Its place in the lead of the home, comments, last day; holds at once',
    body: z.strictObject({ ...versioned, ...placeFields }),
    act: (cx, raw) => execute(cx, placeArticle, raw),
  },
];

/** REST doors of what is done with an article. */
export function actEndpoints(api: Api): void {
  for (const { name, summary, body, act } of acts)
    api.endpoint({
      method: 'post',
      path: `/articles/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      body,
      response: oneArticleShape,
      words: articleIssues,
      handler: async ({ cx, params, body: sent }) => {
        const raw = { ...(sent as Record<string, unknown>), pid: params.pid };
        settled(await act(cx, raw), articleIssues);
        return answer(cx, params.pid);
      },
    });
}
