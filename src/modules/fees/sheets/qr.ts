import { renderSVG } from 'uqr';
import { remaining, vietQrText } from '../rules/index.ts';
import type { FeeAccount, FeeDue } from '../schema.ts';

/** The code of a transfer of what somebody still owes; null when nothing is owed. */
export function transferText(account: FeeAccount, due: FeeDue): string | null {
  const amount = remaining(due);
  if (amount === 0) return null;
  const { bin: bank, number } = account;
  return vietQrText({ bank, account: number, amount, message: due.reference });
}

/** The drawing of a code, with the quiet zone around it that cameras need. */
export const qrDrawing = (text: string): string =>
  renderSVG(text, { ecc: 'M', border: 4, pixelSize: 8 });
