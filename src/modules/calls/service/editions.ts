import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { callManage } from '../policy.ts';
import { editionByPid } from '../queries/index.ts';
import { diffEditions, type EditionContent, nextEdition, same } from '../rules/index.ts';
import { copyInput, editionEdit, editionInput } from '../schema/index.ts';
import { samples } from '../vi/index.ts';
import { codeIssues, contentIssues, insertRevision, searchText, type } from './columns.ts';

const idOf = async (cx: Cx, code: string): Promise<string | null> =>
  (await findOrganisation(cx.db, code, cx.clock.today()))?.id ?? null;

const unknown = (code: string) => issue('organisation', 'unknown', { code });

/** An edition as a draft, from a sample or with content of one's own. Input: `editionInput`. */
export const createEdition = command({
  name: 'edition.create',
  input: editionInput,
  permission: callManage,
  load: async (cx, input) => ({
    organisation: await idOf(cx, input.organisation),
    content:
      input.content ?? samples.find((sample) => sample.code === input.sample)?.content ?? null,
  }),
  at: ({ organisation }) => (organisation === null ? [] : [organisation]),
  check: async ({ organisation, content }, input, cx) => {
    if (organisation === null) return [unknown(input.organisation)];
    if (content === null) return [issue('sample', 'edition_sample_unknown')];
    return [...(await codeIssues(cx, organisation, input.code)), ...contentIssues(content)];
  },
  run: (cx, { organisation, content }, { code }) =>
    insert(cx, {
      organisation: organisation as string,
      code,
      content: content as EditionContent,
      previous: null,
    }),
});

/** The next edition of the same as a draft, windows and years moved on. Input: `copyInput`. */
export const copyEdition = command({
  name: 'edition.copy',
  input: copyInput,
  permission: callManage,
  load: async (cx, input) => {
    const source = await editionByPid(cx, input.pid);
    const other = input.organisation;
    return {
      source,
      organisation: other === null ? source.organisation.id : await idOf(cx, other),
    };
  },
  at: ({ organisation }) => (organisation === null ? [] : [organisation]),
  check: ({ organisation }, input, cx) =>
    organisation === null
      ? [unknown(input.organisation ?? '')]
      : codeIssues(cx, organisation, input.code),
  run: (cx, { source, organisation }, { code }) =>
    insert(cx, {
      organisation: organisation as string,
      code,
      content: nextEdition(source.content),
      previous: source.id,
    }),
});

interface Made {
  readonly organisation: string;
  readonly code: string;
  readonly content: EditionContent;
  readonly previous: string | null;
}

async function insert(cx: Cx, { organisation, code, content, previous }: Made) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  await sql`insert into edition (id, pid, organisation_id, code, content, search, previous_id, created_at)
    values (${id}, ${pid}, ${organisation}, ${code}, ${JSON.stringify(content)}::jsonb,
      ${searchText(content)}, ${previous}, ${cx.clock.now()})`.execute(cx.db);
  return {
    result: { pid },
    subject: { type, id },
    organisationId: organisation,
    changes: changesBetween(null, { code, ...content }),
  };
}

/**
 * Changes an edition. Once it is open each change is a revision with its reason, and kind and address
 * stay; what it does to whom is told by `diffEditions` before. Input: `editionEdit`.
 */
export const editEdition = command({
  name: 'edition.edit',
  input: editionEdit,
  permission: callManage,
  load: (cx, { pid }) => editionByPid(cx, pid),
  at: (edition) => [edition.organisation.id],
  version: (edition) => edition.version,
  check: async (edition, input, cx) => {
    if (edition.state === 'closed') return [issue('', 'edition_over')];
    const content = input.content ?? edition.content;
    const moved = input.code !== null && input.code !== edition.code;
    const issues = contentIssues(content);
    if (edition.state === 'draft')
      return [
        ...(moved ? await codeIssues(cx, edition.organisation.id, input.code as string) : []),
        ...issues,
      ];
    if (moved) issues.push(issue('code', 'edition_code_fixed'));
    if (content.kind !== edition.content.kind)
      issues.push(issue('content.kind', 'edition_kind_fixed'));
    if (input.reason === null && diffEditions(edition.content, content).length > 0)
      issues.push(issue('reason', 'edition_reason_missing'));
    return issues;
  },
  run: async (cx, edition, input) => {
    const content = input.content ?? edition.content;
    const code = input.code ?? edition.code;
    const revised = edition.state === 'open' && !same(edition.content, content);
    const revision = edition.revision + (revised ? 1 : 0);
    await sql`update edition set code = ${code}, content = ${JSON.stringify(content)}::jsonb,
        search = ${searchText(content)}, revision = ${revision}, version = version + 1
      where id = ${edition.id}`.execute(cx.db);
    if (revised)
      await insertRevision(cx, edition.id, { number: revision, content, reason: input.reason });
    return {
      result: { pid: edition.pid },
      subject: { type, id: edition.id },
      organisationId: edition.organisation.id,
      changes: changesBetween({ code: edition.code, ...edition.content }, { code, ...content }),
      ...(input.reason === null ? {} : { reason: input.reason }),
    };
  },
});
