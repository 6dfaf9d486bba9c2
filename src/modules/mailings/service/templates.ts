import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { mailingWrite } from '../policy.ts';
import { findTemplate, liveTemplate, templateNamed } from '../queries/index.ts';
import { templateEdit, templateInput } from '../schema.ts';

const nameIssues = async (
  cx: Cx,
  organisationId: string,
  name: string,
  self: string | null,
): Promise<readonly Issue[]> => {
  const same = await templateNamed(cx, organisationId, name);
  return same === null || same.pid === self ? [] : [issue('name', 'name_taken', { name })];
};

/** A new template of an organisation. Input: `templateBody`. */
export const recordTemplate = command({
  name: 'mailing_template.record',
  input: templateInput,
  permission: mailingWrite,
  load: (cx, input) => findOrganisation(cx.db, input.organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, input, cx) =>
    organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : nameIssues(cx, organisation.id, input.name, null),
  run: async (cx, organisation, { name, subject, body }) => {
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    await sql`insert into mailing_template (id, pid, organisation_id, name, subject, body, created_at)
      values (${id}, ${pid}, ${organisationId}, ${name}, ${subject}, ${body}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    return {
      result: { pid },
      subject: { type: 'mailing_template', id },
      organisationId,
      changes: changesBetween(null, { name, subject, body }),
    };
  },
});

/** Changes a template; mailings that were made from it stay as they are. */
export const editTemplate = command({
  name: 'mailing_template.edit',
  input: templateEdit,
  permission: mailingWrite,
  load: (cx, { pid }) => liveTemplate(cx, pid),
  at: (template) => [template.organisationId],
  version: (template) => template.version,
  check: (template, input, cx) => nameIssues(cx, template.organisationId, input.name, template.pid),
  run: async (cx, template, { name, subject, body }) => {
    await sql`update mailing_template set name = ${name}, subject = ${subject}, body = ${body},
      version = version + 1 where id = ${template.id}`.execute(cx.db);
    return {
      result: { pid: template.pid },
      subject: { type: 'mailing_template', id: template.id },
      organisationId: template.organisationId,
      changes: changesBetween(
        { name: template.name, subject: template.subject, body: template.body },
        { name, subject, body },
      ),
    };
  },
});

export const templateDeletion = deletion({
  type: 'mailing_template',
  table: 'mailing_template',
  permission: mailingWrite,
  find: findTemplate,
});
