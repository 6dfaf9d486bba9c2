import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import { type Issue, type IssueWords, issue } from '../../kernel/issue.ts';
import { type Command, execute, once } from '../command.ts';
import { Conflict } from '../errors.ts';
import { issuesOf } from '../forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../forms/returned.ts';
import { withQuery } from '../http/addresses.ts';
import { formOf } from '../http/body.ts';
import type { Crumb, Env, WebContext } from '../http/env.ts';

/** What a form's view gets: the form as it is, what it must carry, where it goes. */
export interface DoorState {
  readonly form: FormView;
  readonly hidden: Readonly<Record<string, string | number | null | undefined>>;
  readonly action: string;
}

/** A form at one address: GET shows it, POST runs its command and goes on, or shows it again. */
export interface FormDoor<Subject, Input extends z.ZodObject, Loaded, Result> {
  /** Sentences of the issues. */
  readonly words: IssueWords;
  readonly path: string;
  readonly command: Command<Input, Loaded, Result>;
  readonly title: (subject: Subject) => string;
  readonly lead?: (subject: Subject) => string;
  /** Finds what the form is about and asks for the right. @throws NotFound, Forbidden */
  readonly open: (c: WebContext) => Promise<Subject>;
  readonly crumbs: (c: WebContext, subject: Subject) => readonly Crumb[];
  readonly initial: (c: WebContext, subject: Subject) => Readonly<Record<string, string>>;
  /** What the form does not send, and wins over what it does; with issues nothing is run. */
  readonly fixed?: (
    c: WebContext,
    subject: Subject,
    typed: Readonly<Record<string, string>>,
  ) => Promise<{ values?: Readonly<Record<string, unknown>>; issues?: readonly Issue[] }>;
  readonly version?: (subject: Subject) => number;
  readonly labels: Readonly<Record<string, string>>;
  readonly after: (c: WebContext, subject: Subject, result: Result) => string;
  readonly view: (c: WebContext, subject: Subject, state: DoorState) => Promise<Child> | Child;
  /** Stylesheets that only its page needs, by name. */
  readonly styles?: readonly string[];
}

/** Hangs a form on the office's router. */
export function formDoor<S, I extends z.ZodObject, L, R>(
  app: Hono<Env>,
  spec: FormDoor<S, I, L, R>,
): void {
  app.get(spec.path, async (c) => {
    const subject = await spec.open(c);
    return show(c, spec, subject, freshForm(spec.initial(c, subject)), {
      version: spec.version?.(subject),
    });
  });
  app.post(spec.path, (c) => receive(c, spec));
}

type Answer = { href: string } | { issues: readonly Issue[] };

async function receive<S, I extends z.ZodObject, L, R>(
  c: WebContext,
  spec: FormDoor<S, I, L, R>,
): Promise<Response> {
  const subject = await spec.open(c);
  const { values, key } = await formOf(c);
  const again = (
    issues: readonly Issue[],
    version: string | number | undefined,
    status: 409 | 422,
  ) =>
    show(c, spec, subject, returnedForm(values, issues, spec.words, spec.labels), {
      version,
      status,
    });
  try {
    const answer = await once<Answer>(c.var.cx, key, async (cx) => {
      const fixed = (await spec.fixed?.(c, subject, values)) ?? {};
      const raw = { ...known(spec.command.input, values), ...fixed.values };
      if (fixed.issues !== undefined && fixed.issues.length > 0) {
        const { error } = spec.command.input.safeParse(raw);
        const more = error === undefined ? [] : issuesOf(error);
        return { keep: false, answer: { issues: firstOfEach([...fixed.issues, ...more]) } };
      }
      const outcome = await execute(cx, spec.command, raw);
      if (!outcome.ok) return { keep: false, answer: { issues: outcome.issues } };
      return { keep: true, answer: { href: spec.after(c, subject, outcome.value) } };
    });
    return 'href' in answer
      ? c.redirect(answer.href, 303)
      : again(answer.issues, values.version, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version, 409);
  }
}

// The door's own issue about a field says it better than the schema's on the same field.
function firstOfEach(issues: readonly Issue[]): Issue[] {
  return issues.filter((one, at) => issues.findIndex((other) => other.path === one.path) === at);
}

function known(
  input: z.ZodObject,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = Object.keys(input.shape);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

async function show<S, I extends z.ZodObject, L, R>(
  c: WebContext,
  spec: FormDoor<S, I, L, R>,
  subject: S,
  form: FormView,
  more: { version: string | number | undefined; status?: 409 | 422 },
): Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url);
  const state: DoorState = {
    form,
    action: withQuery(pathname, Object.fromEntries(searchParams)),
    hidden: { _key: c.var.cx.ids.pid(), version: more.version },
  };
  return c.var.shell.office(c, {
    title: spec.title(subject),
    ...(spec.lead === undefined ? {} : { lead: spec.lead(subject) }),
    crumbs: spec.crumbs(c, subject),
    body: await spec.view(c, subject, state),
    ...(spec.styles === undefined ? {} : { styles: spec.styles }),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
  });
}
