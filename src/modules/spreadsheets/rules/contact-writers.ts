import { parseEmail } from '../../../kernel/email.ts';
import { parsePhones } from '../../../kernel/vietnamese/phones.ts';
import type { CellLike } from './cell.ts';
import type { Column, Writer } from './column.ts';
import { say } from './draft.ts';
import { saysNothing } from './words.ts';

const QUICK_PHONE = /^0[35789]\d{8}$/;

export function phonesWriter(column: Column): Writer {
  return (one, cell, text) => {
    const { values } = one;
    if (QUICK_PHONE.test(text)) {
      if (values.phones.length === 0) values.phones = [text];
      else if (!values.phones.includes(text)) values.phones = [...values.phones, text];
      return;
    }
    if (saysNothing(text) || text === '0') return;
    const read = parsePhones(scientific(cell, text));
    if (read.phones.length > 0) values.phones = [...new Set([...values.phones, ...read.phones])];
    for (const { code, data } of read.problems) say(one, column, text, code, data);
  };
}

// '9.12000118E+08' holds all digits; '9.12E+08' has lost them, unless the cell is a number.
function scientific(cell: CellLike, text: string): string {
  const found = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i.exec(text);
  if (found === null) return text.replace(/^(\d{9,11})[.,]0+$/, '$1');
  if (cell.kind === 'number' && cell.number !== undefined) return String(Math.round(cell.number));
  const exponent = Number(found[3]);
  return found[2]!.length === exponent ? found[1]! + found[2]! : text;
}

const QUICK_EMAIL = /^[a-z0-9_]+(?:[.-][a-z0-9_]+)*@(?:[a-z0-9]+\.)+[a-z]{2,}$/;

export function emailWriter(column: Column): Writer {
  return (one, _, text) => {
    if (QUICK_EMAIL.test(text) && text.length < 100) {
      one.values.email = text;
      return;
    }
    if (saysNothing(text)) return;
    // VIQR sets a backslash before a dot that is none of its own.
    const [first = '', ...more] = text
      .replace(/\\(?=[.?'`~^(+*])/g, '')
      .split(/\s*[;,|\n]\s*(?=\S+@)|\s+(?=\S+@)/);
    const read = parseEmail(first.replace(/,(?=[a-z]{2,4}(?:\.[a-z]{2})?$)/i, '.'));
    if ('ok' in read) one.values.email = read.ok;
    else say(one, column, text, read.error, read.data);
    if ('ok' in read && more.length > 0) say(one, column, text, 'email_several');
  };
}
