import type { WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { fieldMeaning } from '../../../calls/index.ts';
import { AskedPage } from '../../pages/entry/asked.tsx';
import { authorsOf } from '../../queries/index.ts';
import { consentWords as words } from '../../vi/entry/index.ts';
import { partyView, type ReturnedConsent } from './consent-views.ts';
import { callPath, type Opened, pathOf, titleOf, unkept } from './shared.tsx';
import { standingOf } from './standing.ts';

/** What was just done, said once. */
export const saidOf = (c: WebContext) =>
  saidIn(c, { 'da-ghi': words.saved, 'da-hoi': words.asked });

/** What a link shows that asks the consents of one party. */
export async function askedPage(
  c: WebContext,
  found: Opened,
  back: ReturnedConsent | null = null,
): Promise<Response> {
  const { dossier, link, token } = found;
  const { cx } = c.var;
  const { content, organisation } = dossier.edition;
  const stands = await standingOf(cx, dossier);
  const submitted = (await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
  const author = [...stands.authors, ...submitted].find(({ key }) => key === link.author);
  const about = {
    consents: stands.consents,
    today: cx.clock.today(),
    representative: content.eligibility.representative,
    newKey: () => cx.ids.pid(),
    askAction: null,
    back,
  };
  const party = link.party ?? 'author';
  const summaryKey = fieldMeaning(content.form, 'summary')?.key ?? '';
  const summary = dossier.working.answers[summaryKey];
  const people = stands.authors.length === 0 ? submitted : stands.authors;
  const leads = { author: words.link.leadAuthor, representative: words.link.leadRepresentative };
  const page = await c.var.shell.portal(c, {
    title: words.link.title,
    crumbs: [{ label: content.name, href: callPath(dossier) }, { label: words.link.title }],
    ...(back === null ? {} : { error: true, status: 422 }),
    body: (
      <AskedPage
        action={pathOf(token, 'dong-y')}
        lead={author === undefined ? '' : leads[party](author.name)}
        notice={saidOf(c) ?? null}
        callHref={callPath(dossier)}
        // Whose name no longer stands there is told nothing of the dossier.
        about={[
          { term: words.link.edition, value: content.name },
          {
            term: words.link.by,
            value: [content.committee.name, organisation.name].filter(Boolean).join(' · '),
          },
          ...(author === undefined
            ? []
            : [
                { term: words.link.name, value: titleOf(dossier) },
                { term: words.link.authors, value: people.map(({ name }) => name).join(', ') },
                ...(typeof summary === 'string' && summary !== ''
                  ? [{ term: words.link.summary, value: summary }]
                  : []),
              ]),
        ]}
        party={author === undefined ? null : partyView(author, party, about)}
      />
    ),
  });
  return unkept(page);
}
