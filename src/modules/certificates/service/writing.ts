import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { accentFor, accents } from '../../../ui/index.ts';
import type { Edition } from '../../calls/index.ts';
import { placeOf } from '../../organisations/index.ts';
import { type Design, numberText, paletteOf } from '../rules/index.ts';
import { made, type Recipient, type Setting } from './making.ts';
import { freePlaces, nextNumbers } from './numbers.ts';

/** Nobody else issues certificates of the edition until the transaction ends. */
export async function holdEdition(cx: Cx, editionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`certificate:${editionId}`}, 0))`.execute(
    cx.db,
  );
}

/** How certificates of an edition are set today. */
export async function settingOf(
  cx: Cx,
  edition: Edition,
  design: Design,
  of: Pick<Setting, 'base' | 'issuedOn'>,
): Promise<Setting> {
  const place = await placeOf(cx.db, edition.organisation.code, cx.clock.today());
  const accent = accentFor(place === null || 'movedTo' in place ? '' : place.accent);
  const union = accent.ok ? accent.accent.base : accents.indigo.base;
  return { edition, design, colours: paletteOf(design.colour, union), ...of };
}

export interface Written {
  readonly id: string;
  readonly pid: string;
  readonly number: string;
  readonly dossierId: string;
}

/** Writes certificates in their order, with the next numbers of the series: one statement. */
export async function writeCertificates(
  cx: Cx,
  setting: Setting & { readonly editionId: string },
  recipients: readonly Recipient[],
  how: { readonly batch: string | null; readonly replaces: string | null },
): Promise<Written[]> {
  if (recipients.length === 0) return [];
  const { design, edition, issuedOn } = setting;
  const year = Number(issuedOn.slice(0, 4));
  const organisationId = edition.organisation.id;
  const series = { organisationId, symbol: design.symbol, year };
  const numbers = await nextNumbers(cx, series, recipients.length);
  const places = await freePlaces(cx, recipients.length);
  const rows = recipients.map((to, at) => {
    const [number, place] = [numbers[at], places[at]];
    if (number === undefined || place === undefined) throw new Error('fewer numbers than asked');
    const code = cx.ids.pid();
    const name = to.holder.names.join(', ');
    const text = numberText(number, design.symbol);
    return {
      id: cx.ids.uuid(),
      pid: cx.ids.pid(),
      code,
      dossier: to.dossier.id,
      award: to.award.id,
      holder: to.holder.key,
      name,
      search: foldForSearch([name, to.dossier.title, text].join(' ')),
      prize: to.award.prize,
      number,
      list: place.list,
      index: place.index,
      text,
      ...made(cx, setting, to, { code, number, place }),
    };
  });
  const of = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick);
  await sql`insert into certificate (id, pid, code, dossier_id, award_id, holder, holder_name, search,
      prize, number, frozen, sha256, signature, key_id, credential, nameless, status_list,
      status_index, edition_id, organisation_id, symbol, year, issued_on, replaces_id, batch_id,
      created_at, created_by)
    select x.*, ${setting.editionId}::uuid, ${organisationId}::uuid, ${design.symbol},
      ${year}::integer, ${issuedOn}::date, ${how.replaces}::uuid, ${how.batch}::uuid,
      ${cx.clock.now()}::timestamptz, ${cx.actor.kind === 'account' ? cx.actor.personId : null}::uuid
    from unnest(${of((r) => r.id)}::uuid[], ${of((r) => r.pid)}::text[], ${of((r) => r.code)}::text[],
      ${of((r) => r.dossier)}::uuid[], ${of((r) => r.award)}::uuid[], ${of((r) => r.holder)}::text[],
      ${of((r) => r.name)}::text[], ${of((r) => r.search)}::text[], ${of((r) => r.prize)}::text[],
      ${of((r) => r.number)}::integer[], ${of((r) => r.frozen)}::text[],
      ${of((r) => r.sha256)}::text[], ${of((r) => r.signature)}::text[],
      ${of((r) => r.keyId)}::text[], ${of((r) => r.credential)}::text[],
      ${of((r) => r.nameless)}::text[], ${of((r) => r.list)}::integer[],
      ${of((r) => r.index)}::integer[]) x`.execute(cx.db);
  return rows.map(({ id, pid, text, dossier }) => ({ id, pid, number: text, dossierId: dossier }));
}
