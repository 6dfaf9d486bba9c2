import type { Cx } from '../../platform/command.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { commentModerate, feedbackAnswer } from './policy.ts';
import { feedbackFigures, queueFigures } from './queries/index.ts';
import { forget, pollDeletion } from './service/index.ts';
import { deskWords as words } from './vi/index.ts';

/** What readers wrote and nobody has looked at yet. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const moderates = await may(cx, commentModerate, organisationId);
  const answers = await may(cx, feedbackAnswer, organisationId);
  return [
    ...(moderates ? await commentsToDo(cx, organisationId, code) : []),
    ...(answers ? await feedbackToDo(cx, organisationId, code) : []),
  ];
}

async function commentsToDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const { held, since, reported } = await queueFigures(cx, organisationId);
  return [
    ...(held > 0 && since !== null
      ? [
          {
            title: words.held(held),
            detail: words.heldDetail(since),
            due: null,
            href: office(code, 'binh-luan'),
            verb: words.heldVerb,
          },
        ]
      : []),
    ...(reported > 0
      ? [
          {
            title: words.reported(reported),
            detail: words.reportedDetail,
            due: null,
            href: office(code, 'binh-luan', { xem: 'reported' }),
            verb: words.reportedVerb,
          },
        ]
      : []),
  ];
}

async function feedbackToDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  const { new: many, since } = await feedbackFigures(cx, organisationId);
  if (many === 0 || since === null) return [];
  return [
    {
      title: words.feedback(many),
      detail: words.feedbackDetail(since),
      due: null,
      href: office(code, 'gop-y'),
      verb: words.feedbackVerb,
    },
  ];
}

/** At night: what says who somebody was is forgotten, what was deleted long ago goes. */
export async function night(cx: Cx): Promise<void> {
  await forget(cx);
  await pollDeletion.purge(cx);
}
