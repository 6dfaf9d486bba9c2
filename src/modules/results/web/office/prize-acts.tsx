import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import type { Permission } from '../../../../platform/policy.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ConfirmPage,
  DateInput,
  Form,
  FormActions,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { resultManage } from '../../../ballots/index.ts';
import { resultApprove } from '../../policy.ts';
import { allocationOf } from '../../queries/index.ts';
import type { Allocation } from '../../schema/index.ts';
import {
  approveAllocation,
  proposeAllocation,
  publishAllocation,
  returnAllocation,
  takeBackAllocation,
} from '../../service/index.ts';
import { prizeWords as words } from '../../vi/prizes.ts';
import { issueWords } from '../words.ts';
import { base, crumbsOf, editionOf, issuesOf, mayAt, pathOf } from './shared.tsx';

const path = `${base}/giai`;

/** The way of the prizes: proposed, sent back, approved, told everybody, the decision taken back. */
export function prizeActDoors(app: Hono<Env>): void {
  confirmDoor(app, 'trinh', proposeAllocation, resultManage, 'da-trinh', (allocation) => ({
    title: words.propose,
    question: words.proposeQuestion(allocation.prizes.length),
    body: words.proposeBody,
  }));
  confirmDoor(app, 'cong-bo', publishAllocation, resultApprove, 'da-cong-bo', () => ({
    title: words.publish,
    question: words.publishQuestion,
    body: words.publishBody,
  }));
  returnDoor(app);
  approveDoor(app);
  takeBackDoor(app);
}

/** The allocation of the address, for those who may do it. @throws NotFound, Forbidden */
async function opened(c: WebContext, wanted: Permission): Promise<Allocation> {
  const edition = await editionOf(c);
  if (!(await mayAt(c, edition, wanted))) throw new Forbidden(wanted.name);
  const allocation = await allocationOf(c.var.cx, edition);
  if (allocation === null) throw new NotFound('allocation');
  return allocation;
}

const crumbs = (c: WebContext, { edition }: Allocation, label: string) =>
  crumbsOf(c, edition, { label: words.title, href: pathOf(c, edition, 'giai') }, { label });

interface Asked {
  readonly title: string;
  readonly question: string;
  readonly body: string;
}

function confirmDoor(
  app: Hono<Env>,
  word: string,
  command: typeof proposeAllocation | typeof publishAllocation,
  wanted: Permission,
  said: string,
  asked: (allocation: Allocation) => Asked,
): void {
  const show = (c: WebContext, allocation: Allocation, issues: readonly Issue[]) => {
    const { title, question, body } = asked(allocation);
    const errors = [...new Set(issues.map((one) => wordsOf(one, issueWords)))];
    return c.var.shell.office(c, {
      title,
      crumbs: crumbs(c, allocation, title),
      ...(issues.length === 0 ? {} : { error: true, status: 422 as const }),
      before: errors.map((error) => <Alert tone="bad">{error}</Alert>),
      body: (
        <ConfirmPage
          question={question}
          action={pathOf(c, allocation.edition, `giai/${word}`)}
          hidden={{ version: allocation.version }}
          verb={title}
          keepHref={pathOf(c, allocation.edition, 'giai')}
          keepLabel={words.keep}
          harmless
        >
          <p>{body}</p>
        </ConfirmPage>
      ),
    });
  };
  app.get(`${path}/${word}`, async (c) => show(c, await opened(c, wanted), []));
  app.post(`${path}/${word}`, async (c) => {
    const allocation = await opened(c, wanted);
    const { values } = await formOf(c);
    const raw = { pid: allocation.pid, version: values.version };
    const issues = await issuesOf(() =>
      execute(c.var.cx, command as typeof publishAllocation, raw),
    );
    if (issues.length > 0) return show(c, await opened(c, wanted), issues);
    return c.redirect(pathOf(c, allocation.edition, 'giai', { [said]: '1' }), 303);
  });
}

function returnDoor(app: Hono<Env>): void {
  reasonDoor(app, 'tra-lai', returnAllocation, resultManage, 'da-tra', {
    title: words.backTitle,
    verb: words.back,
    keep: words.keep,
  });
}

function takeBackDoor(app: Hono<Env>): void {
  reasonDoor(app, 'thu-hoi', takeBackAllocation, resultApprove, 'da-thu-hoi', {
    title: words.takeBackTitle,
    lead: words.takeBackHelp,
    body: ({ state }) => words.takeBackBody(state === 'published'),
    help: words.takeBackReason,
    verb: words.takeBackDo,
    keep: words.keep,
    danger: true,
  });
}

/** An act that asks for its reason. */
function reasonDoor(
  app: Hono<Env>,
  word: string,
  command: typeof returnAllocation | typeof takeBackAllocation,
  wanted: Permission,
  said: string,
  asked: {
    readonly title: string;
    readonly lead?: string;
    readonly body?: (allocation: Allocation) => string;
    readonly help?: string;
    readonly verb: string;
    readonly keep: string;
    readonly danger?: boolean;
  },
): void {
  const { title, lead, body, help, verb, keep, danger = false } = asked;
  formDoor(app, {
    words: issueWords,
    path: `${path}/${word}`,
    command: command as typeof returnAllocation,
    title: () => title,
    ...(lead === undefined ? {} : { lead: () => lead }),
    open: (c) => opened(c, wanted),
    crumbs: (c, allocation) => crumbs(c, allocation, title),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, { edition }) => pathOf(c, edition, 'giai', { [said]: '1' }),
    view: (c, allocation, { form, hidden, action }) => (
      <>
        {form.summary
          .filter(({ field }) => field === '')
          .map(({ text }) => (
            <Alert tone="bad">{text}</Alert>
          ))}
        <Form action={action} hidden={hidden}>
          {body === undefined ? null : <p>{body(allocation)}</p>}
          <TextArea
            name="reason"
            label={words.labels.reason ?? ''}
            help={help}
            value={form.values.reason}
            error={form.errors.reason}
            maxLength={2000}
          />
          <FormActions>
            <Button kind={danger ? 'danger' : 'primary'}>{verb}</Button>
            <ButtonLink kind="text" href={pathOf(c, allocation.edition, 'giai')}>
              {keep}
            </ButtonLink>
          </FormActions>
        </Form>
      </>
    ),
  });
}

function approveDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${path}/duyet`,
    command: approveAllocation,
    title: () => words.approveTitle,
    lead: () => words.approveHelp,
    open: (c) => opened(c, resultApprove),
    crumbs: (c, allocation) => crumbs(c, allocation, words.approveTitle),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, { edition }) => pathOf(c, edition, 'giai', { 'da-duyet': '1' }),
    view: (c, { edition }, { form, hidden, action }) => (
      <>
        {form.summary
          .filter(({ field }) => field === '')
          .map(({ text }) => (
            <Alert tone="bad">{text}</Alert>
          ))}
        <Form action={action} hidden={hidden}>
          <TextInput
            name="decision"
            label={words.labels.decision ?? ''}
            help={words.decisionHelp}
            value={form.values.decision}
            error={form.errors.decision}
            width="m"
            maxLength={200}
          />
          <DateInput
            name="decided_on"
            label={words.labels.decided_on ?? ''}
            value={form.values.decided_on}
            error={form.errors.decided_on}
          />
          <FormActions>
            <Button kind="primary">{words.approve}</Button>
            <ButtonLink kind="text" href={pathOf(c, edition, 'giai')}>
              {words.keep}
            </ButtonLink>
          </FormActions>
        </Form>
      </>
    ),
  });
}
