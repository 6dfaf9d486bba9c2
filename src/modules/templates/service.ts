import { sql } from 'kysely';
import { addDays } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { type Cx, command } from '../../platform/command.ts';
import { all, inTransaction } from '../../platform/database/query.ts';
import { NotFound } from '../../platform/errors.ts';
import { changesBetween } from '../../platform/records/changes.ts';
import { type Deletable, deletion, restorableDays } from '../../platform/records/deleting.ts';
import { definitionsOn, rootOrganisation } from '../indicators/index.ts';
import { templateWrite } from './policy.ts';
import { templateByCode, templateByPid } from './queries.ts';
import { checkContent, type TemplateContent } from './rules/index.ts';
import { copyInput, createInput, editInput, type Template } from './schema.ts';

const type = 'report_template';

async function live(cx: Cx, pid: string): Promise<Template> {
  const template = await templateByPid(cx.db, pid);
  if (template === null || template.deletedAt !== null) throw new NotFound(type);
  return template;
}

// Templates belong to the whole installation: the organisation at its root speaks for it.
const rootOf = (cx: Cx) => rootOrganisation(cx.db);
const at = ({ root }: { readonly root: { readonly id: string } | null }) => [root?.id ?? null];

async function contentIssues(cx: Cx, content: TemplateContent | undefined): Promise<Issue[]> {
  if (content === undefined) return [];
  const known = await definitionsOn(cx.db, cx.clock.today());
  return checkContent(content, known).map((one) => ({ ...one, path: `content.${one.path}` }));
}

async function codeIssues(cx: Cx, code: string): Promise<Issue[]> {
  const same = await templateByCode(cx.db, code);
  return same === null ? [] : [issue('code', 'template_code_taken', { code })];
}

/** A new template; without content it has no sections yet. Input: `createInput`. */
export const createTemplate = command({
  name: 'report_template.create',
  input: createInput,
  permission: templateWrite,
  load: async (cx) => ({ root: await rootOf(cx) }),
  at,
  check: async (_loaded, input, cx) => [
    ...(await codeIssues(cx, input.code)),
    ...(await contentIssues(cx, input.content)),
  ],
  run: async (cx, { root }, input) => {
    const kept = {
      code: input.code,
      name: input.name,
      periodKind: input.period_kind,
      legalBasis: input.legal_basis,
      content: input.content ?? { sections: [] },
    };
    return insert(cx, root?.id ?? null, kept);
  },
});

/** A new template with the content of another one. Input: `copyInput`. */
export const copyTemplate = command({
  name: 'report_template.copy',
  input: copyInput,
  permission: templateWrite,
  load: async (cx, { pid }) => ({ root: await rootOf(cx), source: await live(cx, pid) }),
  at,
  check: (_loaded, input, cx) => codeIssues(cx, input.code),
  run: (cx, { root, source }, { code, name }) =>
    insert(cx, root?.id ?? null, { ...source, code, name }),
});

type Kept = Pick<Template, 'code' | 'name' | 'periodKind' | 'legalBasis' | 'content'>;

async function insert(cx: Cx, organisationId: string | null, kept: Kept) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const { code, name, periodKind, legalBasis, content } = kept;
  await sql`insert into report_template (id, pid, code, name, period_kind, legal_basis, content, created_at)
    values (${id}, ${pid}, ${code}, ${name}, ${periodKind}, ${legalBasis},
      ${JSON.stringify(content)}::jsonb, ${cx.clock.now()})`.execute(cx.db);
  return {
    result: { pid },
    subject: { type, id },
    organisationId,
    changes: changesBetween(null, { code, ...logged(kept), content }),
  };
}

/** Changes a template, and so what later rounds ask; rounds that were opened keep what they asked. Input: `editInput`. */
export const editTemplate = command({
  name: 'report_template.edit',
  input: editInput,
  permission: templateWrite,
  load: async (cx, { pid }) => ({ root: await rootOf(cx), template: await live(cx, pid) }),
  at,
  version: ({ template }) => template.version,
  check: (_loaded, input, cx) => contentIssues(cx, input.content),
  run: async (cx, { root, template }, input) => {
    const kept = {
      name: input.name ?? template.name,
      periodKind: input.period_kind ?? template.periodKind,
      legalBasis: input.legal_basis === undefined ? template.legalBasis : input.legal_basis,
      content: input.content ?? template.content,
    };
    await sql`update report_template set name = ${kept.name}, period_kind = ${kept.periodKind},
        legal_basis = ${kept.legalBasis}, content = ${JSON.stringify(kept.content)}::jsonb,
        sample = false, version = version + 1
      where id = ${template.id}`.execute(cx.db);
    return {
      result: { pid: template.pid },
      subject: { type, id: template.id },
      organisationId: root?.id ?? null,
      changes: {
        ...changesBetween(logged(template), logged(kept)),
        content: differing(template.content, kept.content),
      },
    };
  },
});

// By the names of the columns, as the log calls all fields.
const logged = ({ name, periodKind, legalBasis }: Omit<Kept, 'code' | 'content'>) => ({
  name,
  period_kind: periodKind,
  legal_basis: legalBasis,
});

// The log keeps the sections that changed and the order of all, not the whole template at every step.
function differing(old: TemplateContent, now: TemplateContent) {
  const side = (a: TemplateContent, b: TemplateContent) => {
    const others = new Set(b.sections.map((one) => JSON.stringify(one)));
    return {
      order: a.sections.map((one) => one.key),
      sections: a.sections.filter((one) => !others.has(JSON.stringify(one))),
    };
  };
  return { old: side(old, now), new: side(now, old) };
}

async function findForDeletion(cx: Cx, pid: string): Promise<Deletable | null> {
  const template = await templateByPid(cx.db, pid);
  const root = await rootOf(cx);
  return template === null || root === null ? null : { ...template, organisationId: root.id };
}

const { remove, restore } = deletion({
  type: 'report_template',
  table: type,
  permission: templateWrite,
  find: findForDeletion,
});

/** Takes away what was deleted too long ago and no round was made from; gives how many went. */
async function purge(cx: Cx): Promise<number> {
  const lastDay = addDays(cx.clock.today(), -restorableDays);
  return inTransaction(cx.db, async (db) => {
    const gone = await all(
      db,
      sql`delete from report_template t
        where (t.deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${lastDay}::date
          and not exists (select from report_round r where r.template_id = t.id) returning t.id`,
    );
    return gone.length;
  });
}

/** Deleting a template, taking that back, and what the nightly job does. */
export const templateDeletion = { remove, restore, purge };
