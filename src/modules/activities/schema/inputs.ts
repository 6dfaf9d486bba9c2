import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import {
  choice,
  code,
  day,
  optionalDay,
  optionalText,
  text,
  version,
} from '../../../platform/forms/fields.ts';
import { type Raw, together } from '../../../platform/forms/together.ts';
import { filePids } from '../../../platform/records/attachments.ts';
import { dateIssues, type KindField, roles } from '../rules.ts';
import { readData } from './own-fields.ts';
import type { ActivityKind, Kinds } from './views.ts';

const common = {
  organisation: code(),
  title: text(300),
  starts_on: day(),
  ends_on: optionalDay(),
  role: choice(roles).prefault('host'),
  place: optionalText(200),
  partners: optionalText(500),
  summary: optionalText(4000),
  files: filePids,
  // Read by `readData`, once the kind is known.
  data: z.record(z.string(), z.unknown()).nullish(),
};

/** What REST describes; the commands read it with the kind's own fields (`recordInput`). */
export const activityBody = z.strictObject({ kind: text(60), ...common });
export const activityChanges = z.strictObject({ ...common, version: version() }).partial();
const changed = z.strictObject({ pid: z.string(), version: version(), ...common });

/** The input of a new record: everything that is wrong with it, own fields and dates, at once. */
export function recordInput(kinds: Kinds, organisationKnown: boolean) {
  return together(activityBody, (raw) => {
    const kind = kinds.get(String(raw.kind ?? ''));
    const issues = [
      ...kindIssues(raw.kind, kind),
      ...typedDateIssues(raw),
      ...organisationIssues(raw, organisationKnown),
    ];
    const own = readData(kind?.fields ?? [], kind === undefined ? {} : raw.data);
    return { issues: [...issues, ...own.issues], values: { data: own.data } };
  });
}

/** The input of a changed record, whose kind stays. */
export function editInput(fields: readonly KindField[], organisationKnown: boolean) {
  return together(changed, (raw) => {
    const own = readData(fields, raw.data);
    const issues = [...typedDateIssues(raw), ...organisationIssues(raw, organisationKnown)];
    return { issues: [...issues, ...own.issues], values: { data: own.data } };
  });
}

function organisationIssues(raw: Raw, known: boolean): readonly Issue[] {
  // What is no code at all the schema refuses by itself.
  if (known || !code().safeParse(raw.organisation).success) return [];
  return [issue('organisation', 'unknown', { code: String(raw.organisation) })];
}

function kindIssues(typed: unknown, kind: ActivityKind | undefined): readonly Issue[] {
  if (kind === undefined) {
    // The schema itself says that nothing was chosen.
    const shown = String(typed ?? '').slice(0, 60);
    return shown === '' ? [] : [issue('kind', 'not_in_list', { typed: shown })];
  }
  return kind.active ? [] : [issue('kind', 'kind_inactive', { name: kind.name })];
}

function typedDateIssues(raw: Raw): readonly Issue[] {
  const first = optionalDay().safeParse(raw.starts_on);
  const last = optionalDay().safeParse(raw.ends_on);
  return first.success && last.success ? dateIssues(first.data, last.data) : [];
}
