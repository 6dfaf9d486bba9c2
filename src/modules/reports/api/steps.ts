import { z } from 'zod';
import { type Command, execute } from '../../../platform/command.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { reportForm } from '../queries/index.ts';
import {
  acceptInput,
  answerInput,
  formStep,
  numberInput,
  publishInput,
  reopenInput,
  returnInput,
  sendBackInput,
  submitInput,
} from '../schema/index.ts';
import {
  acceptPlaces,
  answerReturn,
  checkForm,
  freezeForm,
  freezeRound,
  issueNumber,
  publishForm,
  reopenForm,
  returnPlaces,
  sendBackForm,
  submitForm,
  withdrawForm,
} from '../service/index.ts';
import { reportIssues } from '../vi/index.ts';
import { formView } from './shapes.ts';
import { shownForm } from './views.ts';

const tag = 'report-forms';
const words = { ...documentIssueWords, ...reportIssues };

/** The steps of a form up the graph and back; each answers the form as it stands then. */
export function stepDoors(api: Api): void {
  step(api, 'submit', 'Send to the own leader, or up', submitInput, submitForm);
  step(api, 'withdraw', 'Take back what was sent and not taken', formStep, withdrawForm);
  step(api, 'check', 'Approve as the own leader: it goes up', formStep, checkForm);
  step(api, 'send-back', 'Give back as the own leader, with words', sendBackInput, sendBackForm);
  step(api, 'return', 'Return places with words; the rest stays', returnInput, returnPlaces);
  step(api, 'answer', 'Answer a return in words', answerInput, answerReturn);
  step(api, 'accept', 'Accept places, or all: it is locked', acceptInput, acceptPlaces);
  step(api, 'reopen', 'Open a locked form until a day', reopenInput, reopenForm);
  step(api, 'freeze', 'Keep an accepted form under a hash', formStep, freezeForm);
  step(api, 'number', 'Give the next official number', numberInput, issueNumber);
  step(api, 'publish', 'Show to everybody, or no longer', publishInput, publishForm);
  api.endpoint({
    method: 'post',
    path: '/report-rounds/{pid}/freeze',
    tag,
    summary: 'Order the freezing of all accepted forms of a round',
    params: z.object({ pid: z.string() }),
    response: z.object({ pid: z.string().describe('of the run') }),
    words,
    handler: async ({ cx, params }) =>
      settled(await execute(cx, freezeRound, { round: params.pid }), words),
  });
}

function step<Input extends z.ZodObject, Loaded, Result>(
  api: Api,
  name: string,
  summary: string,
  input: Input,
  command: Command<Input, Loaded, Result>,
): void {
  api.endpoint({
    method: 'post',
    path: `/report-forms/{pid}/${name}`,
    tag,
    summary,
    params: z.object({ pid: z.string() }),
    body: input.omit({ pid: true }),
    response: formView,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, command, { ...(body as object), pid: params.pid }), words);
      return shownForm(await reportForm(cx, params.pid));
    },
  });
}
