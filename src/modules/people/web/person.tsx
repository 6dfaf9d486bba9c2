import type { Hono } from 'hono';
import { vietnamDay, vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, DeletedRecord, RecordHistory } from '../../../ui/index.ts';
import { PersonPage, type SensitiveProps } from '../pages/person.tsx';
import { personWrite, sensitiveRead, sensitiveWrite } from '../policy.ts';
import { findPersonRecord, looksOf, personPlaces } from '../queries/index.ts';
import { ageOn } from '../rules/index.ts';
import type { PersonRecord } from '../schema/index.ts';
import { readSensitive, restorePerson, type Sensitive } from '../service/index.ts';
import { actionNames, genderNames, words } from '../vi.ts';
import {
  consentTerms,
  factTerms,
  membershipLines,
  postLines,
  sensitiveTerms,
  sourceLines,
} from './person-parts.tsx';
import { sourcesOf } from './provenance.ts';
import { crumbsTo, pathOf, personOf, personPath } from './shared.ts';
import { personHistory } from './timeline.ts';

export function personDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nguoi/:pid', async (c) => {
    const person = await findPersonRecord(c.var.cx, c.req.param('pid'));
    if (person === null) throw new NotFound('person');
    return person.deletedAt === null
      ? personPage(c, person, null)
      : deletedPage(c, person, person.deletedAt);
  });
  // Opening is noted, so it is a POST; the answer is the page itself, kept nowhere.
  app.post('/hoi-vien/nguoi/:pid/rieng', async (c) => {
    const person = await personOf(c);
    const opened = settled(await execute(c.var.cx, readSensitive, { pid: person.pid }));
    c.header('cache-control', 'no-store');
    return personPage(c, person, opened);
  });
  app.post('/hoi-vien/nguoi/:pid/khoi-phuc', async (c) => {
    const pid = c.req.param('pid');
    settled(await execute(c.var.cx, restorePerson, { pid }));
    return c.redirect(`${personPath(c, pid)}?da-khoi-phuc=1`, 303);
  });
}

async function personPage(
  c: WebContext,
  person: PersonRecord,
  opened: Sensitive | null,
): Promise<Response> {
  const { cx } = c.var;
  const writer = offers(c, personWrite);
  const path = (rest: string) => personPath(c, person.pid, rest);
  const sensitive = await sensitiveOf(c, person, opened);
  const sources = await sourcesOf(c, person);
  const history = await personHistory(c, person, sensitive !== null);
  return c.var.shell.office(c, {
    title: joinName(person),
    lead: leadOf(person, cx.clock.today()),
    crumbs: crumbsTo(c, { label: joinName(person) }),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={path('sua')}>
        {words.person.edit}
      </ButtonLink>
    ) : undefined,
    before: notice(c),
    body: (
      <PersonPage
        facts={factTerms(person)}
        sources={sourceLines(person, sources)}
        memberships={membershipLines(c, person, writer)}
        addMembershipHref={writer ? path('vao-hoi') : null}
        posts={postLines(c, person, writer)}
        addPostHref={writer ? path('chuc-danh') : null}
        consents={consentTerms(person)}
        consentHref={writer ? path('dong-y') : null}
        sensitive={sensitive}
        removeHref={writer ? path('xoa') : null}
        listHref={pathOf(c)}
      />
    ),
    aside: history.length === 0 ? undefined : <RecordHistory items={history} />,
  });
}

function leadOf(person: PersonRecord, today: string): string {
  const age = person.birthDate === null ? null : ageOn(person.birthDate, today);
  const current = person.memberships.find(
    ({ from, until }) => (from ?? '') <= today && (until === null || until > today),
  );
  return [
    person.gender === null ? '' : genderNames[person.gender],
    age === null ? '' : words.person.years(age.from, age.to),
    current?.organisationName ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

// Only for those who may open them over this very person.
async function sensitiveOf(
  c: WebContext,
  person: PersonRecord,
  opened: Sensitive | null,
): Promise<SensitiveProps | null> {
  const { cx } = c.var;
  const places = await personPlaces(cx, person.id, sensitiveRead);
  if (places.length === 0) return null;
  const writes = await personPlaces(cx, person.id, sensitiveWrite);
  const looks = await looksOf(cx.db, [person.id], 20);
  return {
    openAction: personPath(c, person.pid, 'rieng'),
    opened: opened === null ? null : sensitiveTerms(opened),
    locked: opened?.locked ?? false,
    writeAction: writes.length > 0 ? personPath(c, person.pid, 'rieng/mo') : null,
    looks: looks.map((look) => ({
      when: formatDateTime(vietnamTime(look.at)),
      title: look.by ?? words.machine,
      children: [actionNames[look.action] ?? look.action, look.organisationName ?? '']
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

function notice(c: WebContext) {
  const title = saidIn(c, {
    'da-ghi': words.created,
    'da-luu': words.edited,
    'da-vao-hoi': words.membershipAdded,
    'da-sua-hoi': words.membershipEdited,
    'da-ra-hoi': words.membershipEnded,
    'da-bo-ra-hoi': words.membershipReopened,
    'da-xoa-hoi': words.membershipRemoved,
    'da-luu-chuc-danh': words.postSaved,
    'da-xoa-chuc-danh': words.postRemoved,
    'da-dong-y': words.consentSaved,
    'da-luu-rieng': words.sensitiveSaved,
    'da-khoi-phuc': words.restored,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

/** A deleted person: only those who may take the record back learn that it was there. */
function deletedPage(
  c: WebContext,
  person: PersonRecord,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, personWrite);
  return c.var.shell.office(c, {
    title: joinName(person),
    crumbs: crumbsTo(c, { label: joinName(person) }),
    body: (
      <DeletedRecord
        text={words.deletedNote(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={personPath(c, person.pid, 'khoi-phuc')}
        listHref={pathOf(c)}
      />
    ),
  });
}
