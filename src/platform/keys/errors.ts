export type KeysErrorCode =
  | 'keys_missing'
  | 'keys_exposed'
  | 'keys_unreadable'
  | 'keys_in_use'
  | 'passphrase_short'
  | 'passphrase_wrong'
  | 'field_damaged'
  | 'sealed_file_damaged'
  | 'sealed_file_locked';

const SAYS: Record<KeysErrorCode, string> = {
  keys_missing: 'the key file is not there or lacks the key',
  keys_exposed: 'others may read the key file; allow only its owner (chmod 600)',
  keys_unreadable: 'this is not a key file',
  keys_in_use: 'the key file holds keys that the import lacks; move it away first',
  passphrase_short: 'the passphrase needs at least 12 characters',
  passphrase_wrong: 'the passphrase is wrong or the export was damaged',
  field_damaged: 'the stored value was damaged or belongs to another record',
  sealed_file_damaged: 'the encrypted file was damaged',
  sealed_file_locked: 'the key of the encrypted file is not in the key file',
};

/** Something about the keys that a person has to put right; `subject` is the file or the field. */
export class KeysError extends Error {
  readonly code: KeysErrorCode;
  readonly subject: string;

  constructor(code: KeysErrorCode, subject: string) {
    super(`${subject}: ${SAYS[code]}`);
    this.name = 'KeysError';
    this.code = code;
    this.subject = subject;
  }
}
