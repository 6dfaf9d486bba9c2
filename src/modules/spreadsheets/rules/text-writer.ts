import { remembered } from './cell.ts';
import type { Column, Writer } from './column.ts';
import { type Draft, say } from './draft.ts';
import { partyOf } from './words.ts';

type TextField =
  | 'field'
  | 'workplace'
  | 'job'
  | 'address'
  | 'note'
  | 'association'
  | 'branch'
  | 'cardNumber'
  | 'post'
  | 'ethnicity'
  | 'religion'
  | 'party';

const longest: Readonly<Record<TextField, number>> = {
  field: 200,
  workplace: 200,
  job: 200,
  address: 300,
  note: 1000,
  association: 200,
  branch: 200,
  cardNumber: 40,
  post: 200,
  ethnicity: 60,
  religion: 60,
  party: 100,
};

const MARKS_ALONE = /^[^\p{L}\p{N}]*$/u;

export function textWriter(column: Column, field: TextField): Writer {
  const most = longest[field];
  const kept = remembered((text) => {
    const bare = text.replace(/^'(?=[^'])/, '');
    if (MARKS_ALONE.test(bare)) return '';
    return field === 'party' ? partyOf(bare) : bare;
  });
  return (one, _, text) => {
    const value = text.length > 60 ? text : kept(text);
    if (value === '') return;
    if (value.length > most) {
      say(one, column, text, 'too_long', { max: most, length: value.length });
    } else if (field === 'address' && one.values.address !== null) addPart(one, value);
    else one.values[field] = value;
  };
}

function addPart(one: Draft, value: string): void {
  const before = one.values.address!;
  if (!before.toLowerCase().includes(value.toLowerCase()))
    one.values.address = `${before}, ${value}`;
}
