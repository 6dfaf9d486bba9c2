import type { Day } from '../../../../kernel/day.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { Db } from '../../../../platform/database/query.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import type { Term } from '../../../../ui/index.ts';
import {
  type Author,
  answerOf,
  awardLevelNames,
  type ConsentParty,
  type ConsentPurpose,
  consentPurposeNames,
  consentPurposes,
  consentsDue,
  entrantNames,
  type FormField,
  localSecond,
  readFrozen,
  revisionsOf,
  stateNames,
} from '../../../calls/index.ts';
import type {
  ConsentLine,
  ContentProps,
  ShownFile,
  ToldConsent,
} from '../../pages/office/dossier.tsx';
import type { AwardLine, DossierAsideProps, LeaveLine } from '../../pages/office/dossier-aside.tsx';
import {
  type EarlierAward,
  filesOfVersion,
  type SentOn,
  workingFiles,
} from '../../queries/index.ts';
import type {
  Award,
  Dossier,
  DossierFile,
  DossierVersion,
  GivenLeave,
  KeptConsent,
} from '../../schema/index.ts';
import { awardKey } from '../../service/index.ts';
import { howNames, originNames, dossierOfficeWords as words } from '../../vi/office/index.ts';
import { dossierPath, moment } from './shared.tsx';

export type Forms = ReadonlyMap<number, readonly FormField[]>;

/** The form of each revision of an edition: a version is shown by the one it was sent under. */
export async function revisionForms(
  db: Db,
  { id, revision, content }: Dossier['edition'],
): Promise<Forms> {
  const kept = await revisionsOf(db, id);
  return new Map([
    [revision, content.form],
    ...kept.map((one): [number, readonly FormField[]] => [one.number, one.content.form]),
  ]);
}

export const shownFiles = (
  c: WebContext,
  dossier: Dossier,
  files: readonly DossierFile[],
): ShownFile[] =>
  files.map(({ field, name, size, pid }) => ({
    field,
    name,
    size: fileSize(size),
    href: dossierPath(c, dossier, `tep/${pid}`),
  }));

/** A version as it was sent. */
export function versionContent(
  c: WebContext,
  dossier: Dossier,
  version: DossierVersion,
  forms: Forms,
  files: readonly DossierFile[],
): ContentProps {
  const frozen = readFrozen(version.frozen);
  return {
    form: forms.get(version.revision) ?? dossier.edition.content.form,
    entrant: frozen.entrant,
    answers: frozen.answers,
    files: shownFiles(c, dossier, filesOfVersion(files, frozen.files)),
  };
}

/** What is being written in the office; null while nobody said of whom it is. */
export function draftContent(
  c: WebContext,
  dossier: Dossier,
  files: readonly DossierFile[],
): ContentProps | null {
  const { entrant, answers } = dossier.working;
  if (entrant === null) return null;
  const { form } = dossier.edition.content;
  return { form, entrant, answers, files: shownFiles(c, dossier, workingFiles(files)) };
}

/** Who agreed to what, and what is due and missing. */
export function consentLines(
  { edition }: Dossier,
  authors: readonly Author[],
  consents: readonly KeptConsent[],
  today: Day,
): ConsentLine[] {
  return authors.flatMap(({ key, name, birth }) => {
    const due = consentsDue(birth, today, edition.content.eligibility);
    const told = (party: ConsentParty, purpose: ConsentPurpose): ToldConsent | null => {
      const mine = { author: key, party, purpose };
      const last = consents.findLast(
        (one) => one.author === key && one.party === party && one.purpose === purpose,
      );
      if (last === undefined && !due.includes(party)) return null;
      const answer = answerOf(consents, mine, today);
      return {
        said: answer === null ? 'missing' : answer ? 'yes' : 'no',
        by:
          last === undefined
            ? ''
            : words.consents.by(last.toldBy, howNames[last.how], moment(last.at)),
      };
    };
    return consentPurposes.flatMap((purpose): ConsentLine[] => {
      const both = {
        author: told('author', purpose),
        representative: told('representative', purpose),
      };
      if (both.author === null && both.representative === null) return [];
      return [{ author: name, purpose: consentPurposeNames[purpose], told: both }];
    });
  });
}

/** The facts of the receipt, and how the dossier counts now. */
export function receiptTerms(dossier: Dossier, version: DossierVersion | undefined): Term[] {
  const { receipt } = words;
  const { edition, number, submitted, entrant, working, origin, email } = dossier;
  const code = dossier.field ?? working.field;
  const field = edition.content.fields.find((one) => one.code === code)?.name ?? code;
  const kind = entrant ?? working.entrant;
  const facts: (Term | null)[] = [
    number === null
      ? { term: receipt.number, value: words.receiptGone }
      : { term: receipt.number, value: number },
    version === undefined ? null : { term: receipt.received, value: moment(version.receivedAt) },
    submitted > 1 && dossier.firstSubmittedAt !== null
      ? { term: receipt.first, value: moment(dossier.firstSubmittedAt) }
      : null,
    submitted > 0 ? { term: receipt.version, value: String(submitted) } : null,
    field === null ? null : { term: receipt.field, value: field },
    kind === null ? null : { term: receipt.entrant, value: entrantNames[kind] },
    { term: receipt.origin, value: originNames[origin] },
    email === null ? null : { term: receipt.email, value: email },
    version === undefined ? null : { term: receipt.hash, value: version.sha256 },
  ];
  return facts.filter((one) => one !== null);
}

export function versionLines(
  c: WebContext,
  dossier: Dossier,
  versions: readonly DossierVersion[],
): DossierAsideProps['versions'] {
  return versions.toReversed().map(({ number, receivedAt }) => {
    const holds = number === dossier.submitted;
    const label = [words.versions.one(number), moment(receivedAt)].join(', ');
    return {
      label: holds ? `${label}, ${words.versions.holds}` : label,
      links: [
        ...(holds
          ? []
          : [
              {
                href: dossierPath(c, dossier, `ban/${number}`),
                label: words.versions.page(number),
              },
            ]),
        ...(number > 1
          ? [
              {
                href: `${dossierPath(c, dossier, 'thay-doi')}?tu=${number - 1}&den=${number}`,
                label: words.versions.changes,
              },
            ]
          : []),
      ],
    };
  });
}

interface AsideFacts {
  readonly leaves: readonly GivenLeave[];
  readonly awards: readonly Award[];
  readonly earlier: readonly EarlierAward[];
  readonly keeper: boolean;
}

const awardStates = new Set(['submitted', 'valid']);

export function asideLines(
  c: WebContext,
  dossier: Dossier,
  { leaves, awards, earlier, keeper }: AsideFacts,
): Pick<DossierAsideProps, 'leaves' | 'awards' | 'awardHref' | 'earlier'> {
  const { form } = dossier.edition.content;
  const now = localSecond(c.var.cx.clock.now());
  return {
    leaves: leaves.map((one): LeaveLine => {
      const { supplement, exception, until, answered, open, over, whole } = words.leaves;
      const waiting = one.until < now ? over : open;
      return {
        title: one.reason === 'supplement' ? supplement : exception,
        until: until(one.until),
        words: one.words,
        outcome: one.answered === null ? waiting : answered(one.answered),
        remarks: one.remarks.map((remark) => ({
          label: form.find(({ key }) => key === remark.field)?.label ?? remark.field ?? whole,
          words: remark.words,
        })),
      };
    }),
    awards: awards.map(
      (one): AwardLine => ({
        name: one.name,
        detail: awardDetail(one),
        removeHref: keeper ? dossierPath(c, dossier, `giai-thuong/${awardKey(one)}/xoa`) : null,
      }),
    ),
    awardHref:
      keeper && (awardStates.has(dossier.state) || dossier.origin === 'import')
        ? dossierPath(c, dossier, 'giai-thuong')
        : null,
    earlier: earlier.map((one) => ({
      title: `${one.name}${one.year === null ? '' : ` (${one.year})`}`,
      detail: [
        one.edition,
        ...(one.title === '' ? [] : [one.title]),
        ...(one.sameAuthor ? [words.earlier.author] : []),
        ...(one.sameTitle ? [words.earlier.name] : []),
      ].join(' · '),
    })),
  };
}

const awardDetail = ({ level, year, decision, decidedOn }: Award): string =>
  [awardLevelNames[level], year, decision, decidedOn === null ? null : formatDate(decidedOn)]
    .filter((part) => part !== null)
    .join(' · ');

export const aboveLines = (
  c: WebContext,
  above: readonly SentOn[],
  keeper: boolean,
): DossierAsideProps['above'] =>
  above.map((one) => ({
    title: one.edition,
    detail: [
      one.organisation,
      [stateNames[one.state].toLocaleLowerCase('vi'), one.targetNumber].filter(Boolean).join(' '),
      one.awards.length === 0
        ? words.above.noAward
        : one.awards
            .map(({ name, year }) => `${name}${year === null ? '' : ` ${year}`}`)
            .join(', '),
    ].join(' · '),
    href: keeper && one.state === 'draft' ? forwardedPath(c, one) : null,
  }));

/** Where those who sent a dossier on complete it. */
export const forwardedPath = (c: WebContext, { pid, editionPid }: SentOn): string =>
  `/vp/${c.var.place.code}/hoi-thi/${editionPid}/ho-so/${pid}/viet`;
