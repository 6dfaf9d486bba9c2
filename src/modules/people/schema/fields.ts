import { z } from 'zod';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type PartialDate, parsePartialDate, parsePhones, readDegrees } from '../rules/index.ts';

// Fields that read what people type about a person; what cannot be read becomes an issue with a code.

type Refuse = (code: string, data?: object) => typeof z.NEVER;

function reading<T>(max: number, read: (typed: string, refuse: Refuse) => T) {
  return optionalText(max).transform((typed, ctx): T | null => {
    if (typed === null) return null;
    return read(typed, (code, data) => {
      ctx.issues.push({ code: 'custom', input: typed, params: { code, data } });
      return z.NEVER;
    });
  });
}

/** '1968', '3/1968' or '12/3/1968'; later than today is refused by the command, which knows the day. */
export const partialDate = () =>
  reading<PartialDate>(40, (typed, refuse) => {
    const read = parsePartialDate(typed, { today: '2999-12-31' });
    return 'ok' in read ? read.ok : refuse(read.error, read.data);
  });

// JSON sends a list, a form one line of text.
const listed = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join('; ') : value;
const asList = { type: ['array', 'string', 'null'], items: { type: 'string' } } as const;

/** Several numbers, each in the form that is stored; none is an empty list. */
export const phones = () =>
  z
    .any()
    .optional()
    .meta(asList)
    .transform(listed)
    .pipe(
      reading<string[]>(400, (typed, refuse) => {
        const read = parsePhones(typed);
        const [first] = read.problems;
        return first === undefined ? [...read.phones] : refuse(first.code, first.data);
      }),
    )
    .transform((found) => found ?? []);

/** Codes of degrees and titles, the highest first: 'PGS.TS', 'ThS; KS'. */
export const degrees = () =>
  z
    .any()
    .optional()
    .meta(asList)
    .transform(listed)
    .pipe(
      reading<string[]>(300, (typed, refuse) => {
        const { codes, rest } = readDegrees(typed);
        return rest === '' ? codes : refuse('degree_unknown', { typed: rest });
      }),
    )
    .transform((found) => found ?? []);
