import type { Hono } from 'hono';
import { keepTogether } from '../../../../kernel/vietnamese/spaces.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { site, withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import {
  organisationOf,
  thing,
  toldOf,
  wholeOf as wholeAddress,
} from '../../../../platform/http/linked-data.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import type { Term } from '../../../../ui/index.ts';
import { PublicMedium } from '../../pages/public-one.tsx';
import { openMedium } from '../../queries/index.ts';
import type { Medium } from '../../schema/index.ts';
import { mediaPage, shownMedium } from '../../service/index.ts';
import { siteWords as words } from '../../vi/index.ts';
import { ownerAt } from './files.ts';
import { crumbsTo, dayOf, type Part, partNames, partOf, parts } from './shared.ts';

/** The page of one picture, film or document. */
export function oneSite(app: Hono<Env>): void {
  for (const part of partNames) app.get(`/thu-vien/${part}/:pid`, (c) => onePage(c, part));
}

async function onePage(c: WebContext, part: Part): Promise<Response> {
  const medium = await openMedium(c.var.cx.db, ownerAt(c), c.req.param('pid') ?? '');
  const kinds: readonly string[] = parts[part].kinds;
  if (medium === null || !kinds.includes(medium.kind)) throw new NotFound('media');
  const { title } = medium;
  return c.var.shell.portal(c, {
    title,
    description: medium.caption ?? medium.alt ?? title,
    styles: ['media'],
    head: toldOf(c, {
      title,
      href: mediaPage(medium.organisationCode, medium),
      crumbs: crumbsTo(c, { label: parts[part].title, href: partOf(c, part) }),
      // What only belongs to an article is found by the article.
      indexed: medium.listed,
      data: [dataOf(c, medium)],
    }),
    crumbs: crumbsTo(
      c,
      { label: parts[part].title, href: partOf(c, part) },
      { label: title.length > 60 ? `${title.slice(0, 59)}…` : title },
    ),
    body: (
      <PublicMedium
        title={title}
        media={shownMedium(medium)}
        terms={termsOf(medium)}
        tags={tagLinks(medium)}
        whole={wholeOf(medium)}
        links={[{ href: partOf(c, part), label: parts[part].title }]}
      />
    ),
  });
}

const dataTypes = {
  picture: 'ImageObject',
  video: 'VideoObject',
  audio: 'AudioObject',
  document: 'DigitalDocument',
} as const;

const dataOf = (c: WebContext, medium: Medium): object => {
  const shown = shownMedium(medium);
  return thing(dataTypes[medium.kind], {
    name: medium.title,
    description: medium.caption ?? medium.alt ?? medium.title,
    contentUrl: wholeAddress(c, shown.href),
    encodingFormat: shown.mime,
    contentSize: String(medium.bytes),
    thumbnailUrl: shown.poster === undefined ? null : wholeAddress(c, shown.poster),
    uploadDate: medium.createdAt.toISOString(),
    creditText: medium.credit,
    keywords: medium.tags,
    publisher: organisationOf(c, medium.organisationCode, c.var.place.name),
  });
};

/** The largest picture that there is, in words. */
export const wholeOf = ({ kind, width, height }: Medium): string | null =>
  kind !== 'picture' || width === null || height === null
    ? null
    : words.wholeSize(Math.min(width, 1920), Math.round((height * Math.min(width, 1920)) / width));

export function termsOf(medium: Medium): readonly Term[] {
  const { credit, seconds, kind } = medium;
  const day = dayOf(medium);
  const said: readonly (readonly [string, string | null])[] = [
    [words.credit, credit],
    [kind === 'picture' ? words.taken : words.recorded, day],
    [words.length, seconds === null ? null : words.minutes(seconds)],
    [words.size, kind === 'picture' ? null : keepTogether(fileSize(medium.bytes))],
  ];
  return said.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

export const tagLinks = ({ tags, organisationCode }: Medium) =>
  tags.map((tag) => ({
    label: tag,
    href: withQuery(site(organisationCode, 'thu-vien'), { 'tu-khoa': tag }),
  }));
