import type { Language } from '../../../../kernel/language.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { EntryList } from '../../../../ui/index.ts';
import { sectionsOf } from '../../../articles/index.ts';
import { mediaFieldData } from '../../../media/index.ts';
import {
  BannerFields,
  BlockFields,
  LinkFields,
  MenuFields,
  type Options,
  QuoteFields,
} from '../../pages/office/forms.tsx';
import {
  bannerSource,
  blockSource,
  itemsOf,
  linkSource,
  menuPages,
  menuSource,
  quoteSource,
} from '../../queries/index.ts';
import { bannerPlaces, bannerState, blockPlaces } from '../../rules/index.ts';
import type {
  BannerRow,
  BlockRow,
  bannerFields,
  blockFields,
  LinkRow,
  linkFields,
  MenuRow,
  menuFields,
  QuoteRow,
  quoteFields,
} from '../../schema.ts';
import {
  banner,
  block,
  blockKind,
  blockKinds,
  link,
  menu,
  quote,
  targetField,
} from '../../service/index.ts';
import {
  bannerKindNames,
  bannerPlaceNames,
  blockPlaceNames,
  kindWords,
  roomLabels,
  siteIssues,
  targetKindNames,
  words,
} from '../../vi/index.ts';
import type { OfficeKind } from './items.tsx';
import { pathOf } from './shared.ts';

const MOST_PAGES = 200;

/** The pictures of the library, as a form offers them; the one that was chosen stays chosen. */
export const pictureOptions = async (c: WebContext, now: string | null): Promise<Options> => ({
  media: await mediaFieldData(c, ['picture'], now),
});

const typed = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null || value === undefined ? '' : String(value),
    ]),
  );

const dayTyped = (day: string | null): string => (day === null ? '' : formatDate(day));

async function menuOptions(c: WebContext, row: MenuRow | null): Promise<Options> {
  const { cx, place } = c.var;
  const entries = await itemsOf(cx.db, menuSource, place.organisationId);
  const sections = await sectionsOf(cx.db, place.organisationId);
  return {
    parents: entries
      .filter((one) => one.parentId === null && one.pid !== row?.pid)
      .map((one) => ({ value: one.pid, label: one.label })),
    sections: sections.map((one) => ({ value: one.pid, label: one.name })),
    pages: await menuPages(cx.db, place.organisationId, MOST_PAGES),
  };
}

async function menuGroups(c: WebContext, rows: readonly MenuRow[]) {
  const { cx, place } = c.var;
  const sections = await sectionsOf(cx.db, place.organisationId);
  const pages = await menuPages(cx.db, place.organisationId, MOST_PAGES);
  const names = new Map([
    ...sections.map((one) => [one.pid, one.name] as const),
    ...pages.map((one) => [one.value, one.label] as const),
  ]);
  const told = (row: MenuRow): string => {
    if (row.targetKind === 'heading') return targetKindNames.heading;
    if (row.targetKind === 'address') return row.target;
    const name = row.targetKind === 'room' ? roomLabels[row.target] : names.get(row.target);
    return name === undefined ? words.gone : `${targetKindNames[row.targetKind]}: ${name}`;
  };
  const line = (row: MenuRow, below: boolean) => ({
    pid: row.pid,
    title: row.label,
    meta: [told(row)],
    below,
  });
  const linesIn = (language: Language) =>
    rows
      .filter((row) => row.parentId === null && row.language === language)
      .flatMap((row) => [
        line(row, false),
        ...rows.filter((one) => one.parentId === row.id).map((one) => line(one, true)),
      ]);
  const english = linesIn('en');
  if (english.length === 0) return [{ title: null, lines: linesIn('vi') }];
  return [
    { title: words.languages.vi, lines: linesIn('vi') },
    { title: words.languages.en, lines: english },
  ].filter(({ lines }) => lines.length > 0);
}

export const menuKind: OfficeKind<typeof menuFields, MenuRow> = {
  path: 'danh-muc',
  source: menuSource,
  commands: menu,
  words: kindWords.menu,
  nameOf: (row) => row.label,
  groups: menuGroups,
  initial: (_c, row) =>
    row === null
      ? { target_kind: 'room', language: 'vi' }
      : {
          label: row.label,
          language: row.language,
          parent: row.parentPid ?? '',
          target_kind: row.targetKind,
          ...(targetField[row.targetKind] === null
            ? {}
            : { [targetField[row.targetKind] ?? '']: row.target }),
        },
  options: menuOptions,
  view: MenuFields,
  order: ['label', 'language', 'parent', 'target_kind', 'room', 'section', 'page', 'address'],
  keeps: (row) =>
    row.below > 0 ? (siteIssues.menu_has_entries?.({ count: row.below }) ?? null) : null,
};

const bannerTones = { waiting: 'info', shown: 'ok', over: 'none' } as const;

export const bannerKind: OfficeKind<typeof bannerFields, BannerRow> = {
  path: 'banner',
  source: bannerSource,
  commands: banner,
  words: kindWords.banner,
  nameOf: (row) => row.title,
  groups: (c, rows) =>
    bannerPlaces
      .map((place) => ({
        title: bannerPlaceNames[place],
        lines: rows
          .filter((row) => row.place === place)
          .map((row) => {
            const state = bannerState(row.from, row.until, c.var.cx.clock.today());
            return {
              pid: row.pid,
              title: row.title,
              badge: { tone: bannerTones[state], label: words.bannerStates[state] },
              meta: [bannerKindNames[row.kind], words.until(row.from, row.until)],
            };
          }),
      }))
      .filter((group) => group.lines.length > 0),
  initial: (_c, row) =>
    row === null
      ? { kind: 'campaign', place: 'aside' }
      : typed({ ...row, from: dayTyped(row.from), until: dayTyped(row.until) }),
  options: (c, row) => pictureOptions(c, row?.picture ?? null),
  view: BannerFields,
  picture: 'picture',
  order: ['title', 'kind', 'place', 'picture', 'href', 'from', 'until'],
};

export const linkKind: OfficeKind<typeof linkFields, LinkRow> = {
  path: 'lien-ket',
  source: linkSource,
  commands: link,
  words: kindWords.link,
  nameOf: (row) => row.label,
  groups: (_c, rows) =>
    [...Map.groupBy(rows, (row) => row.heading)].map(([heading, lines]) => ({
      title: heading === '' ? null : heading,
      lines: lines.map((row) => ({ pid: row.pid, title: row.label, meta: [row.href] })),
    })),
  initial: (_c, row) =>
    row === null ? {} : typed({ label: row.label, href: row.href, heading: row.heading }),
  options: async (c) => {
    const rows = await itemsOf(c.var.cx.db, linkSource, c.var.place.organisationId);
    return { headings: [...new Set(rows.map((row) => row.heading))].filter(Boolean) };
  },
  view: LinkFields,
  order: ['label', 'href', 'heading'],
};

export const quoteKind: OfficeKind<typeof quoteFields, QuoteRow> = {
  path: 'danh-ngon',
  source: quoteSource,
  commands: quote,
  words: kindWords.quote,
  nameOf: (row) => row.who,
  groups: (_c, rows) => [
    {
      title: null,
      lines: rows.map((row) => ({
        pid: row.pid,
        title: row.words,
        meta: [row.who, row.source],
      })),
    },
  ],
  initial: (_c, row) =>
    row === null
      ? {}
      : typed({ words: row.words, who: row.who, source: row.source, href: row.href }),
  options: async () => ({}),
  view: QuoteFields,
  order: ['words', 'who', 'source', 'href'],
};

/** The kind of block that a form is about: of its row, or of the address. */
async function blockOptions(c: WebContext, row: BlockRow | null): Promise<Options> {
  const kind = blockKind(row?.kind ?? c.req.query('loai') ?? '');
  if (kind === null) return {};
  const { cx, place } = c.var;
  return {
    block: {
      kind: kind.kind,
      label: kind.label,
      places: kind.places,
      count: kind.count ?? null,
      of:
        kind.of === undefined
          ? null
          : { ...kind.of, options: await kind.of.options(cx.db, place.organisationId) },
    },
  };
}

/** Names of what the blocks are about: a section, a poll. */
async function chosenIn(
  c: WebContext,
  rows: readonly BlockRow[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const kind of blockKinds()) {
    if (kind.of === undefined || !rows.some((row) => row.kind === kind.kind)) continue;
    const options = await kind.of.options(c.var.cx.db, c.var.place.organisationId);
    for (const { value, label } of options) names.set(value, label);
  }
  return names;
}

export const blockOffice: OfficeKind<typeof blockFields, BlockRow> = {
  path: 'trang-chu',
  source: blockSource,
  commands: block,
  words: kindWords.block,
  nameOf: (row) => row.title ?? blockKind(row.kind)?.label ?? row.kind,
  groups: async (c, rows) => {
    const names = await chosenIn(c, rows);
    const meta = (row: BlockRow): string[] => {
      const kind = blockKind(row.kind);
      if (kind === null) return [words.kindGone];
      const chosen = names.get(row.settings.of ?? '');
      return [
        ...(row.title === null ? [] : [kind.label]),
        ...(chosen === undefined ? [] : [chosen]),
      ];
    };
    const line = (row: BlockRow) => ({
      pid: row.pid,
      title: row.title ?? blockKind(row.kind)?.label ?? row.kind,
      meta: meta(row),
    });
    return blockPlaces
      .map((place) => ({
        title: blockPlaceNames[place],
        lines: rows.filter((row) => row.place === place).map(line),
      }))
      .filter((group) => group.lines.length > 0);
  },
  initial: (c, row) =>
    row === null
      ? { place: blockKind(c.req.query('loai') ?? '')?.places[0] ?? '' }
      : typed({
          title: row.title,
          place: row.place,
          count: row.settings.count,
          of: row.settings.of,
        }),
  options: blockOptions,
  view: BlockFields,
  order: ['title', 'place', 'count', 'of'],
  before: (c) =>
    blockKind(c.req.query('loai') ?? '') === null ? (
      <EntryList
        plain
        items={blockKinds().map((kind) => ({
          title: kind.label,
          href: `${pathOf(c, 'trang-chu/them')}?loai=${kind.kind}`,
          meta: kind.places.map((place) => blockPlaceNames[place]).join(' · '),
        }))}
      />
    ) : null,
};
