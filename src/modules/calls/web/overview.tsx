import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import type { Issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Product, Room } from '../../../platform/module.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, DeletedRecord, fieldId, RecordHistory, uiVi } from '../../../ui/index.ts';
import { historyOf } from '../../people/index.ts';
import { ordinalOf } from '../pages/list.tsx';
import { Overview, type OverviewProps, type Problem } from '../pages/overview.tsx';
import { callManage } from '../policy.ts';
import { checkEdition, type EditionContent, missingForOpening } from '../rules/index.ts';
import type { Edition } from '../schema/index.ts';
import { callsIssues } from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';
import { budgetText } from './parts/prizes.tsx';
import { rubricsPath } from './parts/rubrics.tsx';
import { votingPath } from './parts/voting.tsx';
import {
  anyEditionOf,
  base,
  crumbsOf,
  editionOf,
  mayManage,
  menuPath,
  noticeOf,
  pathOf,
  section,
} from './shared.tsx';

/** The page of an edition. */
export function overviewDoors(app: Hono<Env>, { rooms }: Product): void {
  const own = rooms.filter(({ below }) => below === menuPath);
  // Other words of this section are pages of later modules.
  app.get(`${base}/:pid{[0-9a-z]{16}}`, async (c) => {
    const edition = await anyEditionOf(c);
    return edition.deletedAt === null
      ? overview(c, await editionOf(c), own)
      : deleted(c, edition, edition.deletedAt);
  });
}

async function overview(c: WebContext, edition: Edition, rooms: readonly Room[]) {
  const { cx, shell } = c.var;
  const { content, state, id, pid } = edition;
  const path = pathOf(c, pid);
  const manager = await mayManage(c, edition);
  const problems = (issues: readonly Issue[]): Problem[] =>
    issues.map((one) => ({
      text: wordsOf(one, callsIssues),
      href: `${path}/${placeOf(content, one.path)}`,
    }));
  const missing = state === 'draft' ? missingForOpening(content) : [];
  const history = await historyOf(
    cx.db,
    { type: 'edition', id },
    { actions: words.actions, fields: words.parts, without: [...words.quietActions] },
  );
  const lead = [
    ordinalOf(content.ordinal),
    words.years(content.years.first, content.years.last),
    words.states[state].toLocaleLowerCase('vi'),
  ];
  return shell.office(c, {
    title: content.name,
    lead: lead.filter(Boolean).join(' · '),
    crumbs: section.crumbsTo(c, { label: content.name }),
    action: mainLink(path, state, manager),
    before: noticeOf(c),
    body: (
      <>
        <Overview
          edition={edition}
          path={path}
          writer={manager && state !== 'closed'}
          wrong={problems(checkEdition(content))}
          missing={problems(missing)}
          budget={budgetText(content)}
          acts={actsOf(c, edition, manager)}
          rooms={roomsOf(c, edition, rooms)}
        />
        {history.length === 0 ? null : <RecordHistory items={history} />}
      </>
    ),
  });
}

/** What later modules do for it, once it is announced. */
const roomsOf = (c: WebContext, { pid, state }: Edition, rooms: readonly Room[]) =>
  (state === 'draft' ? [] : rooms)
    .filter(({ permission }) => offers(c, permission))
    .map(({ path, label }) => ({ href: `${pathOf(c, pid)}/${path}`, label }));

/** What the page is opened for most: until it is announced announcing it, then its dossiers. */
function mainLink(path: string, state: Edition['state'], manager: boolean) {
  if (state === 'draft' && !manager) return undefined;
  const [href, label] =
    state === 'draft'
      ? [`${path}/cong-bo`, words.acts.open]
      : [`${path}/ho-so`, words.acts.dossiers];
  return (
    <ButtonLink kind="primary" href={href}>
      {label}
    </ButtonLink>
  );
}

function actsOf(c: WebContext, edition: Edition, manager: boolean): OverviewProps['acts'] {
  const path = pathOf(c, edition.pid);
  const { acts } = words;
  const { state } = edition;
  return [
    ...(state === 'draft' ? [] : [{ href: `${path}/ho-so/thong-ke`, label: acts.statistics }]),
    { href: `${path}/xem-thu`, label: acts.preview },
    ...(edition.revision > 0 ? [{ href: `${path}/cac-ban`, label: acts.revisions }] : []),
    ...(manager ? [{ href: `${pathOf(c, 'moi')}?tu=lan:${edition.pid}`, label: acts.copy }] : []),
    ...(manager && state === 'open' ? [{ href: `${path}/khep`, label: acts.close }] : []),
    ...(manager && state === 'closed' ? [{ href: `${path}/mo-lai`, label: acts.reopen }] : []),
    ...(manager && state === 'draft'
      ? [{ href: `${path}/xoa`, label: acts.remove, danger: true }]
      : []),
  ];
}

const partOf: Readonly<Record<string, string>> = {
  fields: 'linh-vuc',
  entrants: 'dieu-kien',
  eligibility: 'dieu-kien',
  prizes: 'giai-thuong',
  voting: votingPath,
};

/** Below the edition's address: where what an issue is about is set. */
export function placeOf(content: EditionContent, path: string): string {
  const [part = '', at, ...rest] = path.split('.');
  if (part === 'form' || part === 'phases') {
    const outline = part === 'form' ? 'mau-ho-so' : 'giai-doan';
    const item = at === undefined ? undefined : content[part][Number(at)];
    if (item === undefined) return outline;
    const field = rest.join('.');
    if (field === 'opens' || field === 'closes') return `${outline}/lich#${fieldId(`${path}.day`)}`;
    return `${outline}/${item.key}${field === '' ? '' : `#${fieldId(field)}`}`;
  }
  if (part === 'rubrics') return placeOfSheet(content, at, rest);
  return `${partOf[part] ?? 'chung'}${at === undefined ? '' : `#${fieldId(path)}`}`;
}

function placeOfSheet(content: EditionContent, at: string | undefined, rest: readonly string[]) {
  const rubric = at === undefined ? undefined : content.rubrics[Number(at)];
  if (rubric === undefined) return rubricsPath;
  const own = `${rubricsPath}/${rubric.key}`;
  const [field = '', n, ...below] = rest;
  if (field !== 'parts') return `${own}/chung${field === '' ? '' : `#${fieldId(field)}`}`;
  const part = n === undefined ? undefined : rubric.parts[Number(n)];
  return part === undefined ? own : `${own}/muc/${part.key}#${fieldId(below.join('.'))}`;
}

function deleted(c: WebContext, edition: Edition, at: Date) {
  const until = restorableUntil(c, at, callManage);
  const title = edition.content.name;
  return c.var.shell.office(c, {
    title,
    crumbs: crumbsOf(c, edition).slice(0, 1).concat({ label: title }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(at)), formatDate(until))}
        restoreAction={pathOf(c, `${edition.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}
