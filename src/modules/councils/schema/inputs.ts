import { z } from 'zod';
import { optionalEmail } from '../../../platform/forms/email.ts';
import {
  choice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { parsePartialDate } from '../../people/index.ts';
import { conflictKinds, relations, seatRoles } from './types.ts';

/** '1968', '3/1968' or '12/3/1968'. */
const birth = () =>
  optionalText(40).transform((typed, ctx): string | null => {
    if (typed === null) return null;
    const read = parsePartialDate(typed, { today: '2999-12-31' });
    if ('ok' in read) return read.ok;
    ctx.issues.push({
      code: 'custom',
      input: typed,
      params: { code: read.error, data: read.data },
    });
    return z.NEVER;
  });

/** Codes of fields or keys of phases, each once. */
const codes = () =>
  z
    .array(text(40))
    .max(100)
    .transform((all) => [...new Set(all)]);

/** Address of the installation as the sender sees it, for the links in letters. */
const site = z.string().max(300);

/** `person`: public id in the registry; what is left out is then taken from the record. */
export const proposeInput = z.strictObject({
  edition: text(16),
  person: optionalText(16),
  name: optionalText(200),
  title: optionalText(100),
  unit: optionalText(300),
  email: optionalEmail(),
  phone: optionalText(60),
  birth: birth(),
  expertise: codes().optional(),
  max_load: optionalNumber({ min: 1, max: 10_000, integer: true }),
});

/** What is left out stays as it was. */
export const editJudgeInput = z.strictObject({
  pid: text(16),
  name: text(200).optional(),
  title: optionalText(100).optional(),
  unit: optionalText(300).optional(),
  email: optionalEmail().optional(),
  phone: optionalText(60).optional(),
  birth: birth().optional(),
  expertise: codes().optional(),
  max_load: optionalNumber({ min: 1, max: 10_000, integer: true }).optional(),
  version: version(),
});

/** `anyway`: although conflicts were found. */
export const inviteInput = z.strictObject({
  pid: text(16),
  words: optionalText(2000),
  anyway: yesNo(),
  site,
  version: version(),
});

export const sendLinkInput = z.strictObject({ pid: text(16), site });

const related = {
  relation: choice(relations),
  name: optionalText(200),
  unit: optionalText(300),
  note: optionalText(500),
};

/** `complete`: the judge says that all relations are declared, which accepting needs. */
export const answerInput = z.strictObject({
  token: text(60),
  answer: choice(['accept', 'decline']),
  reason: optionalText(2000),
  relations: z.array(z.strictObject(related)).max(50).optional(),
  complete: yesNo(),
  site: site.optional(),
});

export const relateInput = z.strictObject({
  token: text(60),
  ...related,
  site: site.optional(),
});
export const unrelateInput = z.strictObject({ token: text(60), pid: text(16) });

export const endJudgeInput = z.strictObject({
  pid: text(16),
  reason: text(2000),
  version: version(),
});

export const removeJudgeInput = z.strictObject({ pid: text(16), version: version() });

const councilShape = {
  name: text(200),
  fields: codes().optional(),
  phases: codes().optional(),
  voting: optionalText(40).optional(),
  decision: optionalText(200).optional(),
  decided_on: optionalDay().optional(),
};

export const councilInput = z.strictObject({ edition: text(16), ...councilShape });

/** What is left out stays as it was. */
export const councilEdit = z.strictObject({
  pid: text(16),
  ...councilShape,
  name: text(200).optional(),
  version: version(),
});

export const councilAct = z.strictObject({ pid: text(16), version: version() });

/** Gives a seat, or another one; `votes` is yes when left out. */
export const seatInput = z.strictObject({
  council: text(16),
  judge: text(16),
  role: choice(seatRoles),
  votes: yesNo().optional(),
});

export const seatOut = z.strictObject({ pid: text(16) });

export const findInput = z.strictObject({ edition: text(16) });

export const dismissInput = z.strictObject({
  pid: text(16),
  reason: text(2000),
  version: version(),
});

export const upholdInput = z.strictObject({
  pid: text(16),
  reason: optionalText(2000),
  version: version(),
});

/** Kinds that an office may note by itself. */
export const notedKinds = conflictKinds.filter(
  (kind) => kind !== 'declared' && kind !== 'author' && kind !== 'co_award',
);

/** `dossier`: public id, or the number of its receipt. */
export const addConflictInput = z.strictObject({
  judge: text(16),
  dossier: text(40),
  kind: choice(notedKinds),
  words: text(2000),
});
