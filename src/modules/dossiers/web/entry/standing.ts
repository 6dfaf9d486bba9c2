import type { Issue } from '../../../../kernel/issue.ts';
import type { Cx } from '../../../../platform/cx.ts';
import {
  type Admission,
  type Author,
  authorsIn,
  canonicalText,
  frozenText,
  readFrozen,
  type WorkingCopy,
} from '../../../calls/index.ts';
import {
  answerFiles,
  consentsOf,
  filesOfDossier,
  versionsOf,
  workingFiles,
} from '../../queries/index.ts';
import type { Dossier, DossierFile, DossierVersion, KeptConsent } from '../../schema/index.ts';
import { completeness } from '../../service/index.ts';
import { entrantMay, type Opened, pathOf } from './shared.tsx';

/** The four steps of a dossier by their addresses. */
export const stepPaths = ['viet', 'tep', 'dong-y', 'kiem-tra'] as const;

/** How far a dossier is. */
export interface Standing {
  readonly files: readonly DossierFile[];
  /** Also those that only a submitted version has. */
  readonly everyFile: readonly DossierFile[];
  readonly versions: readonly DossierVersion[];
  readonly consents: readonly KeptConsent[];
  readonly authors: readonly Author[];
  /** What keeps it from being submitted, whether it may be now or not. */
  readonly issues: readonly Issue[];
  readonly save: Admission;
  readonly submit: Admission;
  /** Whether the entrant may write and submit in the state that it has. */
  readonly writes: boolean;
  readonly submits: boolean;
  /** What is written differs from the version that holds. */
  readonly changed: boolean;
}

const written = new Set(['draft', 'submitted', 'returned', 'withdrawn']);

/** How far a dossier is at the instant of the clock: a constant number of queries. */
export async function standingOf(cx: Cx, dossier: Dossier): Promise<Standing> {
  const now = cx.clock.now();
  const everyFile = await filesOfDossier(cx.db, dossier.id);
  const files = workingFiles(everyFile);
  const versions = await versionsOf(cx.db, dossier.id);
  const save = entrantMay(dossier, 'save', now);
  const submit = entrantMay(dossier, 'submit', now);
  const may = written.has(dossier.state);
  return {
    files,
    everyFile,
    versions,
    consents: (await consentsOf(cx.db, [dossier.id])).get(dossier.id) ?? [],
    authors: authorsIn(dossier.edition.content, dossier.working),
    issues: await completeness(cx, { dossier, files }, dossier.working, now),
    save,
    submit,
    writes: may && save.ok,
    submits: may && submit.ok,
    changed: differs(dossier, files, versions.at(-1)),
  };
}

function differs(
  { working, field, pid, edition }: Dossier,
  files: readonly DossierFile[],
  last: DossierVersion | undefined,
): boolean {
  if (last === undefined) return false;
  if (working.entrant === null) return true;
  const told = readFrozen(last.frozen);
  const now = frozenText({
    ...working,
    entrant: working.entrant,
    // A move by the secretariat is no change of the entrant's.
    field: working.field === field ? told.field : working.field,
    edition: edition.pid,
    dossier: pid,
    content: told.content,
    number: told.number,
    files: answerFiles(files),
  });
  return now !== canonicalText(told);
}

/** The step at which an issue is mended: 0 the form, 1 its files, 2 the consents. */
export function stepOf({ edition }: Dossier, { path }: Issue): 0 | 1 | 2 {
  if (path.startsWith('consents.')) return 2;
  const key = /^answers\.([^.]+)/.exec(path)?.[1];
  const field = edition.content.form.find((one) => one.key === key);
  return field?.kind === 'files' ? 1 : 0;
}

/** The four steps, each with whether it is done. */
export const stepsTo = ({ dossier, token }: Opened, stands: Standing) =>
  stepPaths.map((rest, at) => ({
    href: pathOf(token, rest),
    done:
      at === 3
        ? dossier.submitted > 0 && !stands.changed && dossier.state !== 'returned'
        : dossier.working.entrant !== null &&
          stands.issues.every((one) => stepOf(dossier, one) !== at),
  }));

/** Something was typed there and cannot stay so; what was not written yet is no fault while writing. */
const unwritten = new Set([
  'answer_required',
  'answer_choose',
  'person_detail_missing',
  'share_missing',
  'shares_not_100',
  'not_declared',
  'too_few_people',
  'too_few_words',
  'too_few_characters',
  'choose_one',
  'file_missing',
  'too_few_files',
]);
export const isWrong = ({ code }: Issue): boolean => !unwritten.has(code);

/** What is being written, where nothing was chosen the first entrant counts for showing. */
export const shownEntrant = ({ edition }: Dossier, { entrant }: WorkingCopy) =>
  entrant ?? edition.content.entrants[0] ?? null;
