import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { vietnamDay } from '../../../kernel/clock.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { signText } from '../../../platform/keys.ts';
import {
  type Answers,
  type Author,
  authorsIn,
  checkAnswers,
  consentsMissing,
  type Decision,
  type EditionContent,
  type EntrantKind,
  eligibilityOf,
  factsIn,
  fieldMeaning,
  frozenText,
  type Meaning,
  receiptNumber,
  receiptText,
  sayDecision,
  searchTextIn,
  titleIn,
  type WorkingCopy,
} from '../../calls/index.ts';
import {
  answerFiles,
  consentsOf,
  filesOfDossier,
  type Written,
  workingFiles,
} from '../queries/index.ts';
import {
  type Dossier,
  type DossierFile,
  type Submitting,
  submitByPid,
  submitInput,
} from '../schema/index.ts';
import { orderReceipt } from './receipts.ts';
import { about, allowed, workingChange, written } from './shared.ts';
import { byLink, type Entrance, onPaper } from './writing.ts';

interface Loaded {
  readonly dossier: Written;
  readonly files: readonly DossierFile[];
}

/** What a submission gives back. */
export interface Submitted {
  readonly pid: string;
  readonly number: string;
  /** Which time it was submitted. */
  readonly version: number;
  readonly sha256: string;
}

function submitting<Key>(
  input: z.ZodType<Key & Submitting>,
  entrance: Entrance<Key>,
): Command<z.ZodType<Key & Submitting>, Loaded, Submitted> {
  return command<z.ZodType<Key & Submitting>, Loaded, Submitted>({
    name: `dossier.submit${entrance.suffix}`,
    input,
    permission: entrance.permission,
    load: async (cx, sent) => {
      const dossier = await entrance.load(cx, sent);
      return { dossier, files: workingFiles(await filesOfDossier(cx.db, dossier.id)) };
    },
    at: ({ dossier }) => [dossier.keeper],
    version: ({ dossier }) => dossier.version,
    check: async (loaded, sent, cx) => {
      const at = receivedAt(cx, sent.received);
      const late = allowed(loaded.dossier, 'submit', at);
      const lateIssues = 'code' in late ? [late] : [];
      const working = written(loaded.dossier, sent);
      // Paper that is late or incomplete is taken in when somebody of its own office says why, not the one
      // that sent it on; the people have to be known.
      const home = loaded.dossier.keeper === loaded.dossier.edition.organisation.id;
      if (entrance.suffix !== '' && sent.reason && home)
        return [...lateIssues.filter(({ code }) => lasting.has(code)), ...unnamed(working)];
      const told = await completeness(cx, loaded, working, at);
      return [...lateIssues, ...told];
    },
    run: async (cx, loaded, sent) => {
      const { dossier } = loaded;
      const at = receivedAt(cx, sent.received);
      const working = written(dossier, sent);
      await orderReceipt(cx, dossier, sent.site);
      const frozen = await freeze(cx, loaded, working, at);
      return {
        ...about(dossier),
        result: {
          pid: dossier.pid,
          number: frozen.number,
          version: frozen.version,
          sha256: frozen.sha256,
        },
        changes: {
          state: { old: dossier.state, new: 'submitted' },
          number: { old: dossier.number, new: frozen.number },
          submitted: { old: dossier.submitted, new: frozen.version },
          sha256: { old: null, new: frozen.sha256 },
          working: workingChange(dossier.working, working),
        },
        ...(sent.reason ? { reason: sent.reason } : {}),
      };
    },
  });
}

/** Submits: what is written now is frozen, numbered, signed and told by letter. Input: `submitInput`. */
export const submitDossier = submitting(submitInput, byLink);

/** The same for a dossier on paper, in the office. Input: `submitByPid`. */
export const submitPaper = submitting(submitByPid, onPaper);

/** What no reason helps against. */
const lasting = new Set(['edition_over', 'dossier_state']);

// No later than now, whatever the door says.
const receivedAt = (cx: Cx, received: Date | undefined): Date => {
  const now = cx.clock.now();
  return received === undefined || received > now ? now : received;
};

const unnamed = ({ entrant }: WorkingCopy): Issue[] =>
  entrant === null ? [issue('entrant', 'choose_one')] : [];

/** Rules that a definite no of keeps from submitting; `awarded` is the secretariat's to judge. */
const blocking = new Set(['field', 'entrant', 'group', 'born', 'made', 'worked']);

/**
 * All that keeps a dossier from being submitted as `working`, at an instant: the choices, the answers, the
 * rules, the consents due.
 */
export async function completeness(
  cx: Cx,
  { dossier, files }: { readonly dossier: Dossier; readonly files: readonly DossierFile[] },
  working: WorkingCopy,
  at: Date,
): Promise<Issue[]> {
  const { content } = dossier.edition;
  const { entrant, field } = working;
  if (entrant === null) return [issue('entrant', 'choose_one')];
  const unchosen = content.fields.length > 0 && field === null;
  const today = vietnamDay(at);
  const { representative } = content.eligibility;
  const asked = { entrant, today, representative };
  const facts = factsIn(content, working);
  const against = facts === null ? [] : eligibilityOf(content, facts, today);
  return [
    ...(unchosen ? [issue('field', 'choose_one')] : []),
    ...checkAnswers(content.form, working.answers, answerFiles(files), asked),
    ...against
      .filter(({ ok, rule }) => ok === false && blocking.has(rule))
      .map((one) => issue(placeOf(content, one), 'not_eligible', { words: sayDecision(one) })),
    ...(await missingConsents(cx, dossier, authorsIn(content, working), at)),
  ];
}

/** The place of the form that a rule looked at. */
function placeOf(content: EditionContent, { rule, path }: Decision): string {
  if (rule === 'field' || rule === 'entrant') return rule;
  const key = (means: Meaning): string => `answers.${fieldMeaning(content.form, means)?.key ?? ''}`;
  if (rule === 'made' || rule === 'worked') return key(rule);
  const row = /^authors\.(\d+)$/.exec(path)?.[1];
  return row === undefined ? key('authors') : `${key('authors')}.${row}.birth`;
}

async function missingConsents(
  cx: Cx,
  { id, edition }: Dossier,
  authors: readonly Author[],
  at: Date,
): Promise<Issue[]> {
  const consents = (await consentsOf(cx.db, [id])).get(id) ?? [];
  const { eligibility } = edition.content;
  return consentsMissing(authors, consents, 'enter', vietnamDay(at), eligibility).map((one) =>
    issue(`consents.${one.author}.${one.party}`, 'consent_to_enter_missing', {
      party: one.party,
      author: authors.find(({ key }) => key === one.author)?.name ?? '',
    }),
  );
}

interface Frozen {
  readonly number: string;
  readonly version: number;
  readonly sha256: string;
  readonly received: Date;
  readonly title: string;
}

async function freeze(
  cx: Cx,
  { dossier, files }: Loaded,
  working: WorkingCopy,
  received: Date,
): Promise<Frozen> {
  const { edition } = dossier;
  const version = dossier.submitted + 1;
  const entrant = working.entrant as EntrantKind;
  const frozen = frozenText({
    edition: edition.pid,
    dossier: dossier.pid,
    content: edition.revision,
    number: version,
    field: working.field,
    entrant,
    answers: working.answers as Answers,
    files: answerFiles(files),
  });
  const sha256 = createHash('sha256').update(frozen).digest('hex');
  await writeAuthors(cx, dossier.id, authorsIn(edition.content, working));
  // The series is held until the end of the transaction, so it comes as late as can be.
  const number = dossier.number ?? (await nextNumber(cx, dossier));
  const receipt = receiptText({ number, dossier: dossier.pid, version, received, sha256 });
  const { signature, keyId } = signText(cx.keys, 'receipt', receipt);
  const title = titleIn(edition.content, working);
  await sql`with kept as (
      insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at, receipt,
        signature, key_id)
      values (${dossier.id}, ${version}, ${edition.revision}, ${frozen}, ${sha256}, ${received},
        ${receipt}, ${signature}, ${keyId})
    ), answered as (
      update dossier_leave set answered = ${version}
      where id = ${dossier.leave?.id ?? null}::uuid and answered is null
    )
    update dossier set state = 'submitted', working = ${JSON.stringify(working)}::jsonb,
      saved_at = ${cx.clock.now()}, entrant = ${entrant}, field = ${working.field}, title = ${title},
      search = ${searchTextIn(edition.content, working, number)}, number = ${number},
      submitted = ${version}, first_submitted_at = coalesce(first_submitted_at, ${received}),
      submitted_at = ${received}, reason = null, version = version + 1
    where id = ${dossier.id}`.execute(cx.db);
  return { number, version, sha256, received, title };
}

async function nextNumber(cx: Cx, { edition }: Dossier): Promise<string> {
  const { last } = await one(
    cx.db,
    sql<{
      last: number;
    }>`insert into edition_series as s (edition_id, last) values (${edition.id}, 1)
      on conflict (edition_id) do update set last = s.last + 1 returning last`,
  );
  return receiptNumber(edition.content.committee.receipts, last);
}

/** The people of the version that holds now. */
export async function writeAuthors(
  cx: Cx,
  dossierId: string,
  authors: readonly Author[],
): Promise<void> {
  await sql`with gone as (delete from dossier_author where dossier_id = ${dossierId}
      and position > ${authors.length})
    insert into dossier_author (dossier_id, position, key, name, birth, details)
    select ${dossierId}, place, key, name, birth, details
    from unnest(${authors.map((a) => a.key)}::text[], ${authors.map((a) => a.name)}::text[],
      ${authors.map((a) => a.birth)}::text[],
      ${authors.map((a) => JSON.stringify(a.details))}::jsonb[]) with ordinality
      as a (key, name, birth, details, place)
    on conflict (dossier_id, position) do update set key = excluded.key, name = excluded.name,
      birth = excluded.birth, details = excluded.details`.execute(cx.db);
}
