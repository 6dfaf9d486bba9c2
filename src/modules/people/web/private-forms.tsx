import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { ConsentForm, SensitiveForm } from '../pages/forms.tsx';
import { personWrite, sensitiveWrite } from '../policy.ts';
import { purposes } from '../schema/index.ts';
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
  formDoor(app, {
    words: personIssues,
    path: '/hoi-vien/nguoi/:pid/rieng/sua',
    command: writeSensitive,
    labels,
    title: () => text.sensitiveTitle,
    lead: (person) => `${joinName(person)}. ${text.sensitiveLead}`,
    open: (c: WebContext) => changedPerson(c, sensitiveWrite),
    crumbs: (c, person) => personCrumbs(c, person, text.sensitiveTitle),
    initial: () => ({}),
    fixed: async (_c, person) => ({ values: { pid: person.pid } }),
    after: (c, person) => saidAt(c, person.pid, 'da-luu-rieng'),
    view: async (c, person, state) => {
      const fresh = c.req.method === 'GET';
      const form = fresh ? { ...state.form, values: await standing(c, person.pid) } : state.form;
      c.header('cache-control', 'no-store');
      return <SensitiveForm {...state} form={form} backHref={personPath(c, person.pid)} />;
    },
  });
}

// Neither radio is marked in a form that was sent by hand: absent would count as a no.
function asked(typed: Readonly<Record<string, string>>): Issue[] {
  return typed.given === undefined ? [issue('given', 'choose_one')] : [];
}

// Opening the form opens the fields: it is noted as any other reading.
async function standing(c: WebContext, pid: string): Promise<Readonly<Record<string, string>>> {
  const { citizen_id, ethnicity, religion, party } = settled(
    await execute(c.var.cx, readSensitive, { pid }),
  );
  return {
    citizen_id: citizen_id ?? '',
    ethnicity: ethnicity ?? '',
    religion: religion ?? '',
    party: party ?? '',
  };
}
