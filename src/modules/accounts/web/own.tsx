import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { organisationsById } from '../../organisations/index.ts';
import {
  looksOf,
  personActionNames,
  personRead,
  placesOfPersons,
  recordsOfHuman,
  sensitiveRead,
} from '../../people/index.ts';
import { type HolderLine, OwnPage } from '../pages/own.tsx';
import { holdersAbove } from '../queries.ts';
import { accountWords, roleNames } from '../vi.ts';

const { own: words } = accountWords;

/** The page on which somebody sees who may see them, and who did. */
export function ownDoors(app: Hono<Env>): void {
  app.get('/tai-khoan/ai-xem', ownPage);
}

async function ownPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  if (cx.actor.kind !== 'account') {
    return c.redirect(withQuery('/dang-nhap', { tiep: '/tai-khoan/ai-xem' }), 303);
  }
  const { personId } = cx.actor;
  const records = personId === null ? [] : await recordsOfHuman(cx.db, personId);
  const places = await placesOfPersons(cx.db, records);
  const organisations = await organisationsById(cx.db, places, cx.clock.today());
  const looks = await looksOf(cx.db, records);
  c.header('cache-control', 'no-store');
  return c.var.shell.plain(c, {
    title: words.title,
    lead: words.lead,
    body: (
      <OwnPage
        memberships={organisations
          .map(({ name }) => ({ title: name }))
          .sort((a, b) => compareVietnamese(a.title, b.title))}
        readers={await holders(c, places, personRead)}
        openers={await holders(c, places, sensitiveRead)}
        looks={looks.map((look) => ({
          when: formatDateTime(vietnamTime(look.at)),
          title: look.by ?? words.machine,
          children: [personActionNames[look.action] ?? look.action, look.organisationName ?? '']
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    ),
  });
}

async function holders(
  c: WebContext,
  places: readonly string[],
  { roles }: Permission,
): Promise<HolderLine[]> {
  if (places.length === 0 || roles === 'public') return [];
  const { cx } = c.var;
  const found = await holdersAbove(cx.db, places, roles, cx.clock.today());
  return found.map(({ name, role, organisationName }) => ({
    name,
    role: roleNames[role as keyof typeof roleNames] ?? role,
    organisation: organisationName,
  }));
}
