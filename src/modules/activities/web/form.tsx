import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { Cx, Outcome } from '../../../platform/command.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { longestSelect, pick, typedFor, withCodes } from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { offers } from '../../../platform/records/section.ts';
import { type Received, receiveFiles } from '../../../platform/records/uploads.ts';
import type { OrganisationOption } from '../../organisations/index.ts';
import { ActivityForm } from '../pages/form.tsx';
import { KindChoice } from '../pages/kinds.tsx';
import { activityWrite } from '../policy.ts';
import { allKinds } from '../queries/index.ts';
import type { Activity, ActivityKind } from '../schema/index.ts';
import {
  type ActivityIssued,
  activityFiles,
  editActivity,
  recordActivity,
} from '../service/index.ts';
import { labels, words } from '../vi.ts';
import { typedValue } from './own-values.ts';
import { crumbsTo, issueWords, liveOf, pathOf, recordable } from './shared.ts';

export function formDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/ghi-nhan', chooseKind);
  app.get('/hoat-dong/ghi-nhan/:kind', newForm);
  app.post('/hoat-dong/ghi-nhan/:kind', recordSent);
  app.get('/hoat-dong/:pid/sua', editForm);
  app.post('/hoat-dong/:pid/sua', editSent);
}

/** What one form is about: a new record of a kind, or one that stands. */
interface Subject {
  readonly kind: ActivityKind;
  readonly activity: Activity | null;
  readonly options: readonly OrganisationOption[];
}

async function chooseKind(c: WebContext): Promise<Response> {
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kinds = [...(await allKinds(c.var.cx.db)).values()].filter((kind) => kind.active);
  return c.var.shell.office(c, {
    title: words.record,
    lead: words.chooseKind,
    crumbs: crumbsTo(c, { label: words.record }),
    body: <KindChoice kinds={kinds} hrefOf={(code) => pathOf(c, `ghi-nhan/${code}`)} />,
  });
}

async function newSubject(c: WebContext): Promise<Subject> {
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kind = (await allKinds(c.var.cx.db)).get(c.req.param('kind') ?? '');
  if (kind === undefined || !kind.active) throw new NotFound('activity kind');
  return { kind, activity: null, options: await recordable(c) };
}

async function oldSubject(c: WebContext): Promise<Subject> {
  const activity = await liveOf(c);
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kind = (await allKinds(c.var.cx.db)).get(activity.kind);
  if (kind === undefined) throw new NotFound('activity kind');
  return { kind, activity, options: await recordable(c) };
}

async function newForm(c: WebContext): Promise<Response> {
  const subject = await newSubject(c);
  const { place } = c.var;
  // Most records are of the office itself; its name stands there already.
  const own = subject.options.find((option) => option.id === place.organisationId);
  const first = {
    role: 'host',
    organisation: own === undefined ? '' : typedFor(own.code, subject.options),
  };
  return show(c, subject, freshForm(first), []);
}

async function editForm(c: WebContext): Promise<Response> {
  const subject = await oldSubject(c);
  return show(c, subject, freshForm(typedOf(subject)), []);
}

async function recordSent(c: WebContext): Promise<Response> {
  return sent(c, await newSubject(c), recordActivity);
}

async function editSent(c: WebContext): Promise<Response> {
  return sent(c, await oldSubject(c), editActivity);
}

type Write = (cx: Cx, raw: unknown) => Promise<Outcome<ActivityIssued>>;

async function sent(c: WebContext, subject: Subject, write: Write): Promise<Response> {
  const { cx, services } = c.var;
  const form = await formOf(c);
  const kept = form.lists.kept ?? [];
  const received = await receiveFiles(cx, services.files, form.files.files ?? [], kept);
  const picked = pick('organisation', subject.options, form.values.organisation ?? '');
  const saved = await saveSent(cx, form.key, {
    raw: await rawOf(cx, subject, form, 'code' in picked ? picked.code : '', received),
    early: [...('issue' in picked ? [picked.issue] : []), ...received.issues],
    read: ['organisation'],
    write,
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  const own = subject.kind.fields.map((field) => [`data.${field.key}`, field.label]);
  const all = { ...labels(subject.kind.noun), ...Object.fromEntries(own) };
  const view = returnedForm(form.values, saved.issues, issueWords, all);
  return show(c, subject, view, received.files, saved.newer);
}

async function rawOf(
  cx: Cx,
  { kind, activity }: Subject,
  { values }: FormBody,
  organisation: string,
  received: Received,
): Promise<Record<string, unknown>> {
  const { title, starts_on, ends_on, role, place, partners, summary } = values;
  const data = Object.fromEntries(kind.fields.map(({ key }) => [key, values[`data.${key}`]]));
  const common = { organisation, title, starts_on, ends_on, role, place, partners, summary, data };
  const files = await activityFiles.after(cx, activity?.id ?? null, received);
  if (activity === null) return { kind: kind.code, ...common, files };
  return { pid: activity.pid, version: values.version, ...common, files };
}

/** The form: fresh, or (with issues) as it was sent, under the status that says so. */
async function show(
  c: WebContext,
  { kind, activity, options }: Subject,
  state: FormView,
  kept: Received['files'],
  newer?: number,
): Promise<Response> {
  const title = activity === null ? words.recordOne(kind.noun) : words.editOne(kind.noun);
  const bad = state.summary.length > 0;
  const backHref = activity === null ? pathOf(c) : pathOf(c, activity.pid);
  const version = newer ?? state.values.version ?? activity?.version;
  const few = options.length <= longestSelect;
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(
      c,
      activity === null
        ? { label: kind.name, href: `${pathOf(c)}?loai=${kind.code}` }
        : { label: activity.title, href: backHref },
      { label: title },
    ),
    body: (
      <ActivityForm
        kind={kind}
        state={
          few ? { ...state, values: withCodes(state.values, ['organisation'], options) } : state
        }
        action={c.req.path}
        hidden={{ _key: c.var.cx.ids.pid(), version: activity === null ? undefined : version }}
        backHref={backHref}
        organisations={options.map((option) => ({ value: option.code, label: option.name }))}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        kept={kept}
        newerHref={newer === undefined ? undefined : backHref}
      />
    ),
  });
}

/** A record as a person would have typed it. */
function typedOf({ kind, activity, options }: Subject): Record<string, string> {
  if (activity === null) return {};
  const own = kind.fields.flatMap((field): [string, string][] => {
    const value = activity.data[field.key];
    return value === undefined || value === false
      ? []
      : [[`data.${field.key}`, typedValue(field, value)]];
  });
  return {
    title: activity.title,
    starts_on: formatDate(activity.startsOn),
    ends_on: activity.endsOn === null ? '' : formatDate(activity.endsOn),
    organisation: typedFor(activity.organisationCode, options),
    role: activity.role,
    place: activity.place ?? '',
    partners: activity.partners ?? '',
    summary: activity.summary ?? '',
    ...Object.fromEntries(own),
  };
}
