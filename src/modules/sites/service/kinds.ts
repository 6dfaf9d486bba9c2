import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Language } from '../../../kernel/language.ts';
import { safeHref } from '../../../kernel/prose/index.ts';
import type { Cx } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import {
  bannerSource,
  blockSource,
  linkSource,
  menuSource,
  quoteSource,
} from '../queries/index.ts';
import { roomPath, type TargetKind } from '../rules/index.ts';
import {
  bannerFields,
  blockFields,
  linkFields,
  type MenuRow,
  menuFields,
  quoteFields,
} from '../schema.ts';
import { blockKind } from './blocks.ts';
import { type Fields, itemCommands } from './items.ts';
import { pictureIssues } from './pictures.ts';

/** What an address that was typed may not be; nothing when it may be left out and is. */
function hrefIssues(path: string, typed: unknown): Issue[] {
  if (typed === null || typed === undefined) return [];
  return safeHref(String(typed)) === null
    ? [issue(path, 'not_an_address', { typed: String(typed).slice(0, 60) })]
    : [];
}

const hrefOf = (typed: unknown): string | null =>
  typed === null || typed === undefined ? null : safeHref(String(typed));

/** Which field of the form holds the target of a kind. */
export const targetField: Readonly<Record<TargetKind, string | null>> = {
  room: 'room',
  section: 'section',
  page: 'page',
  address: 'address',
  heading: null,
};

const typedTarget = (input: Fields): unknown => {
  const field = targetField[input.target_kind as TargetKind];
  return field === null ? '' : input[field];
};

async function targetIssues(cx: Cx, organisationId: string, input: Fields): Promise<Issue[]> {
  const kind = input.target_kind as TargetKind;
  const typed = typedTarget(input);
  if (kind === 'heading') return [];
  if (typed === null || typed === undefined)
    return [issue(kind, kind === 'address' ? 'required' : 'choose_one')];
  if (kind === 'address') return hrefIssues('address', typed);
  if (kind === 'room')
    return roomPath(String(typed)) === null ? [issue('room', 'not_in_list', { typed })] : [];
  const found = await maybe(
    cx.db,
    kind === 'section'
      ? sql`select from section where pid = ${typed} and organisation_id = ${organisationId}
          and deleted_at is null`
      : sql`select from article where pid = ${typed} and organisation_id = ${organisationId}
          and deleted_at is null`,
  );
  return found === null ? [issue(kind, 'not_in_list', { typed })] : [];
}

interface ParentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly language: Language;
}

const parentOf = (cx: Cx, organisationId: string, pid: unknown) =>
  maybe(
    cx.db,
    sql<ParentRow>`select id, parent_id as "parentId", language from site_menu
      where pid = ${pid} and organisation_id = ${organisationId} and deleted_at is null`,
  );

async function menuIssues(
  cx: Cx,
  organisationId: string,
  input: Fields,
  row: MenuRow | null,
): Promise<Issue[]> {
  const found = await targetIssues(cx, organisationId, input);
  const { language } = input;
  if (row !== null && row.below > 0 && row.language !== (language ?? 'vi'))
    found.push(issue('language', 'menu_below_other_language'));
  if (input.parent === null || input.parent === undefined) return found;
  if (input.target_kind === 'heading') found.push(issue('target_kind', 'heading_below'));
  const parent = await parentOf(cx, organisationId, input.parent);
  if (parent === null) return [...found, issue('parent', 'not_in_list', { typed: input.parent })];
  if (parent.id === row?.id) return [...found, issue('parent', 'menu_below_itself')];
  if (parent.parentId !== null) return [...found, issue('parent', 'menu_two_levels')];
  if (parent.language !== (language ?? parent.language))
    return [...found, issue('parent', 'menu_other_language')];
  if (row !== null && row.below > 0)
    return [...found, issue('parent', 'menu_has_entries', { count: row.below })];
  return found;
}

export const menu = itemCommands({
  source: menuSource,
  fields: menuFields,
  check: menuIssues,
  columns: async (cx, organisationId, input) => {
    const typed = typedTarget(input);
    const parent =
      input.parent === null || input.parent === undefined
        ? null
        : await parentOf(cx, organisationId, input.parent);
    return {
      label: input.label,
      language: input.language ?? parent?.language ?? 'vi',
      parent_id: parent?.id ?? null,
      target_kind: input.target_kind,
      target: input.target_kind === 'address' ? (hrefOf(typed) ?? '') : String(typed),
    };
  },
  said: (row) => ({
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
  stays: async (cx, row) => {
    if (row.parentPid === null) return [];
    const parent = await parentOf(cx, row.organisationId, row.parentPid);
    if (parent === null) return [issue('', 'menu_parent_gone')];
    return parent.parentId === null ? [] : [issue('', 'menu_two_levels')];
  },
  keeps: (row) => (row.below > 0 ? [issue('', 'menu_has_entries', { count: row.below })] : []),
});

export const banner = itemCommands({
  source: bannerSource,
  fields: bannerFields,
  check: async (cx, organisationId, input) => [
    ...hrefIssues('href', input.href),
    ...(input.from !== null && input.until !== null && String(input.until) < String(input.from)
      ? [issue('until', 'end_before_start', { start: input.from, end: input.until })]
      : []),
    ...(await pictureIssues(cx, organisationId, 'picture', input.picture)),
  ],
  columns: (_cx, _organisationId, { title, place, kind, picture, href, from, until }) => ({
    title,
    place,
    kind,
    picture,
    href: hrefOf(href),
    during: sql`daterange(${from}::date, ${until === null ? null : addDays(String(until), 1)}::date)`,
  }),
  said: ({ title, place, kind, picture, href, from, until }) => ({
    title,
    place,
    kind,
    picture,
    href,
    from,
    until,
  }),
});

export const link = itemCommands({
  source: linkSource,
  fields: linkFields,
  check: (_cx, _organisationId, input) => hrefIssues('href', input.href),
  columns: (_cx, _organisationId, { label, href, heading }) => ({
    label,
    href: hrefOf(href),
    heading: heading ?? '',
  }),
  said: ({ label, href, heading }) => ({ label, href, heading: heading === '' ? null : heading }),
});

export const quote = itemCommands({
  source: quoteSource,
  fields: quoteFields,
  check: (_cx, _organisationId, input) => hrefIssues('href', input.href),
  columns: (_cx, _organisationId, { words, who, source, href }) => ({
    words,
    who,
    source,
    href: hrefOf(href),
  }),
  said: ({ words, who, source, href }) => ({ words, who, source, href }),
});

export const block = itemCommands({
  source: blockSource,
  fields: blockFields,
  check: async (cx, organisationId, input) => {
    const kind = blockKind(String(input.kind));
    if (kind === null) return [issue('kind', 'not_in_list', { typed: input.kind })];
    if (input.place !== null && !kind.places.includes(input.place as never))
      return [issue('place', 'block_not_there')];
    if (kind.of === undefined) return [];
    if (input.of === null) return kind.of.optional ? [] : [issue('of', 'choose_one')];
    const options = await kind.of.options(cx.db, organisationId);
    return options.some((one) => one.value === input.of)
      ? []
      : [issue('of', 'not_in_list', { typed: input.of })];
  },
  columns: (_cx, _organisationId, { kind, place, title, count, of }) => {
    const found = blockKind(String(kind));
    return {
      kind,
      place: place ?? found?.places[0],
      title,
      settings: JSON.stringify({
        ...(count === null || found?.count === undefined ? {} : { count }),
        ...(of === null || found?.of === undefined ? {} : { of }),
      }),
    };
  },
  said: ({ kind, place, title, settings }) => ({
    kind,
    place,
    title,
    count: settings.count ?? null,
    of: settings.of ?? null,
  }),
});
