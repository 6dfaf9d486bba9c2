import { z } from 'zod';
import { NotFound } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import { complaintRead } from '../policy.ts';
import {
  complaintByPid,
  type complaintSorts,
  figuresOf,
  frozenOf,
  listComplaints,
  stepsOf,
} from '../queries/index.ts';
import { complaintStates, topics } from '../rules/index.ts';
import { rulesOf } from '../service/index.ts';
import {
  complaintShape,
  complaintView,
  figuresShape,
  rulesShape,
  rulesView,
  stepShape,
  stepView,
} from './views.ts';

const tag = 'complaints';
const ofEdition = '/editions/{pid}/complaints';

const listQuery = z.object({
  ...pageQuery,
  state: z.enum(complaintStates).optional(),
  topic: z.enum(topics).optional(),
  due: z.enum(['over', 'soon']).optional().describe('The last day is over, or at most 3 days off'),
  about: z.string().optional().describe('Public id of the dossier complained about'),
  sort: z.enum(['number', 'due', 'day']).default('number'),
  q: optionalText(200),
});

const sorts = { number: 'so', due: 'han', day: 'ngay' } as const satisfies Record<
  string,
  (typeof complaintSorts)[number]
>;

type Cx = Parameters<typeof editionByPid>[0];

/** An edition whose complaints the account may read. @throws NotFound */
export async function readable(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, complaintRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export function readApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: ofEdition,
    tag,
    summary: 'Complaints about an edition',
    params: byPid,
    query: listQuery,
    response: listOf(complaintShape),
    handler: async ({ cx, c, params, query }) => {
      const { page, size, state, topic, due, about, sort, q } = query;
      const { rows, total } = await listComplaints(cx, {
        edition: (await readable(cx, params.pid)).id,
        state: state ?? null,
        topic: topic ?? null,
        due: due ?? null,
        about: about ?? null,
        q: q ?? '',
        sort: sorts[sort],
        descending: false,
        page,
        size,
      });
      const today = cx.clock.today();
      return pageOf(
        c,
        rows.map((row) => complaintView(row, today)),
        total,
        page,
        size,
      );
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/complaint-figures',
    tag,
    summary: 'How many complaints there are about an edition, and how many were answered in time',
    params: byPid,
    response: figuresShape,
    handler: async ({ cx, params }) => {
      const { answeredInTime, ...figures } = await figuresOf(
        cx,
        (await readable(cx, params.pid)).id,
      );
      return { ...figures, answered_in_time: answeredInTime };
    },
  });
  api.endpoint({
    method: 'get',
    path: '/editions/{pid}/complaint-rules',
    tag,
    summary: 'In how many days complaints about an edition are accepted and answered',
    params: byPid,
    response: rulesShape,
    handler: async ({ cx, params }) => rulesView(await rulesOf(cx, await readable(cx, params.pid))),
  });
  oneApi(api);
}

function oneApi(api: Api): void {
  const path = '/complaints/{pid}';
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'One complaint',
    params: byPid,
    response: complaintShape,
    handler: async ({ cx, params }) =>
      complaintView(await complaintByPid(cx, params.pid), cx.clock.today()),
  });
  api.endpoint({
    method: 'get',
    path: `${path}/steps`,
    tag,
    summary: 'Who did what with a complaint, when and why, in its order',
    params: byPid,
    response: z.object({ items: z.array(stepShape) }),
    handler: async ({ cx, params }) => {
      const { id } = await complaintByPid(cx, params.pid);
      return { items: (await stepsOf(cx.db, id)).map(stepView) };
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/frozen`,
    tag,
    summary: 'All that was sent, as the text that was hashed',
    params: byPid,
    response: z.object({ text: z.string(), sha256: z.string() }),
    handler: async ({ cx, params }) => {
      const { id, sha256 } = await complaintByPid(cx, params.pid);
      return { text: await frozenOf(cx.db, id), sha256 };
    },
  });
}
