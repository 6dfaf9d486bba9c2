import type { Hono } from 'hono';
import { isDay } from '../../../kernel/day.ts';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { Alert, DateInput, FilterBar } from '../../../ui/index.ts';
import { personRead, sectionTabs } from '../../people/index.ts';
import { Statistics } from '../pages/statistics.tsx';
import { personOfMembership } from '../queries/index.ts';
import { census } from '../service.ts';
import { words } from '../vi.ts';

const { pathOf, crumbsTo } = sectionOf('hoi-vien', words.section);

export function censusDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thong-ke', statisticsPage);
  // The way from a figure's record to the person.
  app.get('/hoi-vien/tu-cach/:pid', async (c) => {
    const person = await personOfMembership(c.var.cx, c.req.param('pid'));
    if (person === null) throw new NotFound('membership');
    return c.redirect(pathOf(c, `nguoi/${person}`), 302);
  });
}

async function statisticsPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  if (!(await may(cx, personRead, place.organisationId))) throw new NotFound('census');
  const typed = c.req.query('ngay') ?? '';
  const asked = dayOf(typed);
  const on = asked ?? cx.clock.today();
  const found = await census(cx.db, place.organisationId, on);
  if (found === null) throw new NotFound('organisation');
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(place.name, formatDate(on)),
    crumbs: crumbsTo(c, { label: words.title }),
    before: (
      <>
        {sectionTabs(c, 'statistics')}
        {typed !== '' && asked === null ? <Alert tone="warn">{words.badDay}</Alert> : null}
        <FilterBar action={pathOf(c, 'thong-ke')} submit={words.show}>
          <DateInput name="ngay" label={words.on} value={formatDate(on)} />
        </FilterBar>
      </>
    ),
    body: (
      <Statistics
        census={found}
        listHref={on === cx.clock.today() ? (query) => withQuery(pathOf(c), query) : null}
        placeHref={(code) => office(code, 'hoi-vien/thong-ke')}
        importHref={pathOf(c, 'nhap')}
      />
    ),
  });
}

function dayOf(typed: string): string | null {
  if (isDay(typed)) return typed;
  const read = parseVietnameseDate(typed);
  return 'ok' in read ? read.ok : null;
}
