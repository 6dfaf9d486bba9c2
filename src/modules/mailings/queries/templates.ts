import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import {
  allOf,
  pageRows,
  type RecordFilter,
  type RecordOrder,
} from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { mailingRead } from '../policy.ts';
import type { MailingTemplate } from '../schema.ts';

const columns = sql`t.id, t.pid, t.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.name, o.code) as "organisationName", t.name, t.subject,
  t.body, t.version, t.created_at as "createdAt", t.deleted_at as "deletedAt"`;

/** A template that the actor may see, a deleted one too; null when there is none. */
export function findTemplate(cx: Cx, pid: string): Promise<MailingTemplate | null> {
  return maybe(
    cx.db,
    sql<MailingTemplate>`select ${columns} from mailing_template t
      join organisation o on o.id = t.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where t.pid = ${pid} and ${visible(cx, mailingRead, sql`t.organisation_id`)}`,
  );
}

/** As `findTemplate`, without deleted ones. @throws NotFound */
export async function liveTemplate(cx: Cx, pid: string): Promise<MailingTemplate> {
  const template = await findTemplate(cx, pid);
  if (template === null || template.deletedAt !== null) throw new NotFound('mailing template');
  return template;
}

/** The template of this name at an organisation, or null. */
export function templateNamed(
  cx: Cx,
  organisationId: string,
  name: string,
): Promise<{ readonly pid: string } | null> {
  return maybe(
    cx.db,
    sql<{ pid: string }>`select pid from mailing_template
      where organisation_id = ${organisationId} and name = ${name} and deleted_at is null`,
  );
}

/** Templates by name: an organisation's own, or (under null) all that the actor may see. */
export async function listTemplates(
  cx: Cx,
  list: Pick<RecordFilter, 'under'> & Pick<RecordOrder<'name'>, 'page' | 'size'>,
): Promise<{ rows: MailingTemplate[]; total: number }> {
  const parts = [
    sql`t.deleted_at is null`,
    sql`${visible(cx, mailingRead, sql`t.organisation_id`)}`,
  ];
  if (list.under !== null) parts.push(sql`t.organisation_id = ${list.under}`);
  const where = allOf(parts);
  const { total } = await one(
    cx.db,
    sql<{
      total: number;
    }>`select count(*)::integer as total from mailing_template t where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<MailingTemplate>`select ${columns} from mailing_template t
      join organisation o on o.id = t.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where ${where} order by t.name collate "vi-x-icu", t.pid
      ${pageRows({ ...list, sort: 'name', descending: false })}`,
  );
  return { rows, total };
}
