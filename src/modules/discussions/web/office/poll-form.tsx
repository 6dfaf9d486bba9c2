import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { execute, once } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { PollFields } from '../../pages/polls/form.tsx';
import { pollManage, pollRead } from '../../policy.ts';
import type { Poll } from '../../schema/index.ts';
import { createPoll, editPoll } from '../../service/index.ts';
import { ownIssues, pollOffice as words } from '../../vi/index.ts';
import { allow, officePath, pollsPath as path } from '../shared.ts';
import { pollIn } from './poll-asking.tsx';

/** Making a poll, and changing one. */
export function pollFormDoors(app: Hono<Env>): void {
  app.get(`/${path}/lap`, async (c) => {
    await allow(c, pollRead, pollManage);
    return show(c, null, freshForm({ most: '1', shown: 'after_vote' }));
  });
  app.post(`/${path}/lap`, (c) => save(c, null));
  app.get(`/${path}/:pid/sua`, async (c) => {
    await allow(c, pollRead, pollManage);
    const poll = await pollIn(c);
    return show(c, poll, freshForm(typedOf(poll)));
  });
  app.post(`/${path}/:pid/sua`, async (c) => save(c, await pollIn(c)));
}

const typedOf = (poll: Poll): Readonly<Record<string, string>> => ({
  question: poll.question,
  note: poll.note ?? '',
  options: poll.options.map(({ label }) => label).join('\n'),
  most: String(poll.most),
  opens_on: poll.opensOn === null ? '' : formatDate(poll.opensOn),
  closes_on: poll.closesOn === null ? '' : formatDate(poll.closesOn),
  shown: poll.shown,
});

const labels = {
  question: words.question,
  note: words.note,
  options: words.options,
  most: words.most,
  opens_on: words.opensOn,
  closes_on: words.closesOn,
  shown: words.shown,
};

interface More {
  readonly version?: string | number | undefined;
  readonly status?: 409 | 422;
}

async function show(
  c: WebContext,
  poll: Poll | null,
  form: FormView,
  more: More = {},
): Promise<Response> {
  const title = poll === null ? words.create : words.editTitle;
  const back = officePath(c, poll === null ? path : `${path}/${poll.pid}`);
  return c.var.shell.office(c, {
    title,
    crumbs: [{ label: words.title, href: officePath(c, path) }, { label: title }],
    status: more.status ?? 200,
    error: more.status !== undefined,
    body: (
      <PollFields
        form={form}
        action={poll === null ? officePath(c, `${path}/lap`) : `${back}/sua`}
        hidden={{ _key: c.var.cx.ids.pid(), version: more.version ?? poll?.version }}
        backHref={back}
      />
    ),
  });
}

type Saved = { readonly pid: string } | { readonly issues: readonly Issue[] };

async function save(c: WebContext, poll: Poll | null): Promise<Response> {
  await allow(c, pollRead, pollManage);
  const { values, key } = await formOf(c);
  const { question, note, options, most, opens_on, closes_on, shown, version } = values;
  const fields = { question, note, options, most, opens_on, closes_on, shown };
  const again = (issues: readonly Issue[], more: More) =>
    show(c, poll, returnedForm(values, issues, ownIssues, labels), more);
  try {
    const answer = await once<Saved>(c.var.cx, key, async (cx) => {
      const outcome =
        poll === null
          ? await execute(cx, createPoll, { ...fields, organisation: c.var.place.code })
          : await execute(cx, editPoll, { ...fields, pid: poll.pid, version });
      return outcome.ok
        ? { keep: true, answer: { pid: outcome.value.pid } }
        : { keep: false, answer: { issues: outcome.issues } };
    });
    return 'pid' in answer
      ? c.redirect(officePath(c, `${path}/${answer.pid}?da-luu=1`), 303)
      : again(answer.issues, { version, status: 422 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], { version: error.version, status: 409 });
  }
}
