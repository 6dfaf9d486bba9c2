import { countPapers, decideBallot, totalsIssues } from '../../ballots/index.ts';
import { canonicalText, rubricOf, scoreOf, scoresAlike } from '../../calls/index.ts';
import { type CountedSheet, outcomeInput, proposedPrizes, reckon } from '../../results/index.ts';
import { type FrozenSheet, readSheet } from '../../reviews/index.ts';
import {
  type BundleBallot,
  type BundleContent,
  type BundleFault,
  type BundleResult,
  type BundleSheet,
  openBundle,
  sha256,
  signatureFault,
} from '../rules/index.ts';
import { checkAllocated } from './check-prizes.ts';
import { checkRuns } from './check-runs.ts';
import { type Difference, differencesOf, type Looked } from './differences.ts';

/** What came of reading a bundle anew. */
export type Verdict =
  | { readonly ok: false; readonly whole: false; readonly faults: readonly BundleFault[] }
  | {
      /** Nothing differs. */
      readonly ok: boolean;
      /** Every byte is what was signed. */
      readonly whole: true;
      readonly differences: readonly Difference[];
      readonly edition: string;
      readonly name: string;
      readonly phase: string;
      readonly decision: string;
      /** SHA-256 of the public key that signed. */
      readonly key: string;
      readonly sha256: string;
      readonly looked: Looked;
    };

/**
 * Reads a bundle without the database: first that every byte is what was signed, then that everything in it
 * follows from the signed sheets, the votes and the papers. Depends on no clock, no zone, no place.
 * `trusted`: fingerprint of the only key to be accepted.
 */
export function checkBundle(archive: Buffer, trusted: string | null = null): Verdict {
  const opened = openBundle(archive, canonicalText, trusted);
  if (!opened.ok) return { ok: false, whole: false, faults: opened.faults };
  const { bundle } = opened;
  const content = bundle.parts as unknown as BundleContent;
  const differences = reread(content);
  return {
    ok: differences.length === 0,
    whole: true,
    differences,
    edition: bundle.manifest.edition,
    name: String(content.edition?.content?.name ?? ''),
    phase: bundle.manifest.phase,
    decision: String(content.allocation?.decision ?? ''),
    key: bundle.fingerprint,
    sha256: sha256(archive),
    looked: lookedAt(content),
  };
}

// Whoever signs may sign nonsense: what cannot be read is a difference, not a crash.
function reread(content: BundleContent): Difference[] {
  try {
    return checkContent(content);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [{ code: 'unreadable', at: '', stated: said, computed: null }];
  }
}

function lookedAt(content: BundleContent): Looked {
  const many = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
  const ballots = Array.isArray(content.ballots) ? content.ballots : [];
  return {
    sheets: many(content.sheets),
    ballots: many(content.ballots),
    papers: ballots.reduce((sum, one) => sum + many(one?.papers), 0),
    runs: many(content.assignments?.runs),
    phases: many(content.results),
    dossiers: many(content.dossiers),
    prizes: many(content.allocation?.prizes),
    minutes: many(content.minutes),
  };
}

/** All differences of a bundle's parts, in the order of the parts. */
export function checkContent(content: BundleContent): Difference[] {
  const sheets = content.sheets.map((sheet) => ({ sheet, frozen: readSheet(sheet.frozen) }));
  return [
    ...checkRuns(content),
    ...sheets.flatMap(({ sheet, frozen }) => sheetDifferences(content, sheet, frozen)),
    ...holdingDifferences(content.sheets),
    ...content.ballots.flatMap(ballotDifferences),
    ...content.results.flatMap((result) => resultDifferences(content, result, sheets)),
    ...prizeDifferences(content),
    ...content.minutes.flatMap((one) => {
      const at = `minutes/${one.council}/${one.phase}`;
      return textDifferences(content, one, at, one.frozen);
    }),
  ];
}

interface SignedText {
  readonly sha256: string;
  readonly keyId: string;
  readonly signature: string;
}

function textDifferences(
  { keys }: BundleContent,
  signed: SignedText,
  at: string,
  text: string,
): Difference[] {
  const hash = sha256(text);
  const fault = signatureFault(keys, text, signed);
  return [
    ...differencesOf('text_hash', at, signed.sha256, hash),
    ...(fault === null ? [] : [{ code: fault, at, stated: signed.keyId, computed: null }]),
  ];
}

/** A sheet is signed, of this edition, and its points follow from its marks. */
function sheetDifferences(
  content: BundleContent,
  sheet: BundleSheet,
  frozen: FrozenSheet,
): Difference[] {
  const at = `sheets/${sheet.assignment}/${sheet.number}`;
  const { edition, dossiers, assignments } = content;
  const given = assignments.assignments.find(({ pid }) => pid === sheet.assignment);
  const dossier = dossiers.find(({ pid }) => pid === frozen.dossier.pid);
  const score = scoreOf(frozen.rubric, frozen.marks);
  const rubric = rubricOf(edition.content, frozen.phase);
  const stated = {
    edition: frozen.edition,
    phase: frozen.phase,
    assignment: frozen.assignment,
    number: frozen.number,
    judge: frozen.judge,
    dossier: frozen.dossier.pid,
    council: frozen.council,
  };
  const computed = {
    edition: edition.pid,
    phase: sheet.phase,
    assignment: sheet.assignment,
    number: sheet.number,
    judge: given?.judge,
    dossier: given?.dossier,
    council: given?.council,
  };
  return [
    ...textDifferences(content, sheet, at, sheet.frozen),
    ...differencesOf('sheet_of', at, stated, computed),
    ...differencesOf('sheet_points', `${at}/points`, hundredthsOf(frozen.points), score.points),
    ...differencesOf('sheet_failed', `${at}/failed`, frozen.failed, score.failed),
    ...(rubric !== null && sheet.holds && !scoresAlike(rubric, frozen.rubric)
      ? [
          {
            code: 'sheet_rubric',
            at: `${at}/rubric`,
            stated: frozen.rubric.key,
            computed: rubric.key,
          },
        ]
      : []),
    ...(sheet.holds && dossier !== undefined
      ? differencesOf(
          'sheet_dossier',
          `${at}/dossier/sha256`,
          frozen.dossier.sha256,
          judgedHash(content, frozen),
        )
      : []),
  ];
}

// The version that holds now has its hash in the bundle; an earlier one is told by the sheet alone.
function judgedHash({ dossiers }: BundleContent, { dossier }: FrozenSheet): string | null {
  const found = dossiers.find(({ pid }) => pid === dossier.pid);
  return found?.version === dossier.version ? (found?.sha256 ?? null) : dossier.sha256;
}

/** '86.5' in hundredths. */
function hundredthsOf(points: string): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(points);
  return match === null
    ? Number.NaN
    : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Of each sheet exactly the newest version counts, and no version is missing. */
function holdingDifferences(sheets: readonly BundleSheet[]): Difference[] {
  const versions = Map.groupBy(sheets, ({ assignment }) => assignment);
  return [...versions].flatMap(([assignment, own]) => {
    const numbers = own.map(({ number }) => number).sort((a, b) => a - b);
    const held = own.filter(({ holds }) => holds).map(({ number }) => number);
    return [
      ...differencesOf(
        'sheet_versions',
        `sheets/${assignment}`,
        numbers,
        numbers.map((_, at) => at + 1),
      ),
      ...differencesOf('sheet_holds', `sheets/${assignment}`, held, [numbers.length]),
    ];
  });
}

function ballotDifferences(ballot: BundleBallot): Difference[] {
  const at = `ballots/${ballot.pid}`;
  const form = { kind: ballot.kind, options: ballot.options.length, most: ballot.most };
  const present = ballot.voters.filter((one) => one.present).length;
  const voted = ballot.voters.filter((one) => one.voted).length;
  const tally = ballot.papers === null ? ballot.totals : countPapers(form, ballot.papers);
  if (tally === null) return [{ code: 'ballot_papers', at, stated: null, computed: null }];
  const result = decideBallot(ballot.rule, { members: ballot.voters.length, present }, tally);
  return [
    ...differencesOf('ballot_result', at, ballot.result, result),
    ...(ballot.papers === null
      ? totalsIssues(form, present, tally).map(({ path, code }) => ({
          code: 'ballot_totals',
          at: `${at}/${path}`,
          stated: code,
          computed: null,
        }))
      : differencesOf('ballot_voters', at, ballot.papers.length, voted)),
    ...(ballot.papers === null
      ? []
      : codeDifferences(
          at,
          ballot.papers.map(({ code }) => code),
        )),
  ];
}

const codeDifferences = (at: string, codes: readonly string[]): Difference[] =>
  differencesOf('ballot_codes', `${at}/papers`, codes, [...new Set(codes)].sort());

/** The figures, the ranking and what was changed by hand, from the sheets that count. */
function resultDifferences(
  content: BundleContent,
  result: BundleResult,
  sheets: readonly { readonly sheet: BundleSheet; readonly frozen: FrozenSheet }[],
): Difference[] {
  const { phase, standing, fails, changes } = result;
  const dossiers = new Map(content.dossiers.map((one) => [one.pid, one]));
  const active = new Set(
    content.assignments.assignments.filter(({ state }) => state === 'active').map(({ pid }) => pid),
  );
  const counted = sheets
    .filter(({ sheet }) => sheet.phase === phase && sheet.holds && active.has(sheet.assignment))
    .filter(({ frozen }) => standing.includes(frozen.dossier.pid))
    .map(({ sheet, frozen }): CountedSheet => {
      const { points, failed } = scoreOf(frozen.rubric, frozen.marks);
      return {
        assignment: sheet.assignment,
        dossier: frozen.dossier.pid,
        judge: frozen.judge,
        points,
        failed,
        round: frozen.round,
      };
    });
  const input = outcomeInput(content.edition.content, phase, {
    standing: standing.map((pid) => {
      const { number = null, field = null } = dossiers.get(pid) ?? {};
      return { dossier: pid, number, field };
    }),
    sheets: counted,
    votes: content.votes.filter((one) => one.phase === phase),
    fails,
    changes,
  });
  return differencesOf('outcome', `results/${phase}`, result.outcome, plain(reckon(input)));
}

/** As JSON gives it back. */
const plain = (value: unknown): unknown => JSON.parse(canonicalText(value));

function prizeDifferences(content: BundleContent): Difference[] {
  const { allocation, results, edition } = content;
  const result = results.find(({ phase }) => phase === allocation.phase);
  if (result === undefined)
    return [
      { code: 'allocation_phase', at: 'allocation', stated: allocation.phase, computed: null },
    ];
  const proposed = plain(proposedPrizes(edition.content, result.outcome));
  return [
    ...differencesOf('allocation_proposed', 'allocation/proposed', allocation.proposed, proposed),
    ...checkAllocated(content, result.outcome),
  ];
}
