import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink, type LinkItem, Seal } from '../../../ui/index.ts';
import { Overview, ProfileAside } from '../pages/overview.tsx';
import { AsOf, type Profile, ProfileTabs, StatusLine, type TabName } from '../pages/profile.tsx';
import { FactsTab, MembersTab, TimelineTab } from '../pages/tabs.tsx';
import { factEdit, organisationClose, organisationEdit, organisationRecords } from '../policy.ts';
import {
  childrenOn,
  factsOf,
  factsOn,
  findOrganisation,
  namesOf,
  parentsOn,
  timelineOf,
} from '../queries/index.ts';
import { sealLines } from '../rules/index.ts';
import type { Organisation } from '../schema/index.ts';
import { mayAt } from '../service/index.ts';
import { vi } from '../vi.ts';
import { affiliationActs, factActs, keptParents, Notice, type Rights } from './acts.tsx';
import { listPath, pathOf } from './door.tsx';
import { dayOf } from './list.tsx';

export const contactKinds = ['address', 'phone', 'email', 'website'];
const mostEntries = 200;

/** The pages of one organisation inside an office. */
export function organisationPages(app: Hono<Env>): void {
  const tab = (
    name: TabName,
    body: (c: WebContext, p: Profile, r: Rights) => Promise<Child> | Child,
  ) => app.get(`/to-chuc/:org${name === '' ? '' : `/${name}`}`, (c) => show(c, name, body));
  tab('', async (c, profile, rights) => {
    const acts = affiliationActs(c, profile, rights);
    const kept = await keptParents(c, profile, rights);
    return <Overview {...profile} acts={(row) => (kept.has(row.pid) ? acts(row) : null)} />;
  });
  tab('thanh-vien', (c, profile, rights) => (
    <MembersTab {...profile} acts={rights.records ? affiliationActs(c, profile, rights) : null} />
  ));
  tab('so-lieu', async (c, profile, rights) => {
    if (!rights.records) throw new NotFound('organisation');
    const facts = await factsOf(c.var.cx.db, profile.organisation.id);
    return (
      <FactsTab facts={facts} on={profile.on} acts={rights.facts ? factActs(c, profile) : null} />
    );
  });
  tab('dong-thoi-gian', (_c, profile) => <TimelineTab {...profile} />);
}

async function show(
  c: WebContext,
  tab: TabName,
  body: (c: WebContext, profile: Profile, rights: Rights) => Promise<Child> | Child,
): Promise<Response> {
  const { cx } = c.var;
  const asked = c.req.param('org') ?? '';
  const { on, badDay } = dayOf(c.req.query('ngay') ?? '', cx.clock.today());
  const organisation = await findOrganisation(cx.db, asked, on);
  if (organisation === null) throw new NotFound('organisation');
  if (organisation.code !== asked) {
    return c.redirect(pathOf(c, organisation.code, tab) + new URL(c.req.url).search, 301);
  }
  const rights = await rightsAt(c, organisation.id);
  const profile = await profileOf(c, organisation, on, badDay, rights);
  const content = await body(c, profile, rights);
  return c.var.shell.office(c, {
    title: organisation.name,
    lead: <StatusLine {...profile} />,
    emblem: <Seal lines={sealLines(organisation.seal, organisation.shortName)} />,
    crumbs: [{ label: vi.list.title, href: listPath(c) }, { label: organisation.shortName }],
    before: (
      <>
        <Notice c={c} organisation={organisation} />
        <AsOf {...profile} action={pathOf(c, organisation.code, tab)} />
        <ProfileTabs {...profile} current={tab} records={rights.records} />
      </>
    ),
    body: content,
    ...mainAction(c, tab, organisation, rights),
    ...(tab === ''
      ? { aside: <ProfileAside {...profile} actions={actionsOf(c, organisation, rights)} /> }
      : {}),
  });
}

async function rightsAt(c: WebContext, id: string): Promise<Rights> {
  const { cx } = c.var;
  return {
    edit: await mayAt(cx, organisationEdit, id),
    close: await mayAt(cx, organisationClose, id),
    facts: await mayAt(cx, factEdit, id),
    records: await mayAt(cx, organisationRecords, id),
  };
}

async function profileOf(
  c: WebContext,
  organisation: Organisation,
  on: string,
  badDay: boolean,
  rights: Rights,
): Promise<Profile> {
  const { db, clock } = c.var.cx;
  const { id } = organisation;
  const today = clock.today();
  const ngay = on === today ? undefined : formatDate(on);
  return {
    organisation,
    on,
    today,
    badDay,
    parents: await parentsOn(db, id, on),
    members: await childrenOn(db, id, on),
    names: await namesOf(db, id),
    contact: await factsOn(db, id, on, contactKinds),
    timeline: await timelineOf(db, id, { until: on, records: rights.records, limit: mostEntries }),
    href: (code, rest) => withQuery(pathOf(c, code, rest ?? ''), { ngay }),
    canEdit: rights.edit,
  };
}

function mainAction(c: WebContext, tab: TabName, { code }: Organisation, rights: Rights) {
  const link = (href: string, label: string) => ({
    action: (
      <ButtonLink kind="primary" href={href}>
        {label}
      </ButtonLink>
    ),
  });
  if (tab === 'so-lieu' && rights.facts)
    return link(pathOf(c, code, 'so-lieu/moi'), vi.page.addFact);
  if (tab === 'thanh-vien' && rights.edit) {
    return link(withQuery(`${listPath(c)}/moi`, { thuoc: code }), vi.page.addMember);
  }
  return tab === '' && rights.edit ? link(pathOf(c, code, 'sua'), vi.page.edit) : {};
}

function actionsOf(c: WebContext, organisation: Organisation, rights: Rights): LinkItem[] {
  const { code, during } = organisation;
  const to = (rest: string, label: string) => ({ href: pathOf(c, code, rest), label });
  const actions: LinkItem[] = [];
  if (rights.facts) actions.push(to('so-lieu/moi', vi.page.addFact));
  if (rights.edit) {
    actions.push(
      to('doi-ten', vi.page.rename),
      to('truc-thuoc/moi', vi.page.affiliate),
      { href: withQuery(`${listPath(c)}/moi`, { thuoc: code }), label: vi.page.addMember },
      to('doi-ma', vi.page.changeCode),
    );
  }
  if (rights.close) {
    actions.push(
      during.until === null ? to('cham-dut', vi.page.close) : to('mo-lai', vi.page.reopen),
      to('xoa', vi.page.remove),
    );
  }
  actions.push({ href: site(code), label: vi.page.publicPage });
  return actions;
}
