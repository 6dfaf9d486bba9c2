import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { execute } from '../../../platform/command.ts';
import { freshForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { ConsentForm, SensitiveForm } from '../pages/forms.tsx';
import { personWrite, sensitiveWrite } from '../policy.ts';
import { type PersonRecord, purposes } from '../schema/index.ts';
import { readSensitive, setConsent, writeSensitive } from '../service/index.ts';
import { labels, personIssues, words } from '../vi.ts';
import { changedPerson } from './forms.tsx';
import { personCrumbs, personPath, saidAt } from './shared.ts';

const { form: text } = words;

/** Forms of consents and of sensitive fields. */
export function privateForms(app: Hono<Env>): void {
  formDoor(app, {
    words: personIssues,
    path: '/hoi-vien/nguoi/:pid/dong-y',
    command: setConsent,
    labels: { ...labels, given: labels.given_consent ?? '' },
    title: () => text.consentTitle,
    lead: (person) => text.consentLead(joinName(person)),
    open: (c: WebContext) => changedPerson(c, personWrite),
    crumbs: (c, person) => personCrumbs(c, person, text.consentTitle),
    initial: (c) => ({
      purpose: purposes.find((one) => one === c.req.query('muc-dich')) ?? '',
      given: '1',
    }),
    fixed: async (_c, person, typed) => ({ values: { pid: person.pid }, issues: asked(typed) }),
    after: (c, person) => saidAt(c, person.pid, 'da-dong-y'),
    view: (c, person, state) => <ConsentForm {...state} backHref={personPath(c, person.pid)} />,
  });
  // Opening is noted, so nobody comes here by a link.
  app.get(`${sensitivePath}/sua`, async (c) => {
    const person = await changedPerson(c, sensitiveWrite);
    return c.redirect(`${personPath(c, person.pid)}#rieng`, 303);
  });
  app.post(`${sensitivePath}/mo`, openForm);
  formDoor(app, {
    words: personIssues,
    path: `${sensitivePath}/sua`,
    command: writeSensitive,
    labels,
    title: () => text.sensitiveTitle,
    lead: sensitiveLead,
    open: (c: WebContext) => changedPerson(c, sensitiveWrite),
    crumbs: (c, person) => personCrumbs(c, person, text.sensitiveTitle),
    initial: () => ({}),
    fixed: async (_c, person) => ({ values: { pid: person.pid } }),
    after: (c, person) => saidAt(c, person.pid, 'da-luu-rieng'),
    view: (c, person, state) => {
      c.header('cache-control', 'no-store');
      return <SensitiveForm {...state} backHref={personPath(c, person.pid)} />;
    },
  });
}

const sensitivePath = '/hoi-vien/nguoi/:pid/rieng';
const sensitiveLead = (person: PersonRecord) => `${joinName(person)}. ${text.sensitiveLead}`;

// The form with what stands: to open it is a reading as any other.
async function openForm(c: WebContext): Promise<Response> {
  const person = await changedPerson(c, sensitiveWrite);
  const opened = settled(await execute(c.var.cx, readSensitive, { pid: person.pid }));
  const { citizen_id, ethnicity, religion, party } = opened;
  const values = {
    citizen_id: citizen_id ?? '',
    ethnicity: ethnicity ?? '',
    religion: religion ?? '',
    party: party ?? '',
  };
  c.header('cache-control', 'no-store');
  return c.var.shell.office(c, {
    title: text.sensitiveTitle,
    lead: sensitiveLead(person),
    crumbs: personCrumbs(c, person, text.sensitiveTitle),
    body: (
      <SensitiveForm
        form={freshForm(values)}
        hidden={{ _key: c.var.cx.ids.pid() }}
        action={personPath(c, person.pid, 'rieng/sua')}
        backHref={personPath(c, person.pid)}
      />
    ),
  });
}

// Neither radio is marked in a form that was sent by hand: absent would count as a no.
function asked(typed: Readonly<Record<string, string>>): Issue[] {
  return typed.given === undefined ? [issue('given', 'choose_one')] : [];
}
