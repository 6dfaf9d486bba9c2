import type { EncryptedTable } from '../../../platform/keys.ts';
import { identityFields } from '../../people/index.ts';
import { rawAbout } from './lines.ts';

const key = { import_id: 'uuid', line: 'integer' } as const;

/** Where imports keep what is encrypted: rows as they were read, and values before and after. */
export const encryptedRows: readonly EncryptedTable[] = [
  {
    table: 'roster_row',
    key,
    fields: { ...identityFields.fields, raw_secret: rawAbout },
    indexes: identityFields.indexes,
  },
  {
    table: 'roster_result',
    key,
    ...identityFields,
    inside: { columns: ['before', 'after'], prefix: 'identity.' },
  },
];
