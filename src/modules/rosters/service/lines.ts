import { createHash, hash } from 'node:crypto';
import type { Issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { copyText, copyTexts } from '../../../platform/database/copying.ts';
import { blindIndex, encryptField, type Keys } from '../../../platform/keys.ts';
import type { RawCells, RosterValues, SourceRow } from '../../spreadsheets/index.ts';
import type { Placed } from './placing.ts';

/** What belongs to `raw_secret` when it is encrypted. */
export const rawAbout = 'roster_row.raw';

/** The columns of roster_row in the order in which `lineText` writes them. */
export const lineColumns = [
  'import_id',
  'line',
  'sheet',
  'row_number',
  'state',
  'issues',
  'raw',
  'raw_secret',
  'family',
  'middle',
  'given',
  'search',
  'gender',
  'birth_date',
  'phones',
  'email',
  'degrees',
  'field',
  'workplace',
  'job',
  'address',
  'note',
  'organisation_id',
  'branch',
  'joined',
  'kind',
  'card_number',
  'post',
  'citizen_id',
  'citizen_id_index',
  'ethnicity',
  'religion',
  'party',
  'fingerprint',
] as const;

/** One row in COPY's text format, sensitive values encrypted. */
export function lineText(
  importId: string,
  row: SourceRow,
  placed: Placed,
  issues: readonly Issue[],
  keys: Keys,
): string {
  const { reading } = row;
  const v = reading.values;
  const said = issues.length > 0;
  const state = reading.state === 'ready' && said ? 'review' : reading.state;
  const secret = secrets(v, keys);
  const start = `${importId}\t${row.line}\t${row.sheet}\t${reading.rowNumber}\t${state}\t`;
  const told = said ? copyText(JSON.stringify(issues)) : '\\N';
  const raw = said || row.keep === true ? rawText(row.raw(), keys) : '\\N\t\\N';
  const search = foldForSearch(joinName(v));
  const mark = state === 'rejected' ? '\\N' : `\\\\x${fingerprintOf(v, placed, secret.index)}`;
  const texts = [v.family, v.middle, v.given, search, v.gender, v.birthDate].map(copyText);
  const more = [
    v.field,
    v.workplace,
    v.job,
    v.address,
    v.note,
    placed.organisationId,
    placed.branch,
  ];
  const last = [v.joined, v.kind, v.cardNumber, v.post, ...secret.columns];
  return `${start}${told}\t${raw}\t${texts.join('\t')}\t${copyTexts(v.phones)}\t${copyText(v.email)}\t${copyTexts(v.degrees)}\t${more.map(copyText).join('\t')}\t${last.map(copyText).join('\t')}\t${mark}\n`;
}

function rawText({ open, secret }: RawCells, keys: Keys): string {
  const sealed =
    Object.keys(secret).length === 0 ? null : encryptField(keys, JSON.stringify(secret), rawAbout);
  return `${copyText(JSON.stringify(open))}\t${copyText(sealed)}`;
}

const nothing: readonly null[] = [null, null, null, null, null];

function secrets(
  v: RosterValues,
  keys: Keys,
): { columns: readonly (string | null)[]; index: string } {
  if (v.citizenId === null && v.ethnicity === null && v.religion === null && v.party === null)
    return { columns: nothing, index: '' };
  const sealed = (column: string, value: string | null) =>
    value === null ? null : encryptField(keys, value, `person_identity.${column}`);
  const all = [v.citizenId, v.ethnicity, v.religion, v.party].map((x) => x ?? '').join('\n');
  return {
    columns: [
      sealed('citizen_id', v.citizenId),
      v.citizenId === null ? null : blindIndex(keys, 'citizen_id', v.citizenId),
      sealed('ethnicity', v.ethnicity),
      sealed('religion', v.religion),
      sealed('party', v.party),
    ],
    index: blindIndex(keys, 'roster_row', all),
  };
}

/** 128 bits over all values and the place, as hexadecimal digits. */
function fingerprintOf(v: RosterValues, placed: Placed, secret: string): string {
  const text = [
    v.family,
    v.middle,
    v.given,
    v.gender,
    v.birthDate,
    v.phones.join(' '),
    v.email,
    v.degrees.join(' '),
    v.field,
    v.workplace,
    v.job,
    v.address,
    v.note,
    placed.organisationId,
    placed.branch,
    v.joined,
    v.kind,
    v.cardNumber,
    v.post,
    secret,
  ].join('\u001f');
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** The same for a whole list of texts, such as the headers of a sheet. */
export function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
