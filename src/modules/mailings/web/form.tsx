import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { longestSelect, pick, typedFor, withCodes } from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { Alert, type SelectOption } from '../../../ui/index.ts';
import { listPeriods } from '../../fees/index.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { personRead } from '../../people/index.ts';
import { MailingForm, StartFrom } from '../pages/form.tsx';
import { findTemplate, listTemplates } from '../queries/index.ts';
import { everybody, type Mailing } from '../schema.ts';
import { editMailing, recordMailing } from '../service/index.ts';
import { labels, mailingIssues, samples, words } from '../vi.ts';
import { filterFields, filterNames, filterOfAddress } from './filter.ts';
import { crumbsTo, liveOf, needs, pathOf, senders } from './shared.tsx';

export function formDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thu/moi', newForm);
  app.post('/hoi-vien/thu/moi', async (c) => sent(c, await subjectOf(c, null)));
  app.get('/hoi-vien/thu/:pid/sua', async (c) => {
    const subject = await subjectOf(c, await liveOf(c));
    return show(c, subject, freshForm(typedOf(subject)));
  });
  app.post('/hoi-vien/thu/:pid/sua', async (c) => sent(c, await subjectOf(c, await liveOf(c))));
}

/** What one form is about: a new mailing, or one that stands. */
interface Subject {
  readonly mailing: Mailing | null;
  readonly senders: readonly OrganisationOption[];
  /** What the recipients can be narrowed to. */
  readonly associations: readonly OrganisationOption[];
  /** Fee periods that they can be narrowed to. */
  readonly periods: readonly SelectOption[];
}

async function subjectOf(c: WebContext, mailing: Mailing | null): Promise<Subject> {
  needs(c);
  const { cx, place } = c.var;
  const options = await organisationOptions(cx, personRead, place.organisationId, cx.clock.today());
  const under = place.organisationId;
  const fees = await listPeriods(cx, { under, sort: 'first', descending: true, page: 1, size: 50 });
  const periods = fees.rows.map(({ pid, name, organisationName }) => ({
    value: pid,
    label: `${name} · ${organisationName}`,
  }));
  return { mailing, senders: await senders(c), associations: options, periods };
}

async function newForm(c: WebContext): Promise<Response> {
  const subject = await subjectOf(c, null);
  const asked = await filterOfAddress(c);
  const own = subject.senders.find((option) => option.id === c.var.place.organisationId);
  const values = {
    organisation: typedFor(own?.code ?? '', subject.senders),
    kind: 'service',
    ...(await startOf(c)),
    ...filterTyped(filterFields(asked ?? everybody), subject),
  };
  return show(c, subject, freshForm(values), undefined, asked === null);
}

/** Words to begin with: a template of the office (`?mau=`) or a sample (`?goi-y=`). */
async function startOf(c: WebContext): Promise<Record<string, string>> {
  const sample = samples.find((one) => one.code === c.req.query('goi-y'));
  if (sample !== undefined) return { subject: sample.subject, body: sample.body };
  const pid = c.req.query('mau');
  const template = pid === undefined ? null : await findTemplate(c.var.cx, pid);
  if (template === null || template.deletedAt !== null) return {};
  return { subject: template.subject, body: template.body };
}

const filterTyped = (fields: Record<string, string>, { associations }: Subject) => ({
  ...fields,
  'filter.association': typedFor(fields['filter.association'] ?? '', associations),
});

function typedOf(subject: Subject): Record<string, string> {
  const { mailing, senders: options } = subject;
  if (mailing === null) return {};
  const { organisationCode, kind, subject: title, body, filter } = mailing;
  return {
    organisation: typedFor(organisationCode, options),
    kind,
    subject: title,
    body,
    ...filterTyped(filterFields(filter), subject),
  };
}

async function sent(c: WebContext, subject: Subject): Promise<Response> {
  const form = await formOf(c);
  const places = placesOf(form.values, subject);
  const saved = await saveSent(c.var.cx, form.key, {
    raw: { ...rawOf(subject, form, places.codes) },
    early: places.issues,
    read: ['organisation', 'filter.association'],
    write: writeOf(subject, places.issues.length > 0),
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  return show(
    c,
    subject,
    returnedForm(form.values, saved.issues, mailingIssues, labels),
    saved.newer,
  );
}

type Write = (cx: Cx, raw: unknown) => Promise<Outcome<{ pid: string }>>;

// A draft that stands has no field of an organisation by which it could be held back.
const writeOf =
  ({ mailing }: Subject, refused: boolean): Write =>
  async (cx, raw) => {
    if (mailing === null) return execute(cx, recordMailing, raw);
    const { organisation: _, ...rest } = raw as Record<string, unknown>;
    return execute(cx, editMailing, refused ? { ...rest, subject: '' } : rest);
  };

/** The organisations that were typed or chosen, as codes. */
function placesOf(values: FormBody['values'], subject: Subject) {
  const codes: Record<string, string> = {};
  const issues: Issue[] = [];
  const read = (name: string, options: readonly OrganisationOption[]) => {
    const picked = pick(name, options, values[name] ?? '');
    if ('code' in picked) codes[name] = picked.code;
    else issues.push(picked.issue);
  };
  if (subject.mailing === null) read('organisation', subject.senders);
  if ((values['filter.association'] ?? '').trim() !== '')
    read('filter.association', subject.associations);
  return { codes, issues };
}

function rawOf(
  { mailing }: Subject,
  { values }: FormBody,
  codes: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const filter = Object.fromEntries(
    filterNames.map((name) => [
      name,
      name === 'association' ? (codes['filter.association'] ?? '') : values[`filter.${name}`],
    ]),
  );
  const { kind, subject, body, version } = values;
  const content = { kind, subject, body, filter };
  if (mailing !== null) return { pid: mailing.pid, version, ...content };
  return { organisation: codes.organisation ?? '', ...content };
}

/** The form: fresh, or (with issues) as it was sent, under the status that says so. */
async function show(
  c: WebContext,
  { mailing, senders: own, associations, periods }: Subject,
  state: FormView,
  newer?: number,
  wider = false,
): Promise<Response> {
  const { cx } = c.var;
  const bad = state.summary.length > 0;
  const title = mailing === null ? words.writeTitle : words.editTitle;
  const backHref = mailing === null ? pathOf(c) : pathOf(c, mailing.pid);
  const version = newer ?? state.values.version ?? mailing?.version;
  const crumb = mailing === null ? [] : [{ label: mailing.subject, href: backHref }];
  const few = associations.length <= longestSelect;
  const values = few
    ? withCodes(state.values, ['organisation', 'filter.association'], associations)
    : state.values;
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, ...crumb, { label: title }),
    before: (
      <>
        {wider ? <Alert tone="warn" title={words.onlyMembers} /> : null}
        {mailing === null && !bad ? await startChoice(c) : null}
      </>
    ),
    body: (
      <MailingForm
        state={{ ...state, values }}
        action={c.req.path}
        hidden={{ _key: cx.ids.pid(), version: mailing === null ? undefined : version }}
        backHref={backHref}
        senders={mailing === null ? optionsOf(own) : null}
        associations={optionsOf(associations)}
        periods={periods}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        newerHref={newer === undefined ? undefined : backHref}
      />
    ),
  });
}

const optionsOf = (options: readonly OrganisationOption[]) =>
  options.map((option) => ({ value: option.code, label: option.name }));

async function startChoice(c: WebContext) {
  const { cx, place } = c.var;
  const { rows } = await listTemplates(cx, { under: place.organisationId, page: 1, size: 50 });
  return (
    <StartFrom
      own={rows.map(({ pid, name }) => ({ href: `${pathOf(c, 'moi')}?mau=${pid}`, label: name }))}
      samples={samples.map(({ code, name }) => ({
        href: `${pathOf(c, 'moi')}?goi-y=${code}`,
        label: name,
      }))}
    />
  );
}
