import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { site } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { editionByPid } from '../../../calls/index.ts';
import { type CallLinks, dossierById, type OwnLinks } from '../../../dossiers/index.ts';
import { placeOf } from '../../../organisations/index.ts';
import { OwnResultPage, ResultPage } from '../../pages/site/result.tsx';
import { announcedAt, dossierOfToken } from '../../queries/index.ts';
import { ownResult, type PublicResult, publicResult } from '../../service/index.ts';
import { siteWords as words } from '../../vi/prizes.ts';

/** Who won, on the site of the union. */
export function resultSite(app: Hono<Env>): void {
  app.get('/hoi-thi/:edition/ket-qua', publicPage);
}

/** The way to it from the edition's page, once it is published. */
export const resultLink: CallLinks = async (cx, edition) =>
  (await publicResult(cx, edition)) === null
    ? []
    : [
        {
          label: words.title,
          href: site(edition.organisation.code, `hoi-thi/${edition.code}/ket-qua`),
        },
      ];

/** The way to the own result from the page of a dossier, once its entrant may see it. */
export const ownResultLink: OwnLinks = async (cx, dossier, to) =>
  (await ownResult(cx, dossier)) === null ? [] : [{ label: words.own, href: to('ket-qua') }];

/** The own result behind the link of a dossier. */
export function ownResultDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/ket-qua', ownPage);
}

async function publicPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const pid = await announcedAt(cx, place.organisationId, c.req.param('edition') ?? '');
  if (pid === null) throw new NotFound('edition');
  const edition = await editionByPid(cx, pid);
  const result = await publicResult(cx, edition);
  if (result === null) throw new NotFound('result');
  const { content } = edition;
  const prizeName = (key: string): string =>
    content.prizes.prizes.find((one) => one.key === key)?.name ?? '';
  const answer = await shell.portal(c, {
    title: `${words.title}: ${content.name}`,
    heading: words.title,
    lead: content.name,
    crumbs: [
      { label: place.shortName, href: site(place.code) },
      { label: content.name, href: site(place.code, `hoi-thi/${edition.code}`) },
      { label: words.title },
    ],
    body: (
      <ResultPage
        name={content.name}
        decision={
          result.decision === null || result.decidedOn === null
            ? null
            : words.decision(result.decision, formatDate(result.decidedOn))
        }
        takenBack={takenBackWords(result)}
        rows={result.prizes.map(({ prize, title, field, authors }) => ({
          prize: prizeName(prize),
          title,
          field: content.fields.find(({ code }) => code === field)?.name ?? '',
          who: authors.map(({ name, place: at }) => (at === null ? name : `${name}, ${at}`)),
        }))}
        keptBack={result.keptBack === 0 ? null : words.keptBackMany(result.keptBack)}
      />
    ),
  });
  // A consent may be taken back, and a phase may begin to hide results, at any moment.
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

function takenBackWords({ takenBack }: PublicResult): string | null {
  if (takenBack === null) return null;
  const { decision, decidedOn, on } = takenBack;
  return words.takenBack(decision, formatDate(decidedOn), formatDate(on));
}

async function ownPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const token = c.req.param('token') ?? '';
  const id = await dossierOfToken(cx, token);
  if (id === null) throw new NotFound('dossier');
  const dossier = await dossierById(cx, id);
  const { content, organisation } = dossier.edition;
  const at = await placeOf(cx.db, organisation.code, cx.clock.today());
  if (at !== null && !('movedTo' in at)) c.set('place', at);
  const result = await ownResult(cx, dossier);
  const prize = content.prizes.prizes.find(({ key }) => key === result?.prize)?.name;
  const said =
    result === null
      ? words.ownNotYet
      : result.takenBack
        ? words.ownTakenBack
        : prize === undefined
          ? words.ownNone
          : words.ownPrize(prize);
  const back = `/ho-so/${token}`;
  const answer = await shell.portal(c, {
    title: words.own,
    lead: dossier.title,
    crumbs: [{ label: content.name, href: back }, { label: words.own }],
    body: (
      <OwnResultPage
        title={dossier.title}
        tone={prize === undefined ? 'info' : 'ok'}
        said={said}
        backHref={back}
      />
    ),
  });
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('x-robots-tag', 'noindex, nofollow');
  return answer;
}
