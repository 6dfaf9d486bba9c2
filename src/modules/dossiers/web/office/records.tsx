import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { ConfirmPage } from '../../../../ui/index.ts';
import {
  authorsIn,
  consentParties,
  consentPartyNames,
  consentPurposeNames,
  consentPurposes,
} from '../../../calls/index.ts';
import { AwardForm, ConsentForm } from '../../pages/office/acts.tsx';
import { awardsOf, keptByPid, type Written } from '../../queries/index.ts';
import type { Award } from '../../schema/index.ts';
import { awardKey, recordAward, recordConsent, removeAward } from '../../service/index.ts';
import { dossierOfficeWords, actWords as words } from '../../vi/office/index.ts';
import { actDoor } from './acts.tsx';
import { writingPath } from './paper-shared.ts';
import { base, dossierCrumbs, dossierPath, issueWords, keptDossier } from './shared.tsx';

/** What is written down beside the dossier itself: consents on paper, prizes. */
export function recordDoors(app: Hono<Env>): void {
  consentDoor(app);
  actDoor(app, {
    word: 'giai-thuong',
    command: recordAward,
    said: 'da-ghi-giai',
    title: words.award.title,
    initial: () => ({ level: 'province' }),
    form: (_c, { edition }, state) => (
      <AwardForm
        state={state}
        prizes={edition.content.prizes.prizes.map(({ key, name }) => ({ value: key, label: name }))}
      />
    ),
  });
  app.get(`${base}/:pid/giai-thuong/:award/xoa`, removePage);
  app.post(`${base}/:pid/giai-thuong/:award/xoa`, async (c) => {
    const dossier = await keptDossier(c);
    const { values } = await formOf(c);
    const award = c.req.param('award');
    const input = { pid: dossier.pid, award, version: values.version };
    settled(await execute(c.var.cx, removeAward, input), issueWords);
    return c.redirect(`${dossierPath(c, dossier)}?da-xoa-giai=1`, 303);
  });
}

async function openWritten(c: WebContext): Promise<Written> {
  const dossier = await keptByPid(c.var.cx, c.req.param('pid') ?? '');
  if (dossier.edition.pid !== c.req.param('edition')) throw new NotFound('dossier');
  return dossier;
}

const optionsOf = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[]) =>
  keys.map((value) => ({ value, label: names[value] }));

/** Also for those who complete what they sent on: they come back to the page where they write. */
function consentDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/:pid/dong-y`,
    command: recordConsent,
    title: () => words.consent.title,
    lead: ({ number, title }) => [number, title].filter(Boolean).join(' · '),
    open: openWritten,
    crumbs: (c, dossier) => dossierCrumbs(c, dossier, { label: words.consent.title }),
    initial: () => ({ party: 'author', purpose: 'enter' }),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    labels: words.labels,
    after: (c, dossier) => `${backOf(c, dossier)}?da-ghi-y-kien=1`,
    view: (c, dossier, state) => {
      const people = authorsIn(dossier.edition.content, dossier.working);
      return (
        <ConsentForm
          state={{ ...state, backHref: backOf(c, dossier) }}
          authors={people.map(({ key, name }) => ({ value: key, label: name }))}
          parties={optionsOf(consentPartyNames, consentParties)}
          purposes={optionsOf(consentPurposeNames, consentPurposes)}
        />
      );
    },
  });
}

const backOf = (c: WebContext, dossier: Written): string =>
  dossier.state === 'draft' ? writingPath(c, dossier) : dossierPath(c, dossier);

async function removePage(c: WebContext): Promise<Response> {
  const dossier = await keptDossier(c);
  const awards: readonly Award[] =
    (await awardsOf(c.var.cx.db, [dossier.id])).get(dossier.id) ?? [];
  const award = awards.find((one) => awardKey(one) === c.req.param('award'));
  if (award === undefined) throw new NotFound('award');
  const { awards: said } = dossierOfficeWords;
  const title = said.removeOf(award.name);
  return c.var.shell.office(c, {
    title,
    crumbs: dossierCrumbs(c, dossier, { label: title }),
    body: (
      <ConfirmPage
        question={said.removeQuestion(award.name)}
        action={new URL(c.req.url).pathname}
        hidden={{ version: dossier.version }}
        verb={said.remove}
        keepHref={dossierPath(c, dossier)}
        keepLabel={said.keep}
      >
        {said.removeBody}
      </ConfirmPage>
    ),
  });
}
