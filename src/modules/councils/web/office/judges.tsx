import type { Hono } from 'hono';
import { listQuestion } from '../../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { setFilters } from '../../../../platform/records/narrowing.ts';
import { ButtonLink } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { JudgeList } from '../../pages/office/judges.tsx';
import { type ListedJudge, listJudges } from '../../queries/index.ts';
import { type JudgeState, judgeStates } from '../../schema/index.ts';
import { fullName, judgeStateNames } from '../../vi/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import {
  base,
  crumbsOf,
  editionOf,
  mayManage,
  noticeOf,
  pathOf,
  paths,
  SectionTabs,
} from './shared.tsx';

const pageSize = 50;

/** The judges of an edition. */
export function judgeDoors(app: Hono<Env>): void {
  app.get(`${base}/${paths.judges}`, listPage);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const edition = await editionOf(c);
  const path = pathOf(c, edition, 'judges');
  const { fields } = edition.content;
  const question = listQuestion(path, c.req.query(), {
    filters: ['q', 'tinh-trang', 'linh-vuc'],
    sorts: ['ten'],
    sort: 'ten',
  });
  const { values, page } = question;
  const state = judgeStates.find((one) => one === values['tinh-trang']) ?? null;
  const field = fields.some(({ code }) => code === values['linh-vuc']) ? values['linh-vuc']! : null;
  const asked = { state, field, q: values.q ?? '', page, size: pageSize };
  const { rows, total, states } = await listJudges(cx, edition.id, asked);
  const all = Object.values(states).reduce((sum, many) => sum + many, 0);
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const addHref = manager ? pathOf(c, edition, 'judges', 'moi') : null;
  const none = all === 0 && !question.filtered;
  return shell.office(c, {
    title: words.title,
    lead: none ? words.leadNone : words.lead(states.accepted ?? 0, all),
    crumbs: crumbsOf(c, edition, 'judges'),
    action:
      addHref === null || none ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={addHref}>
          {words.add}
        </ButtonLink>
      ),
    before: (
      <>
        {noticeOf(c, { 'da-xoa': words.notice.removed })}
        <SectionTabs c={c} edition={edition} now="judges" />
      </>
    ),
    body: (
      <JudgeList
        question={question}
        path={path}
        states={judgeStates.map((one) => ({
          value: one,
          label: `${judgeStateNames[one]} (${states[one] ?? 0})`,
        }))}
        fields={fields.map(({ code, name }) => ({ value: code, label: name }))}
        rows={rows.map((row) => shownJudge(c, edition, row))}
        total={total}
        size={pageSize}
        chips={setFilters(question, {
          q: (value) => value,
          'tinh-trang': (value) => judgeStateNames[value as JudgeState] ?? value,
          'linh-vuc': (value) => fields.find(({ code }) => code === value)?.name ?? value,
        })}
        addHref={addHref}
        importHref={manager ? pathOf(c, edition, 'judges', 'nhap-excel') : null}
      />
    ),
  });
}

const shownJudge = (c: WebContext, edition: Edition, row: ListedJudge) => ({
  href: pathOf(c, edition, 'judges', row.pid),
  name: fullName(row),
  unit: row.unit,
  state: row.state,
  councils: row.councils,
  conflicted: row.conflicted,
  conflictsHref: `${pathOf(c, edition, 'conflicts')}?giam-khao=${row.pid}`,
  open: row.open,
  load: row.maxLoad === null ? null : words.upTo(row.maxLoad),
});
