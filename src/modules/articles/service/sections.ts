import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { numberedSlug, slugOf } from '../../../kernel/slug.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { sectionManage } from '../policy.ts';
import { findSection, holdsOfSection, liveSection, sectionsOf } from '../queries/index.ts';
import { arrangeInput, type Section, sectionBody, sectionEdit } from '../schema/index.ts';

interface Wanted {
  readonly name: string;
  readonly description: string | null;
  readonly parent: string | null;
  readonly slug: string | null;
}

/** What is wrong with a section among the others of its organisation. */
function sectionIssues(all: readonly Section[], self: Section | null, wanted: Wanted): Issue[] {
  const issues: Issue[] = [];
  const parent = all.find(({ pid }) => pid === wanted.parent) ?? null;
  if (wanted.parent !== null) {
    if (parent === null || parent.id === self?.id) issues.push(issue('parent', 'parent_unknown'));
    else if (
      parent.parentId !== null ||
      all.some(({ parentId }) => parentId === self?.id && self !== null)
    )
      issues.push(issue('parent', 'two_levels'));
  }
  const same = all.find(
    (one) =>
      one.id !== self?.id &&
      one.parentId === (parent?.id ?? null) &&
      foldForSearch(one.name) === foldForSearch(wanted.name),
  );
  if (same !== undefined) issues.push(issue('name', 'section_named', { name: same.name }));
  if (wanted.slug !== null && all.some(({ id, slug }) => id !== self?.id && slug === wanted.slug))
    issues.push(issue('slug', 'slug_taken', { slug: wanted.slug }));
  return issues;
}

/** The wanted address, or one made from the name that no other section has. */
function freeSlug(all: readonly Section[], self: Section | null, wanted: Wanted): string {
  if (wanted.slug !== null) return wanted.slug;
  if (self !== null) return self.slug;
  const taken = new Set(all.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = numberedSlug(slugOf(wanted.name), number);
    if (!taken.has(slug)) return slug;
  }
}

const lastPosition = (all: readonly Section[], parentId: string | null): number =>
  Math.max(0, ...all.filter((one) => one.parentId === parentId).map(({ position }) => position));

// One who changes the tree waits for another: places and addresses are then each given once.
async function hold(cx: Cx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`section:${organisationId}`}, 0))`.execute(
    cx.db,
  );
}

/** Notes an address that a section has; of one that another had before, it is now this one's. */
async function keepAddress(
  cx: Cx,
  { id, organisationId, slug }: Pick<Section, 'id' | 'organisationId' | 'slug'>,
): Promise<void> {
  await sql`insert into section_address (organisation_id, slug, section_id, at)
    values (${organisationId}, ${slug}, ${id}, ${cx.clock.now()})
    on conflict (organisation_id, slug) do update set section_id = excluded.section_id, at = excluded.at`.execute(
    cx.db,
  );
}

async function treeOf(cx: Cx, organisationId: string): Promise<Section[]> {
  await hold(cx, organisationId);
  return sectionsOf(cx.db, organisationId);
}

/** A section of an organisation, or one below another. Input: `sectionBody`. */
export const createSection = command({
  name: 'section.create',
  input: sectionBody,
  permission: sectionManage,
  load: async (cx, input) => {
    const organisation = await findOrganisation(cx.db, input.organisation, cx.clock.today());
    const tree = organisation === null ? [] : await treeOf(cx, organisation.id);
    return { organisation, tree };
  },
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: ({ organisation, tree }, input) =>
    organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : sectionIssues(tree, null, input),
  run: async (cx, { organisation, tree }, input) => {
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    const parentId = tree.find((one) => one.pid === input.parent)?.id ?? null;
    const slug = freeSlug(tree, null, input);
    await sql`insert into section (id, pid, organisation_id, parent_id, name, slug, description, position,
        created_at)
      values (${id}, ${pid}, ${organisationId}, ${parentId}, ${input.name}, ${slug},
        ${input.description ?? ''}, ${lastPosition(tree, parentId) + 1}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    await keepAddress(cx, { id, organisationId, slug });
    return {
      result: { pid, id, slug },
      subject: { type: 'section', id },
      organisationId,
      changes: changesBetween(null, {
        name: input.name,
        slug,
        description: input.description ?? '',
        parent: input.parent,
      }),
    };
  },
});

export const editSection = command({
  name: 'section.edit',
  input: sectionEdit,
  permission: sectionManage,
  load: async (cx, { pid }) => {
    const { organisationId } = await liveSection(cx, pid);
    const tree = await treeOf(cx, organisationId);
    const section = tree.find((one) => one.pid === pid);
    if (section === undefined) throw new NotFound('section');
    return { section, tree };
  },
  at: ({ section }) => [section.organisationId],
  version: ({ section }) => section.version,
  check: ({ section, tree }, input) => sectionIssues(tree, section, input),
  run: async (cx, { section, tree }, input) => {
    const parentId = tree.find((one) => one.pid === input.parent)?.id ?? null;
    const moved = parentId !== section.parentId;
    const position = moved ? lastPosition(tree, parentId) + 1 : section.position;
    const now = {
      name: input.name,
      slug: freeSlug(tree, section, input),
      description: input.description ?? '',
    };
    await sql`update section set name = ${now.name}, slug = ${now.slug}, description = ${now.description},
      parent_id = ${parentId}, position = ${position}, version = version + 1 where id = ${section.id}`.execute(
      cx.db,
    );
    await keepAddress(cx, { ...section, slug: now.slug });
    const { name, slug, description } = section;
    const parentPid = tree.find(({ id }) => id === section.parentId)?.pid ?? null;
    return {
      result: { pid: section.pid },
      subject: { type: 'section', id: section.id },
      organisationId: section.organisationId,
      changes: {
        ...changesBetween({ name, slug, description }, now),
        parent: { old: parentPid, new: input.parent },
      },
    };
  },
});

/** Puts the sections of one parent into an order. */
export const arrangeSections = command({
  name: 'section.arrange',
  input: arrangeInput,
  permission: sectionManage,
  load: async (cx, input) => {
    const organisation = await findOrganisation(cx.db, input.organisation, cx.clock.today());
    const tree = organisation === null ? [] : await treeOf(cx, organisation.id);
    return { organisation, tree };
  },
  at: ({ organisation }) => (organisation === null ? [] : [organisation.id]),
  check: ({ organisation, tree }, { organisation: code, order }) => {
    if (organisation === null) return [issue('organisation', 'unknown', { code })];
    const first = tree.find(({ pid }) => pid === order[0]);
    const all = tree.filter(({ parentId }) => parentId === first?.parentId).map(({ pid }) => pid);
    const whole = first !== undefined && [...all].sort().join() === [...order].sort().join();
    return whole ? [] : [issue('order', 'order_incomplete')];
  },
  run: async (cx, { organisation, tree }, { order }) => {
    await sql`update section s set position = x.at, version = version + 1
      from unnest(${order}::text[]) with ordinality x (pid, at)
      where s.pid = x.pid and s.organisation_id = ${organisation?.id ?? ''} and s.position <> x.at`.execute(
      cx.db,
    );
    const first = tree.find(({ pid }) => pid === order[0]);
    const before = tree
      .filter(({ parentId }) => parentId === first?.parentId)
      .map(({ name }) => name);
    const after = order.map((pid) => tree.find((one) => one.pid === pid)?.name ?? '');
    return {
      result: { order },
      subject: { type: 'section', id: first?.id ?? '' },
      organisationId: organisation?.id ?? null,
      changes: { order: { old: before, new: after } },
    };
  },
});

const deleting = deletion<Section>({
  type: 'section',
  table: 'section',
  permission: sectionManage,
  find: findSection,
});

/** Deletes and takes back; a section goes only when nothing stands in it, and comes back to a place that is there. */
export const sectionDeletion = {
  ...deleting,
  remove: {
    ...deleting.remove,
    check: async (section: Section, _input: unknown, cx: Cx): Promise<readonly Issue[]> => {
      const { below, articles } = await holdsOfSection(cx.db, section.id);
      if (below > 0) return [issue('', 'section_has_below', { below })];
      return articles > 0 ? [issue('', 'section_has_articles', { articles })] : [];
    },
  },
  restore: {
    ...deleting.restore,
    check: async (section: Section, _input: unknown, cx: Cx): Promise<readonly Issue[]> => {
      const tree = await treeOf(cx, section.organisationId);
      if (section.parentId !== null && !tree.some(({ id }) => id === section.parentId))
        return [issue('', 'parent_gone')];
      return tree.some(({ slug }) => slug === section.slug)
        ? [issue('', 'slug_taken', { slug: section.slug })]
        : [];
    },
  },
};
