import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { GeneralForm } from '../../pages/parts/general.tsx';
import { readDate } from '../../rules/index.ts';
import type { Edition } from '../../schema/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { flatRows, rowsIn, type Typed, textOf } from '../typed.ts';

const words = partWords.general;

/** Kind, name, years, legal basis, organisers, committee; the address while it is a draft. */
export const generalPart: Part<null> = {
  path: 'chung',
  open: () => null,
  title: () => words.title,
  rows: [
    { name: 'basis', filled: ['symbol', 'title', 'issued'] },
    { name: 'organisers', filled: ['name'] },
  ],
  fresh,
  apply: ({ content }, typed) => {
    const { values } = typed;
    return {
      ...content,
      kind: values.kind ?? content.kind,
      name: values.name,
      ordinal: values.ordinal,
      years: { first: values['years.first'], last: values['years.last'] },
      basis: rowsIn(typed, 'basis').map(({ symbol, title, issued }) => ({
        symbol,
        title,
        issued: readDate(issued),
      })),
      organisers: rowsIn(typed, 'organisers').map(({ name, role }) => ({ name, role })),
      committee: {
        name: values['committee.name'],
        symbol: values['committee.symbol'],
        receipts: values['committee.receipts'],
      },
    };
  },
  place: () => '',
  code: ({ values }) => values.code,
  labels: {
    kind: words.kind[0],
    name: words.name[0],
    code: words.code[0],
    ordinal: words.ordinal[0],
    'years.first': words.first[0],
    'years.last': words.last[0],
    'basis.symbol': words.basis.symbol[0],
    'basis.title': words.basis.heading[0],
    'basis.issued': words.basis.issued[0],
    'organisers.name': words.organisers.name[0],
    'organisers.role': words.organisers.role[0],
    'committee.name': words.committee[0],
    'committee.symbol': words.symbol[0],
    'committee.receipts': words.receipts[0],
  },
  alias: { years: 'years.first' },
  view: (state) => <GeneralForm state={state} />,
};

function fresh({ content, code }: Edition): Typed {
  const { kind, name, ordinal, years, basis, organisers, committee } = content;
  const values = {
    kind,
    name,
    code,
    ordinal: textOf(ordinal),
    'years.first': textOf(years.first),
    'years.last': textOf(years.last),
    ...flatRows(
      'basis',
      basis.map((one) => ({ ...one, issued: formatPartialDate(one.issued ?? '') })),
    ),
    ...flatRows(
      'organisers',
      organisers.map((one) => ({ ...one })),
    ),
    'committee.name': committee.name,
    'committee.symbol': committee.symbol,
    'committee.receipts': committee.receipts,
  };
  return { values, lists: {} };
}
