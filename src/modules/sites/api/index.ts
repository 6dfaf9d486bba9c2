import { z } from 'zod';
import { languages } from '../../../kernel/language.ts';
import type { Api } from '../../../platform/http/api.ts';
import {
  bannerSource,
  blockSource,
  linkSource,
  menuSource,
  quoteSource,
} from '../queries/index.ts';
import { bannerKinds, bannerPlaces, blockPlaces, targetKinds } from '../rules/index.ts';
import { bannerFields, blockFields, linkFields, menuFields, quoteFields } from '../schema.ts';
import { banner, block, link, menu, quote, targetField } from '../service/index.ts';
import { itemEndpoints } from './items.ts';
import { redirectEndpoints } from './redirects.ts';
import { domainEndpoints, settingsEndpoints } from './site.ts';

const word = z.string().nullable();

/** REST doors of the public site of an organisation. */
export function sitesApi(api: Api): void {
  settingsEndpoints(api);
  menuEndpoints(api);
  bannerEndpoints(api);
  wordEndpoints(api);
  blockEndpoints(api);
  domainEndpoints(api);
  redirectEndpoints(api);
}

function menuEndpoints(api: Api): void {
  itemEndpoints(api, {
    path: '/site-menu',
    noun: 'entry of the menu',
    fields: menuFields,
    source: menuSource,
    commands: menu,
    shape: {
      label: z.string(),
      language: z.enum(languages),
      parent: word,
      target_kind: z.enum(targetKinds),
      room: word,
      section: word,
      page: word,
      address: word,
    },
    view: (row) => ({
      label: row.label,
      language: row.language,
      parent: row.parentPid,
      target_kind: row.targetKind,
      room: null,
      section: null,
      page: null,
      address: null,
      ...(targetField[row.targetKind] === null
        ? {}
        : { [targetField[row.targetKind] ?? '']: row.target }),
    }),
  });
}

function bannerEndpoints(api: Api): void {
  itemEndpoints(api, {
    path: '/site-banners',
    noun: 'banner',
    fields: bannerFields,
    source: bannerSource,
    commands: banner,
    shape: {
      title: z.string(),
      place: z.enum(bannerPlaces),
      kind: z.enum(bannerKinds),
      picture: word,
      href: word,
      from: word,
      until: word,
    },
    view: ({ title, place, kind, picture, href, from, until }) => ({
      title,
      place,
      kind,
      picture,
      href,
      from,
      until,
    }),
  });
}

function wordEndpoints(api: Api): void {
  itemEndpoints(api, {
    path: '/site-links',
    noun: 'link',
    fields: linkFields,
    source: linkSource,
    commands: link,
    shape: { label: z.string(), href: z.string(), heading: word },
    view: ({ label, href, heading }) => ({
      label,
      href,
      heading: heading === '' ? null : heading,
    }),
  });
  itemEndpoints(api, {
    path: '/site-quotes',
    noun: 'quote',
    fields: quoteFields,
    source: quoteSource,
    commands: quote,
    shape: { words: z.string(), who: z.string(), source: z.string(), href: word },
    view: ({ words, who, source, href }) => ({ words, who, source, href }),
  });
}

function blockEndpoints(api: Api): void {
  itemEndpoints(api, {
    path: '/site-blocks',
    noun: 'block of the home',
    fields: blockFields,
    source: blockSource,
    commands: block,
    shape: {
      kind: z.string(),
      place: z.enum(blockPlaces),
      title: word,
      count: z.number().int().nullable(),
      of: word,
    },
    view: ({ kind, place, title, settings }) => ({
      kind,
      place,
      title,
      count: settings.count ?? null,
      of: settings.of ?? null,
    }),
  });
}
