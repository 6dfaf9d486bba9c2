import type { Hono } from 'hono';
import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { joinName } from '../../../../kernel/vietnamese/names.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { type ActState, Alert } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { findPersonRecord } from '../../../people/index.ts';
import { FindPerson, JudgeForm } from '../../pages/office/judge-forms.tsx';
import { personsNamed } from '../../queries/index.ts';
import { proposeJudge } from '../../service/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { ticked } from './council-forms.tsx';
import { codesOf, fieldOptions } from './judge-forms.tsx';
import { base, crumbsOf, issueWords, managedEdition, pathOf, paths } from './shared.tsx';

interface Proposing {
  readonly edition: Edition;
  readonly person: Awaited<ReturnType<typeof findPersonRecord>>;
}

async function openProposing(c: WebContext): Promise<Proposing> {
  const edition = await managedEdition(c);
  const asked = c.req.query('nguoi') ?? '';
  const person = asked === '' ? null : await findPersonRecord(c.var.cx, asked);
  return { edition, person };
}

/** Putting somebody on the list: from the registry, or typed. */
export function proposeDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/${paths.judges}/moi`,
    command: proposeJudge,
    title: () => words.add,
    lead: ({ edition }) => edition.content.name,
    open: openProposing,
    crumbs: (c, { edition }) => crumbsOf(c, edition, 'judges', { label: words.add }),
    initial: (_c, { person }) => (person === null ? {} : ofPerson(person)),
    fixed: async (_c, { edition, person }, typed) => ({
      values: {
        edition: edition.pid,
        expertise: ticked(typed, 'expertise', codesOf(edition)),
        ...(person === null ? {} : { person: person.pid }),
      },
    }),
    labels: words.labels,
    after: (c, { edition }, { pid }) => `${pathOf(c, edition, 'judges', pid)}?da-them=1`,
    view: proposeView,
  });
}

const ofPerson = (person: NonNullable<Proposing['person']>): Record<string, string> => ({
  name: joinName(person),
  title: person.degrees.join('.'),
  unit: person.workplace ?? '',
  email: person.email ?? '',
  phone: person.phones[0] ?? '',
  birth: person.birthDate === null ? '' : formatPartialDate(person.birthDate),
});

async function proposeView(
  c: WebContext,
  { edition, person }: Proposing,
  state: Omit<ActState, 'backHref'>,
) {
  const path = pathOf(c, edition, 'judges', 'moi');
  const typed = (c.req.query('tim') ?? '').trim().slice(0, 100);
  const found = typed === '' ? null : await personsNamed(c.var.cx, typed);
  const form = (
    <JudgeForm
      state={{ ...state, backHref: pathOf(c, edition, 'judges') }}
      verb={words.propose}
      fields={fieldOptions(edition)}
    />
  );
  if (person !== null)
    return (
      <>
        <Alert tone="info" title={words.chosen(joinName(person))}>
          <a href={path}>{words.notHim}</a>
        </Alert>
        {form}
      </>
    );
  return (
    <>
      <FindPerson
        action={path}
        typed={typed}
        found={
          found?.map((one) => ({
            name: [one.degrees.join('.'), joinName(one)].filter(Boolean).join(' '),
            birth: one.birthDate === null ? null : formatPartialDate(one.birthDate),
            unit: one.workplace,
            href: withQuery(path, { nguoi: one.pid }),
          })) ?? null
        }
      />
      {form}
    </>
  );
}
