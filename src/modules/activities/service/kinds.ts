import { sql } from 'kysely';
import type { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { activityKindsManage } from '../policy.ts';
import { kindByCode } from '../queries/index.ts';
import { type KindField, keyIssues, keyOf, newFieldIssues } from '../rules.ts';
import { type ActivityKind, kindChanges, type newField, newKind } from '../schema/index.ts';

interface LoadedKind {
  readonly kind: ActivityKind;
  readonly added: KindField | null;
  readonly root: string;
}

// Kinds hold for the whole installation, so the right is asked at its root.
async function rootOf(cx: Cx): Promise<string> {
  const installation = await getInstallation(cx.db);
  if (installation === null) throw new NotFound('installation');
  return installation.rootOrganisationId;
}

// Events hang on ids; a kind has only its code, so they are told under the root organisation.
const subjectOf = (root: string) => ({ type: 'activity_kind', id: root });

/** A new kind; its fields come after, one by one. */
export const addKind = command({
  name: 'activity_kind.add',
  input: newKind,
  permission: activityKindsManage,
  load: async (cx, { code }) => ({
    root: await rootOf(cx),
    taken: (await kindByCode(cx.db, code)) !== null,
  }),
  at: ({ root }) => [root],
  check: ({ taken }, { code }) => [
    ...keyIssues('code', code),
    ...(taken ? [issue('code', 'code_taken')] : []),
  ],
  run: async (cx, { root }, input) => {
    await sql`insert into activity_kind (code, name, noun, topic, fields, sort)
      select ${input.code}, ${input.name}, ${input.noun}, ${input.topic}, '[]'::jsonb,
        coalesce(max(sort), 0) + 10 from activity_kind`.execute(cx.db);
    return {
      result: { code: input.code },
      subject: subjectOf(root),
      organisationId: root,
      changes: { [input.code]: { new: input } },
    };
  },
});

/**
 * Changes a kind's words, offers it or not, opens it to everybody or not, or gives it one field more. A field that is there never
 * changes: what was recorded keeps its meaning.
 */
export const changeKind = command({
  name: 'activity_kind.change',
  input: kindChanges,
  permission: activityKindsManage,
  load: async (cx, input): Promise<LoadedKind> => {
    const kind = await kindByCode(cx.db, input.code, true);
    if (kind === null) throw new NotFound('activity kind');
    return { kind, added: input.field ? fieldOf(input.field) : null, root: await rootOf(cx) };
  },
  at: ({ root }) => [root],
  check: ({ kind, added }) =>
    added === null
      ? []
      : newFieldIssues(kind.fields, added).map((found) => ({
          ...found,
          path: found.path === '' ? 'field' : `field.${found.path}`,
        })),
  run: async (cx, { kind, added, root }, input) => {
    const next = {
      name: input.name ?? kind.name,
      noun: input.noun ?? kind.noun,
      active: input.active ?? kind.active,
      public: input.public ?? kind.public,
      fields: added === null ? kind.fields : [...kind.fields, added],
    };
    await sql`update activity_kind set name = ${next.name}, noun = ${next.noun},
        active = ${next.active}, public = ${next.public}, fields = ${JSON.stringify(next.fields)}::jsonb
      where code = ${kind.code}`.execute(cx.db);
    const { name, noun, active, public: open, fields } = kind;
    return {
      result: { code: kind.code },
      subject: subjectOf(root),
      organisationId: root,
      changes: { [kind.code]: { old: { name, noun, active, public: open, fields }, new: next } },
    };
  },
});

function fieldOf(input: z.output<typeof newField>): KindField {
  const { label, type, required, unit, help, options } = input;
  return {
    key: input.key ?? keyOf(foldForSearch(label)),
    label,
    type,
    required,
    ...(unit === null ? {} : { unit }),
    ...(help === null ? {} : { help }),
    ...(options && options.length > 0 ? { options } : {}),
  };
}
