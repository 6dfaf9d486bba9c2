import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { NumberForm, ReopenForm } from '../pages/step-forms.tsx';
import { WordStep } from '../pages/word-step.tsx';
import { reportSymbol } from '../rules/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { answerReturn, issueNumber, reopenForm, sendBackForm } from '../service/index.ts';
import { words } from '../vi/pages.ts';
import { returningDoor } from './returning.tsx';
import { base, crumbsTo, formOfAddress, formPath, issueWords } from './shared.ts';

const labels = {
  words: words.returnField,
  until: words.until,
  reason: words.reopenReason,
  signed_on: words.signedOn,
  signer: words.signer,
  position: words.position,
  authority: words.authority,
  authority_of: words.authorityOf,
  symbol: words.symbol,
};

type May = keyof ReportForm['may'];

const open =
  (right: May) =>
  async (c: WebContext): Promise<ReportForm> => {
    const form = await formOfAddress(c);
    if (!form.may[right]) throw new Forbidden(`report.${right}`);
    return form;
  };

const common = {
  words: issueWords,
  labels,
  version: (form: ReportForm) => form.obligation.version,
};

/** Steps that need words: each a page of its own. */
export function wordStepDoors(app: Hono<Env>): void {
  returningDoor(app);
  formDoor(app, {
    ...common,
    path: `${base}/chuyen-lai`,
    command: sendBackForm,
    title: () => words.sendBackTitle,
    open: open('check'),
    crumbs: (c, form) => crumbsTo(c, form, { label: words.sendBackTitle }),
    initial: () => ({}),
    fixed: async (_c, form) => ({ values: { pid: form.obligation.pid } }),
    after: (c, form) => `${formPath(c, form.obligation.pid)}?chuyen-lai=1`,
    view: (c, form, state) => (
      <WordStep
        state={state}
        name="words"
        label={words.sendBackField}
        save={words.sendBackSave}
        backHref={formPath(c, form.obligation.pid)}
      />
    ),
  });
  formDoor(app, {
    ...common,
    path: `${base}/tra-loi`,
    command: answerReturn,
    title: () => words.answerTitle,
    lead: () => words.answerLead,
    open: open('fill'),
    crumbs: (c, form) => crumbsTo(c, form, { label: words.answerTitle }),
    initial: () => ({}),
    fixed: async (c, form) => ({
      values: { pid: form.obligation.pid, place: c.req.query('o') ?? null },
    }),
    after: (c, form) => `${formPath(c, form.obligation.pid)}?da-tra-loi=1`,
    view: (c, form, state) => (
      <WordStep
        state={state}
        name="words"
        label={words.answerField}
        save={words.answerSave}
        backHref={formPath(c, form.obligation.pid)}
      />
    ),
  });
  reopenDoor(app);
  numberDoor(app);
}

function reopenDoor(app: Hono<Env>): void {
  formDoor(app, {
    ...common,
    path: `${base}/mo-lai`,
    command: reopenForm,
    title: () => words.reopenTitle,
    lead: () => words.reopenLead,
    open: open('reopen'),
    crumbs: (c, form) => crumbsTo(c, form, { label: words.reopenTitle }),
    initial: () => ({}),
    fixed: async (_c, form) => ({ values: { pid: form.obligation.pid } }),
    after: (c, form) => `${formPath(c, form.obligation.pid)}?mo-lai=1`,
    view: (c, form, state) => (
      <ReopenForm state={state} backHref={formPath(c, form.obligation.pid)} />
    ),
  });
}

function numberDoor(app: Hono<Env>): void {
  formDoor(app, {
    ...common,
    path: `${base}/lay-so`,
    command: issueNumber,
    title: () => words.numberTitle,
    lead: () => words.numberLead,
    open: open('number'),
    crumbs: (c, form) => crumbsTo(c, form, { label: words.numberTitle }),
    initial: (c, form) => ({
      signed_on: formatDate(c.var.cx.clock.today()),
      symbol: reportSymbol(form.obligation.organisation.shortName),
    }),
    fixed: async (_c, form) => ({ values: { pid: form.obligation.pid } }),
    after: (c, form) => `${formPath(c, form.obligation.pid)}?lay-so=1`,
    view: (c, form, state) => (
      <NumberForm state={state} backHref={formPath(c, form.obligation.pid)} />
    ),
  });
}
