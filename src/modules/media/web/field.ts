import { type Issue, issue } from '../../../kernel/issue.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { FormBody } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { MediaFieldData } from '../pages/field.tsx';
import { findMedium, listMedia } from '../queries/index.ts';
import type { Kind } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';
import { addMedium, openAddresses, shownMedium } from '../service/index.ts';
import { officeAddresses } from './shared.ts';

const mostRecent = 8;

const accepted: Readonly<Record<Kind, string>> = {
  picture: '.jpg,.jpeg,.png,.webp,.gif,.tif,.tiff,.avif',
  video: '.mp4,.m4v',
  audio: '.mp3,.m4a',
  document: '.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt,.csv,.zip',
};

/** A medium as pages of the office show it: withdrawn ones too. */
export const shownInOffice = (medium: Medium) => {
  const { organisationCode: code } = medium;
  return shownMedium(medium, medium.public ? openAddresses(code) : officeAddresses(code));
};

/** What a `MediaField` of the office that is open offers; `pid` stands in it now. Three queries. */
export async function mediaFieldData(
  { var: { cx, place } }: WebContext,
  kinds: readonly Kind[],
  pid: string | null | undefined,
): Promise<MediaFieldData> {
  const { organisationId } = place;
  const { rows } = await listMedia(cx, { organisationId, kinds, page: 1, size: mostRecent + 1 });
  const found = pid ? await findMedium(cx, pid) : null;
  const chosen = found?.deletedAt === null ? found : null;
  const recent = rows.filter((row) => row.pid !== chosen?.pid).slice(0, mostRecent);
  return {
    chosen: chosen === null ? null : shownInOffice(chosen),
    recent: recent.map(shownInOffice),
    suggest: withQuery(office(place.code, 'thu-vien/goi-y'), { loai: kinds.join(',') }),
    accept: kinds.map((kind) => accepted[kind]).join(','),
  };
}

/** What was chosen in a `MediaField`, by its pid. */
export interface ReadMedia {
  readonly pid: string | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads a `MediaField`: a file that was sent becomes a medium of the library (and stays one, also when the form is
 * refused for something else), else what was typed into the search, else the radio.
 * @throws Forbidden for a file from somebody who may not add any
 */
export async function readMediaField(
  { var: { cx, place } }: WebContext,
  { values, files }: Pick<FormBody, 'values' | 'files'>,
  name: string,
  kinds: readonly Kind[],
): Promise<ReadMedia> {
  const chosen = (values[name] ?? '').slice(0, 16) || null;
  const [file] = files[`${name}_tep`] ?? [];
  if (file !== undefined) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const added = await addMedium(
      cx,
      { organisation: place.code },
      { name: file.name, bytes },
      name,
    );
    if (!added.ok) return { pid: chosen, issues: added.issues };
    const { kind, pid } = added.value;
    return kinds.includes(kind)
      ? { pid, issues: [] }
      : { pid: chosen, issues: [issue(name, 'media_other_kind', { kinds, kind })] };
  }
  const typed = (values[`${name}_tim`] ?? '').trim().slice(0, 320);
  return typed === '' ? { pid: chosen, issues: [] } : found(cx, typed);

  async function found(asker: typeof cx, words: string): Promise<ReadMedia> {
    const named =
      /\(([0-9a-z]{16})\)$/.exec(words)?.[1] ?? (/^[0-9a-z]{16}$/.test(words) ? words : null);
    const { organisationId } = place;
    if (named !== null) {
      const medium = await findMedium(asker, named);
      if (
        medium?.deletedAt === null &&
        kinds.includes(medium.kind) &&
        medium.organisationId === organisationId
      )
        return { pid: named, issues: [] };
    }
    const { rows, total } = await listMedia(asker, {
      organisationId,
      kinds,
      q: words,
      page: 1,
      size: 1,
    });
    if (total === 1) return { pid: rows[0]!.pid, issues: [] };
    const code = total === 0 ? 'media_none' : 'media_many';
    return {
      pid: chosen,
      issues: [issue(name, code, { typed: words.slice(0, 60), count: total })],
    };
  }
}
