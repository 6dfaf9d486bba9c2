import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Directory } from '../pages/list.tsx';
import type { Profile } from '../pages/profile.tsx';
import { PublicAside, PublicProfile } from '../pages/site.tsx';
import {
  childrenOn,
  factsOn,
  findOrganisation,
  namesOf,
  parentOptions,
  parentsOn,
  timelineOf,
} from '../queries/index.ts';
import { vi } from '../vi.ts';
import { kindChoices } from './directory.tsx';
import { dayOf, directoryQuestion, directoryRows, pageSize } from './list.tsx';
import { contactKinds } from './page.tsx';

const publicEntries = 12;

/** What a site tells everybody: the directory of its organisations, and each of them. */
export function organisationSite(app: Hono<Env>): void {
  app.get('/to-chuc', directory);
  app.get('/to-chuc/:org', profile);
}

async function directory(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const action = site(place.code, 'to-chuc');
  const asked = await directoryQuestion(cx, action, c.req.query(), place.organisationId);
  const { items, total } = await directoryRows(cx, asked);
  const parents = await parentOptions(cx.db, place.organisationId, asked.on);
  const lead = vi.site.lead(place.name, asked.on);
  return c.var.shell.portal(c, {
    title: vi.site.title,
    description: lead,
    crumbs: [{ label: place.shortName, href: site(place.code) }, { label: vi.site.title }],
    body: (
      <>
        <h1>{vi.site.title}</h1>
        <p class="lead">{lead}</p>
        <Directory
          {...asked}
          action={action}
          rows={items}
          total={total}
          size={pageSize}
          kinds={kindChoices}
          parents={
            parents.length > 1 ? parents.map((one) => ({ value: one.code, label: one.name })) : []
          }
          href={(code) => site(place.code, `to-chuc/${code}`)}
          addHref={null}
          office={false}
        />
      </>
    ),
  });
}

async function profile(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const asked = c.req.param('org') ?? '';
  const today = cx.clock.today();
  const { on, badDay } = dayOf(c.req.query('ngay') ?? '', today);
  const found = await findOrganisation(cx.db, asked, on);
  if (found === null) throw new NotFound('organisation');
  const to = (code: string) => site(place.code, `to-chuc/${code}`);
  if (found.code !== asked) return c.redirect(to(found.code) + new URL(c.req.url).search, 301);
  const ngay = on === today ? undefined : formatDate(on);
  const shown: Profile = {
    organisation: found,
    on,
    today,
    badDay,
    parents: await parentsOn(cx.db, found.id, on),
    members: await childrenOn(cx.db, found.id, on),
    names: (await namesOf(cx.db, found.id)).filter(({ during }) => (during.from ?? '') <= on),
    contact: await factsOn(cx.db, found.id, on, contactKinds),
    timeline: await timelineOf(cx.db, found.id, {
      until: on,
      records: false,
      limit: publicEntries,
    }),
    href: (code) => withQuery(to(code), { ngay }),
    canEdit: false,
  };
  return c.var.shell.portal(c, {
    title: found.name,
    description: `${found.name}. ${vi.site.title}.`,
    crumbs: [
      { label: place.shortName, href: site(place.code) },
      { label: vi.site.back, href: site(place.code, 'to-chuc') },
      { label: found.shortName },
    ],
    body: <PublicProfile {...shown} action={to(found.code)} />,
    aside: <PublicAside {...shown} />,
  });
}
