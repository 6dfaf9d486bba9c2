import type { Day } from '../../../kernel/day.ts';
import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { findOrganisation, type ListQuery, listOrganisations } from '../queries/index.ts';
import { organisationKinds } from '../rules/index.ts';
import type { ListedOrganisation } from '../schema/index.ts';

// One reading of a directory's address, for the office, the public site and the export.

export const pageSize = 50;

export interface DirectoryQuestion {
  readonly question: ListQuestion;
  readonly on: Day;
  /** The day typed could not be read: today is shown and the page says so. */
  readonly badDay: boolean;
  readonly query: ListQuery;
  readonly parent: { readonly code: string; readonly name: string } | null;
}

const shape = {
  filters: ['q', 'ngay', 'loai', 'thuoc', 'dac-thu'],
  sorts: ['ten', 'thanh-vien'],
  sort: 'ten',
};

/** The day of `?ngay=`, today when there is none or it cannot be read. */
export function dayOf(typed: string, today: Day): { on: Day; badDay: boolean } {
  if (typed.trim() === '') return { on: today, badDay: false };
  const parsed = parseVietnameseDate(typed);
  return 'ok' in parsed ? { on: parsed.ok, badDay: false } : { on: today, badDay: true };
}

/** What a directory at `path`, of an organisation and all below it, was asked for. */
export async function directoryQuestion(
  cx: Cx,
  path: string,
  address: Readonly<Record<string, string | undefined>>,
  rootId: string,
): Promise<DirectoryQuestion> {
  const question = listQuestion(path, address, shape);
  const { values } = question;
  const { on, badDay } = dayOf(values.ngay ?? '', cx.clock.today());
  const parent = values.thuoc === '' ? null : await findOrganisation(cx.db, values.thuoc ?? '', on);
  if (values.thuoc !== '' && parent === null) throw new NotFound('organisation');
  const sort = question.sort === 'thanh-vien' ? 'members' : 'name';
  const query: ListQuery = {
    on,
    below: parent?.id ?? rootId,
    q: values.q ?? '',
    kind: organisationKinds.find((kind) => kind === values.loai) ?? null,
    special: values['dac-thu'] === '' ? null : values['dac-thu'] === 'co',
    sort: question.descending ? `-${sort}` : sort,
    page: question.page,
    size: pageSize,
  };
  const named = parent === null ? null : { code: parent.code, name: parent.shortName };
  return { question, on, badDay, query, parent: named };
}

/** The rows of a directory; a parent chosen in the filter is not among its own. */
export function directoryRows(
  cx: Cx,
  { query }: DirectoryQuestion,
): Promise<{ items: ListedOrganisation[]; total: number }> {
  return listOrganisations(cx.db, query);
}
