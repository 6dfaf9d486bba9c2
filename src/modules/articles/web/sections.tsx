import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { deletionDoors, restorableUntil } from '../../../platform/records/doors.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { offers, saidIn, sectionOf } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, ConfirmPage, DeletedRecord, Toast, uiVi } from '../../../ui/index.ts';
import { SectionForm, SectionTree } from '../pages/sections.tsx';
import { sectionManage } from '../policy.ts';
import { countedSections, findSection, sectionsOf } from '../queries/index.ts';
import type { Section } from '../schema/index.ts';
import { arrangeSections, createSection, editSection, sectionDeletion } from '../service/index.ts';
import { articleIssues, labels, sectionWords as say } from '../vi/index.ts';
import { needs } from './shared.ts';

const own = sectionOf('chuyen-muc', say.title);
const { pathOf, crumbsTo } = own;

/** The sections of an office, two levels of them. */
export function sectionDoors(app: Hono<Env>): void {
  app.get('/chuyen-muc', treePage);
  app.post('/chuyen-muc/sap-xep', arrange);
  addDoor(app);
  app.get('/chuyen-muc/:pid', deletedPage);
  editDoor(app);
  app.get('/chuyen-muc/:pid/xoa', removePage);
  deletionDoors(app, '/chuyen-muc', own, sectionDeletion);
}

async function treePage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const sections = await countedSections(cx.db, place.organisationId);
  const manager = offers(c, sectionManage);
  const said = saidIn(c, say.said);
  return c.var.shell.office(c, {
    title: say.title,
    lead: say.lead(sections.length),
    styles: ['article-office'],
    action: manager ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'moi')}>
        {say.add}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {await removedToast(c)}
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
      </>
    ),
    body: (
      <SectionTree
        sections={sections}
        path={pathOf(c)}
        articlesPath={pathOf(c).replace(/chuyen-muc$/, 'bai-viet')}
        manager={manager}
      />
    ),
  });
}

/** Puts one section before or behind its neighbour. */
async function arrange(c: WebContext): Promise<Response> {
  needs(c, sectionManage);
  const { cx, place } = c.var;
  const { pid, huong } = (await formOf(c)).values;
  const sections = await sectionsOf(cx.db, place.organisationId);
  const moved = sections.find((section) => section.pid === pid);
  if (moved === undefined) throw new NotFound('section');
  const order = sections.filter(({ parentId }) => parentId === moved.parentId);
  const from = order.indexOf(moved);
  const to = from + (huong === 'len' ? -1 : 1);
  const other = order[to];
  if (other !== undefined) {
    [order[from], order[to]] = [other, moved];
    const raw = { organisation: place.code, order: order.map((one) => one.pid) };
    settled(await execute(cx, arrangeSections, raw), articleIssues);
  }
  return c.redirect(`${pathOf(c)}?da-sap-xep=1#${moved.pid}`, 303);
}

async function sectionAt(c: WebContext): Promise<Section> {
  const section = await findSection(c.var.cx, c.req.param('pid') ?? '');
  if (section === null || section.organisationId !== c.var.place.organisationId)
    throw new NotFound('section');
  return section;
}

async function liveAt(c: WebContext): Promise<Section> {
  const section = await sectionAt(c);
  if (section.deletedAt !== null) throw new NotFound('section');
  return section;
}

/** Sections that may stand above another: those of the first level. */
async function parents(c: WebContext, self: string | null) {
  const sections = await sectionsOf(c.var.cx.db, c.var.place.organisationId);
  return sections.filter(({ parentId, id }) => parentId === null && id !== self);
}

function addDoor(app: Hono<Env>): void {
  formDoor(app, {
    path: '/chuyen-muc/moi',
    words: articleIssues,
    command: createSection,
    labels,
    title: () => say.addTitle,
    open: async (c) => {
      needs(c, sectionManage);
      return { parents: await parents(c, null) };
    },
    crumbs: (c) => crumbsTo(c, { label: say.addTitle }),
    initial: (c) => ({ parent: c.req.query('trong') ?? '' }),
    fixed: async (c) => ({ values: { organisation: c.var.place.code } }),
    after: (c, _subject, { pid }) => `${pathOf(c)}?da-luu=1#${pid}`,
    view: (c, { parents: above }, state) => (
      <SectionForm state={{ ...state, backHref: pathOf(c) }} parents={above} />
    ),
  });
}

function editDoor(app: Hono<Env>): void {
  formDoor(app, {
    path: '/chuyen-muc/:pid/sua',
    words: articleIssues,
    command: editSection,
    labels,
    title: () => say.editTitle,
    open: async (c) => {
      needs(c, sectionManage);
      const section = await liveAt(c);
      return { section, parents: await parents(c, section.id) };
    },
    crumbs: (c, { section }) => crumbsTo(c, { label: section.name }),
    initial: (_c, { section, parents: above }) => ({
      name: section.name,
      slug: section.slug,
      description: section.description,
      parent: above.find(({ id }) => id === section.parentId)?.pid ?? '',
    }),
    fixed: async (_c, { section }) => ({ values: { pid: section.pid } }),
    version: ({ section }) => section.version,
    after: (c, { section }) => `${pathOf(c)}?da-luu=1#${section.pid}`,
    view: (c, { parents: above, section }, state) => (
      <SectionForm
        state={{ ...state, backHref: pathOf(c) }}
        parents={above}
        removeHref={pathOf(c, `${section.pid}/xoa`)}
      />
    ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  needs(c, sectionManage);
  const section = await liveAt(c);
  return c.var.shell.office(c, {
    title: say.removeTitle,
    crumbs: crumbsTo(c, { label: say.removeTitle }),
    body: (
      <ConfirmPage
        question={say.removeQuestion(section.name)}
        action={c.req.path}
        hidden={{ version: section.version }}
        verb={say.removeTitle}
        keepHref={pathOf(c)}
        keepLabel={say.keep}
      >
        {say.removeBody}
      </ConfirmPage>
    ),
  });
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const section = pid === undefined ? null : await findSection(c.var.cx, pid);
  if (section === null || section.deletedAt === null) return null;
  const undo = { action: pathOf(c, `${section.pid}/khoi-phuc`) };
  return <Toast text={say.removed(section.name)} undo={undo} />;
}

/** A section has no page in the office but its form; of a deleted one, the way back. */
async function deletedPage(c: WebContext): Promise<Response> {
  const section = await sectionAt(c);
  if (section.deletedAt === null) {
    const said = c.req.query('da-khoi-phuc') === undefined ? '' : '?da-khoi-phuc=1';
    return c.redirect(`${pathOf(c)}${said}#${section.pid}`, 303);
  }
  const until = restorableUntil(c, section.deletedAt, sectionManage);
  return c.var.shell.office(c, {
    title: section.name,
    crumbs: crumbsTo(c, { label: section.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(section.deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${section.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}
