import type { Hono } from 'hono';
import type { z } from 'zod';
import { addDays } from '../../../../kernel/day.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { Command } from '../../../../platform/command.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { type FormDoor, formDoor } from '../../../../platform/records/form-door.ts';
import type { ActState } from '../../../../ui/index.ts';
import { fieldsFor, secondOf } from '../../../calls/index.ts';
import { DecideForm, LeaveForm, MoveForm, ReturnForm } from '../../pages/office/acts.tsx';
import type { Dossier } from '../../schema/index.ts';
import {
  grantLeave,
  invalidateDossier,
  moveDossier,
  reopenDossier,
  returnDossier,
  validateDossier,
} from '../../service/index.ts';
import { actWords as words } from '../../vi/office/index.ts';
import { base, dossierCrumbs, dossierPath, issueWords, keptDossier, siteOf } from './shared.tsx';

type Door<S, I extends z.ZodObject, L, R> = Pick<
  FormDoor<S, I, L, R>,
  'command' | 'initial' | 'fixed'
> & {
  /** Below the address of the dossier. */
  readonly word: string;
  readonly title: string;
  /** What the dossier's page is told afterwards. */
  readonly said: string;
  readonly form: (
    c: WebContext,
    dossier: S,
    state: ActState,
  ) => ReturnType<FormDoor<S, I, L, R>['view']>;
};

/** The form of one act on a dossier, with a page of its own. */
export function actDoor<I extends z.ZodObject, L, R>(
  app: Hono<Env>,
  { command, word, title, said, form, initial, fixed }: Door<Dossier, I, L, R>,
): void {
  formDoor<Dossier, I, L, R>(app, {
    words: issueWords,
    path: `${base}/:pid/${word}`,
    command: command as Command<I, L, R>,
    title: () => title,
    lead: ({ number, title: name }) => [number, name].filter(Boolean).join(' · '),
    open: keptDossier,
    crumbs: (c, dossier) => dossierCrumbs(c, dossier, { label: title }),
    initial,
    fixed: async (c, dossier, typed) => {
      const own = (await fixed?.(c, dossier, typed)) ?? {};
      return { ...own, values: { ...own.values, pid: dossier.pid } };
    },
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, dossier) => `${dossierPath(c, dossier)}?${said}=1`,
    view: (c, dossier, state) => form(c, dossier, { ...state, backHref: dossierPath(c, dossier) }),
  });
}

/** Checking, returning, moving, time beyond the deadline. */
export function actDoors(app: Hono<Env>): void {
  const decisions = [
    ['hop-le', validateDossier, 'validate', 'da-hop-le'],
    ['khong-hop-le', invalidateDossier, 'invalidate', 'khong-hop-le'],
    ['xem-lai', reopenDossier, 'reopen', 'da-xem-lai'],
  ] as const;
  for (const [word, command, act, said] of decisions)
    actDoor(app, {
      word,
      command,
      said,
      title: words[act].title,
      initial: () => ({}),
      form: (_c, _dossier, state) => <DecideForm state={state} act={act} />,
    });
  returnDoor(app);
  moveDoor(app);
  leaveDoor(app);
}

const untilOf = (typed: Readonly<Record<string, string>>): string =>
  secondOf(typed['until.day'] ?? '', typed['until.time'] ?? '', '17:00:00');

/** For how many days a supplement is given unless another day is written. */
const usualDays = 7;

const inAWeek = (c: WebContext): Readonly<Record<string, string>> => ({
  'until.day': formatDate(addDays(c.var.cx.clock.today(), usualDays)),
  'until.time': '17:00',
});

function returnDoor(app: Hono<Env>): void {
  actDoor(app, {
    word: 'tra-lai',
    command: returnDossier,
    said: 'da-tra-lai',
    title: words.back.title,
    initial: inAWeek,
    fixed: async (c, { edition }, typed) => ({
      values: {
        until: untilOf(typed),
        site: siteOf(c),
        remarks: edition.content.form.flatMap(({ key }) => {
          const text = (typed[`remark.${key}`] ?? '').trim();
          return text === '' ? [] : [{ field: key, words: text }];
        }),
      },
    }),
    form: (_c, { edition, entrant }, state) => (
      <ReturnForm
        state={state}
        fields={entrant === null ? edition.content.form : fieldsFor(edition.content.form, entrant)}
      />
    ),
  });
}

function moveDoor(app: Hono<Env>): void {
  actDoor(app, {
    word: 'chuyen',
    command: moveDossier,
    said: 'da-chuyen',
    title: words.move.title,
    initial: () => ({}),
    form: (_c, { edition, field }, state) => {
      const { fields } = edition.content;
      return (
        <MoveForm
          state={state}
          now={words.move.now(fields.find(({ code }) => code === field)?.name ?? field ?? '')}
          fields={fields
            .filter(({ code }) => code !== field)
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
      );
    },
  });
}

const entrantActs = ['save', 'submit', 'withdraw'] as const;

/** What the form of time beyond the deadline begins with and sends. */
export const leaveFields = {
  initial: (c: WebContext) => ({ ...inAWeek(c), act_save: '1', act_submit: '1' }),
  values: (c: WebContext, typed: Readonly<Record<string, string>>) => ({
    until: untilOf(typed),
    site: siteOf(c),
    acts: entrantActs.filter((act) => typed[`act_${act}`] === '1'),
  }),
};

function leaveDoor(app: Hono<Env>): void {
  actDoor(app, {
    word: 'gia-han',
    command: grantLeave,
    said: 'da-gia-han',
    title: words.leave.title,
    initial: leaveFields.initial,
    fixed: async (c, _dossier, typed) => ({ values: leaveFields.values(c, typed) }),
    form: (_c, _dossier, state) => <LeaveForm state={state} />,
  });
}
