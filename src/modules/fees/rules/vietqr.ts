// VietQR: a code for a transfer to an account, as NAPAS lays down on top of EMVCo's "QR Code
// Specification for Payment Systems, Merchant-Presented Mode". Fields are two digits of name, two of
// length, then the value; the last one checks all before it.

const NAPAS = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
const DONG = '704';

export interface Transfer {
  /** Six digits of the bank. */
  readonly bank: string;
  /** At most 19 letters and digits. */
  readonly account: string;
  /** Whole đồng; null lets the payer type it. */
  readonly amount: number | null;
  /** What is written with the transfer: at most 25 plain letters, digits and spaces; null for nothing. */
  readonly message: string | null;
}

/** The text of the code. @throws RangeError for what the code cannot hold. */
export function vietQrText(transfer: Transfer): string {
  refuse(transfer);
  const { bank, account, amount, message } = transfer;
  const receiver = field('00', bank) + field('01', account);
  const merchant = field('00', NAPAS) + field('01', receiver) + field('02', TO_ACCOUNT);
  const body = [
    field('00', '01'),
    // 11: the same code may be paid more than once; 12: it is made for one amount.
    field('01', amount === null ? '11' : '12'),
    field('38', merchant),
    field('53', DONG),
    amount === null ? '' : field('54', String(amount)),
    field('58', 'VN'),
    message === null ? '' : field('62', field('08', message)),
    '6304',
  ].join('');
  return body + crc16(body);
}

/** Reads the text of a code back; null when it is not a transfer of NAPAS or its check is wrong. */
export function readVietQr(text: string): Transfer | null {
  if (text.slice(-8, -4) !== '6304' || crc16(text.slice(0, -4)) !== text.slice(-4)) return null;
  const all = fields(text);
  const merchant = fields(all?.get('38') ?? '');
  const receiver = fields(merchant?.get('01') ?? '');
  const bank = receiver?.get('00');
  const account = receiver?.get('01');
  const typed = all?.get('54');
  if (merchant?.get('00') !== NAPAS || merchant.get('02') !== TO_ACCOUNT) return null;
  if (all?.get('53') !== DONG || all.get('58') !== 'VN') return null;
  if (bank === undefined || account === undefined) return null;
  const message = fields(all.get('62') ?? '')?.get('08') ?? null;
  return { bank, account, amount: typed === undefined ? null : Number(typed), message };
}

/** CRC-16/CCITT-FALSE of ASCII text: four hexadecimal digits in capitals. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function refuse({ bank, account, amount, message }: Transfer): void {
  if (!/^\d{6}$/.test(bank)) throw new RangeError('bank: six digits');
  if (!/^[A-Za-z0-9]{1,19}$/.test(account))
    throw new RangeError('account: 1 to 19 letters, digits');
  const whole = amount === null || (Number.isSafeInteger(amount) && amount > 0);
  if (!whole || String(amount ?? '').length > 13) throw new RangeError('amount: whole, over zero');
  if (message !== null && !/^[A-Za-z0-9 ]{1,25}$/.test(message))
    throw new RangeError('message: 1 to 25 plain letters, digits and spaces');
}

const field = (name: string, value: string): string =>
  name + String(value.length).padStart(2, '0') + value;

function fields(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    const value = text.slice(at + 4, at + 4 + length);
    if (!/^\d{4}$/.test(text.slice(at, at + 4)) || value.length < length) return null;
    found.set(text.slice(at, at + 2), value);
    at += 4 + length;
  }
  return found;
}
