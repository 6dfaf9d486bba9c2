import { sql } from 'kysely';
import { z } from 'zod';
import { type Db, maybe } from './database/query.ts';

/** What this installation is; written once at setup. */
export const installationSchema = z.object({
  demo: z.boolean(),
  rootOrganisationId: z.uuid(),
  name: z.string().min(1),
  /** An instant, ISO 8601. */
  createdAt: z.iso.datetime({ offset: true }),
});
export type Installation = z.output<typeof installationSchema>;

const INSTALLATION = 'installation';

/** A setting's value, null when it was never set. Throws ZodError when what is stored has another shape. */
export async function getSetting<Schema extends z.ZodType>(
  db: Db,
  key: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const row = await maybe(
    db,
    sql<{ value: unknown }>`select value from setting where key = ${key}`,
  );
  return row === null ? null : schema.parse(row.value);
}

/** Sets a setting, whether it was there or not. */
export async function setSetting(db: Db, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`setting ${key} has no value`);
  await sql`insert into setting (key, value) values (${key}, ${json}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db);
}

/** What this installation is, null before setup. */
export function getInstallation(db: Db): Promise<Installation | null> {
  return getSetting(db, INSTALLATION, installationSchema);
}

/** Says what this installation is. Throws ZodError for another shape. */
export async function setInstallation(db: Db, installation: Installation): Promise<void> {
  await setSetting(db, INSTALLATION, installationSchema.parse(installation));
}
