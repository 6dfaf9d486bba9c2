import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import {
  createEdition,
  type EditionContent,
  editionByPid,
  editionSamples,
  openEdition,
  type Phase,
  plainReview,
} from '../calls/index.ts';
import type { SeatRole } from '../councils/index.ts';
import { acceptedJudge, councilWith, type MadeJudge } from '../councils/testing.ts';
import { submittedDossier } from '../likenesses/testing.ts';
import { done } from '../rounds/testing.ts';

/** Fields of the edition that is made here. */
export const fields = ['cntt', 'co-khi', 'nong-lam'] as const;

/** Keys of its reviewing phases: so many judges for each dossier, then the whole council. */
export const phases = { first: 'so-khao', last: 'chung-khao' } as const;

/** An open contest with two reviewing phases, the first with `each` judges a dossier; gives its public id. */
export async function reviewedContest(
  cx: Cx,
  { each = 2, organisation = 'sonla' }: { each?: number; organisation?: string } = {},
): Promise<string> {
  const { content } = editionSamples.find((sample) => sample.content.kind === 'technical_contest')!;
  const judges: Readonly<Record<string, number | null>> = {
    [phases.first]: each,
    [phases.last]: null,
  };
  const judged = (phase: Phase): Phase => ({
    ...phase,
    review: phase.rubric === null ? null : { ...plainReview, each: judges[phase.key] ?? null },
  });
  const dated: EditionContent = {
    ...content,
    name: `Hội thi chấm của ${organisation}`,
    phases: content.phases.map((phase, at) => ({
      ...judged(phase),
      opens: `2026-${String(at + 1).padStart(2, '0')}-01T08:00:00`,
      closes: `2026-${String(at + 1).padStart(2, '0')}-20T17:00:00`,
    })),
  };
  const input = { organisation, code: 'hoi-thi-cham', content: dated };
  const { pid } = await done(execute(cx, createEdition, input));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

export interface MadeDossier {
  readonly id: string;
  readonly pid: string;
}

/** Valid dossiers of an edition, one for each field that is named. */
export async function validDossiers(
  cx: Cx,
  edition: string,
  named: readonly string[],
): Promise<MadeDossier[]> {
  const made: MadeDossier[] = [];
  for (const [at, field] of named.entries()) {
    const id = await submittedDossier(cx, { edition, text: 'x', author: `Tác giả Số ${at}` });
    const rows = await all(
      cx.db,
      sql<MadeDossier>`update dossier set state = 'valid', field = ${field} where id = ${id}
        returning id, pid`,
    );
    made.push(rows[0]!);
  }
  return made;
}

export interface Bench {
  readonly council: string;
  readonly judges: readonly MadeJudge[];
}

/** A council of accepted judges with a vote, each knowing the fields that are named; no secretary. */
export async function benchOf(
  cx: Cx,
  edition: string,
  named: readonly (readonly string[])[],
  more: { readonly max_load?: number; readonly fields?: readonly string[] } = {},
): Promise<Bench> {
  const { max_load, ...settings } = more;
  const judges: MadeJudge[] = [];
  for (const expertise of named)
    judges.push(
      await acceptedJudge(cx, edition, {
        expertise,
        ...(max_load === undefined ? {} : { max_load }),
      }),
    );
  const role = (at: number): SeatRole => (at === 0 ? 'chair' : 'member');
  const { pid } = await councilWith(cx, edition, {
    ...settings,
    judges: judges.map((judge, at) => ({ judge, role: role(at) })),
  });
  return { council: pid, judges };
}

/** Notes a conflict that counts. */
export async function conflicted(cx: Cx, judge: MadeJudge, dossier: MadeDossier): Promise<void> {
  await sql`insert into conflict (id, pid, judge_id, dossier_id, kind, source, evidence, sure, found_at)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${judge.id}, ${dossier.id}, 'same_unit', 'registry', '[]',
      true, ${cx.clock.now()})`.execute(cx.db);
}

/** Id of an edition. */
export const idOf = async (cx: Cx, edition: string): Promise<string> =>
  (await editionByPid(cx, edition)).id;
