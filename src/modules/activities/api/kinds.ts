import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, settled } from '../../../platform/http/api.ts';
import { allKinds, kindByCode } from '../queries/index.ts';
import { fieldTypes } from '../rules.ts';
import { type ActivityKind, kindChanges, newKind } from '../schema/index.ts';
import { addKind, changeKind } from '../service/index.ts';
import { activityIssues as issueWords } from '../vi.ts';

const kindShape = z.object({
  code: z.string(),
  name: z.string(),
  noun: z.string(),
  topic: z.string(),
  active: z.boolean(),
  public: z.boolean().describe('Everybody may know of its activities'),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(fieldTypes),
      required: z.boolean(),
      unit: z.string().optional(),
      help: z.string().optional(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
});

const byCode = z.object({ code: z.string() });
const tag = 'activities';

/** REST doors of the kinds of activities. */
export function kindDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/activity-kinds',
    tag,
    summary: 'Kinds of activity with their own fields',
    response: listOf(kindShape),
    handler: async ({ cx }) => {
      const items = [...(await allKinds(cx.db)).values()].map(kindView);
      return { items, total: items.length, next: null };
    },
  });
  api.endpoint({
    method: 'post',
    path: '/activity-kinds',
    tag,
    summary: 'A new kind of activity',
    body: newKind,
    response: kindShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      kindAnswer(cx, settled(await execute(cx, addKind, body), issueWords).code),
  });
  api.endpoint({
    method: 'patch',
    path: '/activity-kinds/{code}',
    tag,
    summary:
      'Change the words of a kind, offer it or not, open it to everybody or not, or add one field',
    params: byCode,
    body: kindChanges.omit({ code: true }),
    response: kindShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, changeKind, { ...body, ...params }), issueWords);
      return kindAnswer(cx, params.code);
    },
  });
}

async function kindAnswer(cx: Cx, code: string): Promise<unknown> {
  const kind = await kindByCode(cx.db, code);
  if (kind === null) throw new NotFound('activity kind');
  return kindView(kind);
}

function kindView(kind: ActivityKind) {
  const { code, name, noun, topic, active, public: open, fields } = kind;
  return { code, name, noun, topic, active, public: open, fields };
}
