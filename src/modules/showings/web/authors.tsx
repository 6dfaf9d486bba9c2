import { isSlug } from '../../../kernel/slug.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { organisationOf, thing } from '../../../platform/http/linked-data.ts';
import { Section } from '../../../ui/index.ts';
import { addExpertParts, directoryOf, expertsAmong } from '../../people/index.ts';
import { Headlines } from '../pages/card.tsx';
import { authorOf, authorPagesOf, writtenBy } from '../queries/index.ts';
import { authorWords as words } from '../vi/index.ts';
import { articleCards } from './cards.ts';
import { calledHere } from './english.tsx';
import type { ListSpec } from './list-spec.ts';
import { authorPath } from './paths.ts';

const shownOfExpert = 10;

/** What the page of an author of the site lists. @throws NotFound */
export async function authorList(c: WebContext): Promise<ListSpec> {
  const { cx, place } = c.var;
  const word = c.req.param('slug') ?? '';
  const author = isSlug(word) ? await authorOf(cx, place.organisationId, word) : null;
  if (author === null) throw new NotFound('author');
  const { name, slug, person } = author;
  const known = person === null ? null : await expertsAmong(cx, directoryOf(place), [person]);
  const expert =
    person !== null && known?.has(person) === true
      ? site(place.code, `chuyen-gia/${person}`)
      : null;
  const { name: called } = await calledHere(c);
  return {
    kind: 'author',
    tag: slug,
    path: authorPath(slug),
    feed: null,
    title: words.title(name),
    lead: words.lead(name, called),
    below: [
      ...(expert === null ? [] : [{ label: words.expert, href: expert }]),
      ...author.others.map((one) => ({
        label: words.namesake(one.name),
        href: site(place.code, authorPath(one.slug)),
      })),
    ],
    data: [
      thing('ProfilePage', {
        mainEntity: {
          '@type': 'Person',
          name,
          affiliation: organisationOf(c, place.code, place.name),
        },
      }),
    ],
  };
}

// What an expert of the directory wrote, under the page of the expert.
addExpertParts(async (c, person) => {
  const { cx, place } = c.var;
  const rows = await writtenBy(cx, person, shownOfExpert);
  if (rows.length === 0) return null;
  const pages = await authorPagesOf(cx, person);
  const here = pages.find(({ siteId }) => siteId === place.organisationId) ?? pages[0];
  const cards = await articleCards(cx, rows, { siteId: place.organisationId });
  return (
    <Section
      title={words.written}
      link={
        here === undefined
          ? undefined
          : { label: words.all, href: site(here.code, authorPath(here.slug)) }
      }
    >
      <Headlines cards={cards} />
    </Section>
  );
});
