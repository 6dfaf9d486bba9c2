import { sql } from 'kysely';
import type { Issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import { type Obligation, obligationByPid } from '../../rounds/index.ts';
import { assembleForm, type LoadedForm, loadForm, storedPlaces } from '../queries/index.ts';
import { type Step, stepIssues } from '../rules/index.ts';
import type { FormAnswer, PlaceAnswer, ReportForm } from '../schema/index.ts';

/**
 * The obligation of a form, held until the transaction ends: writes into one form come one after the
 * other. @throws NotFound when there is none that the actor may see
 */
export async function lockForm(cx: Cx, pid: string): Promise<Obligation> {
  await sql`select from report_obligation where pid = ${pid} for update`.execute(cx.db);
  return obligationByPid(cx, pid);
}

export type WholeForm = LoadedForm & { readonly form: ReportForm };

/** A held form with all its parts. */
export async function lockWhole(cx: Cx, pid: string): Promise<WholeForm> {
  const loaded = await loadForm(cx, await lockForm(cx, pid));
  return { ...loaded, form: assembleForm(loaded) };
}

export type HeldPlaces = {
  readonly obligation: Obligation;
  readonly places: Awaited<ReturnType<typeof storedPlaces>>;
};

/** A held form with what was written into it. */
export async function lockPlaces(cx: Cx, pid: string): Promise<HeldPlaces> {
  const obligation = await lockForm(cx, pid);
  return { obligation, places: await storedPlaces(cx.db, obligation.id) };
}

/** Where steps of an organisation's own people need their right, and those of its collector. */
export const atOwn = ({ obligation }: { obligation: Obligation }) => [obligation.organisation.id];
export const atCollector = ({ obligation }: { obligation: Obligation }) => [
  obligation.collector.id,
];
export const versionOf = ({ obligation }: { obligation: Obligation }) => obligation.version;
export const stepOf = (step: Step) => {
  return ({ obligation }: { obligation: Obligation }): readonly Issue[] =>
    stepIssues(step, obligation);
};

export const actorPerson = (cx: Cx): string | null =>
  cx.actor.kind === 'account' ? cx.actor.personId : null;

/** What every command of a form tells the log and its door. */
export function formDone(
  obligation: Obligation,
  changes: Readonly<Record<string, { old?: unknown; new?: unknown }>>,
  places: readonly PlaceAnswer[] = [],
) {
  const { pid, state, version } = obligation;
  const result: FormAnswer = { pid, state, version, places };
  return {
    result,
    subject: { type: 'report_obligation', id: obligation.id },
    organisationId: obligation.organisation.id,
    changes,
  };
}

/** Counts a change of a form whose state stays. */
export async function touchForm(cx: Cx, obligation: Obligation): Promise<Obligation> {
  await sql`update report_obligation set version = version + 1 where id = ${obligation.id}`.execute(
    cx.db,
  );
  return { ...obligation, version: obligation.version + 1 };
}
