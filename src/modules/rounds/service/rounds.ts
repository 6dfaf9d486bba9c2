import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { issue } from '../../../kernel/issue.ts';
import { parsePeriod, periodEnd } from '../../../kernel/period.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { type Template, templateByPid } from '../../templates/index.ts';
import { roundManage } from '../policy.ts';
import { roundByPid } from '../queries/index.ts';
import { type Round, type RoundInput, roundEdit, roundInput } from '../schema.ts';
import { issuesOf, openIssues, standing, type, written } from './columns.ts';

interface Loaded {
  readonly organisation: string | null;
  readonly template: Template | null;
}

async function loaded(cx: Cx, input: RoundInput): Promise<Loaded> {
  const found = await findOrganisation(cx.db, input.organisation, cx.clock.today());
  return { organisation: found?.id ?? null, template: await liveTemplate(cx, input.template) };
}

async function liveTemplate(cx: Cx, pid: string): Promise<Template | null> {
  const template = await templateByPid(cx.db, pid);
  return template === null || template.deletedAt !== null ? null : template;
}

/** A round as a draft: nobody is asked before it is opened. */
export const createRound = command({
  name: 'report_round.create',
  input: roundInput,
  permission: roundManage,
  load: loaded,
  at: ({ organisation }) => (organisation === null ? [] : [organisation]),
  check: ({ organisation, template }, input) => [
    ...(organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : []),
    ...issuesOf(template, input),
  ],
  run: async (cx, { organisation, template }, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const row = written(organisation ?? '', template as Template, input);
    await sql`insert into report_round (id, pid, organisation_id, template_id, name, period, during,
        content, asked, cascades, opens_on, due_on, words, opens_itself, search, created_at)
      values (${id}, ${pid}, ${row.organisation_id}, ${row.template_id}, ${row.name}, ${row.period},
        ${range(row.period)}, ${JSON.stringify((template as Template).content)}::jsonb,
        ${row.asked}::text[], ${row.cascades}, ${row.opens_on}, ${row.due_on}, ${row.words},
        ${row.opens_itself}, ${foldForSearch(row.name)}, ${cx.clock.now()})`.execute(cx.db);
    return {
      result: { pid },
      subject: { type, id },
      organisationId: organisation,
      changes: changesBetween(null, row),
    };
  },
});

/** Changes a draft; of an open round only the due day and the words, which those follow who were not extended. */
export const editRound = command({
  name: 'report_round.edit',
  input: roundEdit,
  permission: roundManage,
  load: async (cx, input) => {
    const round = await roundByPid(cx, input.pid);
    const template = await templateByPid(cx.db, input.template);
    return { round, template: template?.deletedAt === null ? template : null };
  },
  at: ({ round }) => [round.organisation.id],
  version: ({ round }) => round.version,
  check: ({ round, template }, input) => {
    if (round.state === 'closed' || round.state === 'frozen') return [issue('', 'round_ended')];
    if (round.state === 'open') return openIssues(round, template, input);
    return issuesOf(template, input);
  },
  run: async (cx, { round, template }, input) => {
    const draft = round.state === 'draft';
    const row = draft
      ? written(round.organisation.id, template as Template, input)
      : { ...standing(round), due_on: input.due_on, words: input.words };
    await sql`update report_round set template_id = ${row.template_id}, name = ${row.name},
        period = ${row.period}, during = ${range(row.period)}, asked = ${row.asked}::text[],
        cascades = ${row.cascades}, opens_on = ${row.opens_on}, due_on = ${row.due_on},
        words = ${row.words}, opens_itself = ${row.opens_itself},
        search = ${foldForSearch(row.name)}, version = version + 1,
        content = ${draft ? JSON.stringify((template as Template).content) : JSON.stringify(round.content)}::jsonb
      where id = ${round.id}`.execute(cx.db);
    if (!draft) await followDue(cx, round, row.due_on);
    return {
      result: { pid: round.pid },
      subject: { type, id: round.id },
      organisationId: round.organisation.id,
      changes: changesBetween(standing(round), row),
    };
  },
});

/** Those directly asked who were not extended follow the round's due day; nobody below is due after his collector. */
async function followDue(cx: Cx, round: Round, dueOn: Day): Promise<void> {
  if (dueOn === round.dueOn) return;
  await sql`update report_obligation set due_on = ${dueOn}, version = version + 1
    where round_id = ${round.id} and parent_id is null and extended_reason is null
      and due_on = ${round.dueOn}`.execute(cx.db);
  await sql`update report_obligation b set due_on = p.due_on, version = b.version + 1
    from report_obligation p
    where b.round_id = ${round.id} and p.id = b.parent_id and b.due_on > p.due_on`.execute(cx.db);
}

const range = (code: string) => {
  const period = parsePeriod(code);
  if (period === null) throw new RangeError(`not a period: ${code}`);
  return sql`daterange(${period.range.from}::date, ${periodEnd(period)}::date, '[]')`;
};
