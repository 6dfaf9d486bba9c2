import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { filesOf, type StoredFile } from '../../../platform/files.ts';
import { fileShape, fileViews } from '../../../platform/records/endpoints.ts';
import { liveActivity } from '../queries/index.ts';
import { roles } from '../rules.ts';
import type { Activity } from '../schema/index.ts';

export const activityShape = z.object({
  pid: z.string(),
  organisation: z.object({ code: z.string(), name: z.string() }),
  kind: z.string(),
  title: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date().nullable(),
  role: z.enum(roles),
  place: z.string().nullable(),
  partners: z.string().nullable(),
  summary: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  version: z.number().int(),
  files: z.array(fileShape),
});

/** One activity as REST answers with it. @throws NotFound */
export async function answer(cx: Cx, pid: string): Promise<unknown> {
  const [view] = await shown(cx, [await liveActivity(cx, pid)]);
  return view;
}

export async function shown(cx: Cx, rows: readonly Activity[]): Promise<unknown[]> {
  const ids = rows.map((row) => row.id);
  const files = await filesOf(cx.db, 'activity', ids);
  return rows.map((row) => activityView(row, files.get(row.id) ?? []));
}

function activityView(row: Activity, files: readonly StoredFile[]) {
  return {
    pid: row.pid,
    organisation: { code: row.organisationCode, name: row.organisationName },
    kind: row.kind,
    title: row.title,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    role: row.role,
    place: row.place,
    partners: row.partners,
    summary: row.summary,
    data: row.data,
    version: row.version,
    files: fileViews(files),
  };
}
