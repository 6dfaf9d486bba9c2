import type { Cx } from '../../../platform/cx.ts';
import type { Phase } from '../../calls/index.ts';
import type { OpenedCouncil } from '../../councils/index.ts';
import { knowsField, whyNot } from '../rules/index.ts';
import type { PreviewInput, WhyNot } from '../schema/index.ts';
import { givenFor, inputOf, missing, settingsFor } from './given.ts';

/**
 * Why a judge does not have a dossier (public ids): what stands against it, or what it would cost. As a new run would
 * decide it: what was given by a run may move, what was given by hand stays.
 */
export async function whyNotFor(
  cx: Cx,
  council: OpenedCouncil,
  phase: Phase,
  sent: PreviewInput & { readonly dossier: string; readonly judge: string },
): Promise<WhyNot> {
  const given = await givenFor(cx, council, phase);
  const dossier = given.dossiers.findIndex(({ pid }) => pid === sent.dossier);
  if (dossier < 0) return { why: 'not_standing' };
  const judge = given.judges.slice(0, given.serving).findIndex(({ pid }) => pid === sent.judge);
  if (judge < 0) return { why: 'not_in_council' };
  const [theDossier, theJudge] = [given.dossiers[dossier]!, given.judges[judge]!];
  const same = (one: { dossierId: string; judgeId: string }) =>
    one.dossierId === theDossier.id && one.judgeId === theJudge.judgeId;
  const before = given.assignments.find(same);
  if (before?.state === 'active') return { why: 'assigned' };
  if (before?.state === 'recused') return { why: 'recused' };
  const conflict = given.conflicts.find(same);
  if (conflict !== undefined) return { why: 'conflict', kinds: conflict.kinds };
  if (before?.how === 'hand' && before.freed === null) return { why: 'removed' };
  const { seed, keep: _, ...settings } = settingsFor(phase, sent);
  if (missing(given).length > 0 || settings.each === null) return { why: 'no_run' };
  const answer = whyNot(inputOf(given, settings), seed, dossier, judge);
  switch (answer.why) {
    case 'made':
      return { why: 'would_have' };
    case 'forbidden':
      return { why: 'removed' };
    case 'cost':
      return {
        ...answer,
        ofField: knowsField(theJudge.expertise, theDossier.field),
        most: theJudge.maxLoad,
        instead: answer.instead.map((place) => given.judges[place]!.name),
      };
    default:
      return { why: answer.why };
  }
}
