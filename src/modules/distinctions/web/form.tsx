import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { Cx, Outcome } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { longestSelect, pick, typedFor, withCodes } from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { offers } from '../../../platform/records/section.ts';
import { type Received, receiveFiles } from '../../../platform/records/uploads.ts';
import type { OrganisationOption } from '../../organisations/index.ts';
import { DistinctionForm } from '../pages/form.tsx';
import { distinctionWrite } from '../policy.ts';
import { allTitles } from '../queries/index.ts';
import type { Distinction } from '../schema.ts';
import {
  type DistinctionIssued,
  distinctionFiles,
  editDistinction,
  recordDistinction,
} from '../service/index.ts';
import { labels, words } from '../vi.ts';
import { crumbsTo, issueWords, liveOf, nameOf, pathOf, recordable } from './shared.ts';

export function formDoors(app: Hono<Env>): void {
  app.get('/khen-thuong/ghi-nhan', newForm);
  app.post('/khen-thuong/ghi-nhan', async (c) => sent(c, await newSubject(c), recordDistinction));
  app.get('/khen-thuong/:pid/sua', editForm);
  app.post('/khen-thuong/:pid/sua', async (c) => sent(c, await oldSubject(c), editDistinction));
}

/** What one form is about: a new record, or one that stands. */
interface Subject {
  readonly distinction: Distinction | null;
  readonly options: readonly OrganisationOption[];
}

async function newSubject(c: WebContext): Promise<Subject> {
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  return { distinction: null, options: await recordable(c) };
}

async function oldSubject(c: WebContext): Promise<Subject> {
  const distinction = await liveOf(c);
  if (!offers(c, distinctionWrite)) throw new Forbidden(distinctionWrite.name);
  return { distinction, options: await recordable(c) };
}

async function newForm(c: WebContext): Promise<Response> {
  const subject = await newSubject(c);
  const own = subject.options.find((option) => option.id === c.var.place.organisationId);
  return show(
    c,
    subject,
    freshForm({ organisation: typedFor(own?.code ?? '', subject.options) }),
    [],
  );
}

async function editForm(c: WebContext): Promise<Response> {
  const subject = await oldSubject(c);
  return show(c, subject, freshForm(typedOf(subject)), []);
}

type Write = (cx: Cx, raw: unknown) => Promise<Outcome<DistinctionIssued>>;

async function sent(c: WebContext, subject: Subject, write: Write): Promise<Response> {
  const { cx, services } = c.var;
  const form = await formOf(c);
  const kept = form.lists.kept ?? [];
  const received = await receiveFiles(cx, services.files, form.files.files ?? [], kept);
  const places = placesOf(form.values, subject.options);
  const saved = await saveSent(cx, form.key, {
    raw: { ...(await rawOf(cx, subject, form, received)), ...places.codes },
    early: [...places.issues, ...received.issues],
    read: placeNames,
    write,
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  const view = returnedForm(form.values, saved.issues, issueWords, labels);
  return show(c, subject, view, received.files, saved.newer);
}

const placeNames = ['organisation', 'recipient_organisation'];

/** The organisations that were typed or chosen, as codes; an empty recipient is the register itself. */
function placesOf(values: FormBody['values'], options: readonly OrganisationOption[]) {
  const codes: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const name of placeNames) {
    const typed = values[name] ?? '';
    const optional = name === 'recipient_organisation';
    if (optional && (typed.trim() === '' || values.recipient !== 'organisation')) continue;
    const picked = pick(name, options, typed);
    if ('code' in picked) codes[name] = picked.code;
    else issues.push(picked.issue);
  }
  return { codes, issues };
}

async function rawOf(
  cx: Cx,
  { distinction }: Subject,
  { values }: FormBody,
  received: Received,
): Promise<Record<string, unknown>> {
  const { recipient, recipient_person, title, level, decision_no, decided_on, giver, note } =
    values;
  const decision = { title, level, class: values.class, decision_no, decided_on, giver, note };
  const common = { recipient, recipient_person, ...decision };
  const files = await distinctionFiles.after(cx, distinction?.id ?? null, received);
  if (distinction === null) return { ...common, files };
  return { pid: distinction.pid, version: values.version, ...common, files };
}

/** The form: fresh, or (with issues) as it was sent, under the status that says so. */
async function show(
  c: WebContext,
  { distinction, options }: Subject,
  state: FormView,
  kept: Received['files'],
  newer?: number,
): Promise<Response> {
  const { cx } = c.var;
  const bad = state.summary.length > 0;
  const title = distinction === null ? words.record : words.editTitle;
  const backHref = distinction === null ? pathOf(c) : pathOf(c, distinction.pid);
  const version = newer ?? state.values.version ?? distinction?.version;
  const few = options.length <= longestSelect;
  const titles = [...(await allTitles(cx.db)).values()];
  const crumb = distinction === null ? [] : [{ label: nameOf(distinction), href: backHref }];
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, ...crumb, { label: title }),
    body: (
      <DistinctionForm
        state={few ? { ...state, values: withCodes(state.values, placeNames, options) } : state}
        action={c.req.path}
        hidden={{ _key: cx.ids.pid(), version: distinction === null ? undefined : version }}
        backHref={backHref}
        titles={titles.map(({ code, name }) => ({ value: code, label: name }))}
        organisations={options.map((option) => ({ value: option.code, label: option.name }))}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        kept={kept}
        newerHref={newer === undefined ? undefined : backHref}
      />
    ),
  });
}

/** A record as a person would have typed it. */
function typedOf({ distinction, options }: Subject): Record<string, string> {
  if (distinction === null) return {};
  const { recipient, organisationCode, recipientOrganisationCode } = distinction;
  const other = recipientOrganisationCode === organisationCode ? null : recipientOrganisationCode;
  return {
    organisation: typedFor(organisationCode, options),
    recipient,
    recipient_organisation: other === null ? '' : typedFor(other, options),
    recipient_person: recipient === 'person' ? distinction.recipientName : '',
    title: distinction.title,
    level: distinction.level,
    class: distinction.class ?? '',
    decision_no: distinction.decisionNo ?? '',
    decided_on: formatDate(distinction.decidedOn),
    giver: distinction.giver ?? '',
    note: distinction.note ?? '',
  };
}
