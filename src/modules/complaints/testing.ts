import { addDays } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { authorKey, createEdition, openEdition } from '../calls/index.ts';
import { type Dossier, dossierByToken } from '../dossiers/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  pupil,
  site,
  submitted,
  youthContent,
} from '../dossiers/testing.ts';
import { done } from '../rounds/testing.ts';
import { enterComplaint, enterLetter } from './service/index.ts';

export { site } from '../dossiers/testing.ts';

/** An open contest of Sơn La that takes dossiers and, from yesterday to five days after today, complaints. */
export async function openContest(cx: Cx, code: string): Promise<string> {
  const today = cx.clock.today();
  const content = youthContent(today);
  const phases = content.phases.map((phase) =>
    phase.key === 'cong-bo'
      ? {
          ...phase,
          opens: `${addDays(today, -1)}T08:00:00`,
          closes: `${addDays(today, 5)}T17:00:00`,
        }
      : phase,
  );
  const sent = { organisation: 'sonla', code, content: { ...content, phases } };
  const { pid } = await done(execute(cx, createEdition, sent));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

export interface Entered {
  readonly token: string;
  readonly dossier: Dossier;
}

/** A submitted dossier with the link behind which it was written. */
export async function entered(cx: Cx, edition: string, email: string): Promise<Entered> {
  const token = await begun(cx, edition, email);
  await completed(cx, token, answers(`Giải pháp của ${email}`));
  await agreed(cx, token, authorKey(pupil.name, pupil.birth));
  await submitted(cx, token);
  return { token, dossier: await dossierByToken(cx, token) };
}

export const said = {
  topic: 'result',
  complainant: 'Nguyễn Văn Hòa',
  address: 'Tổ 3, phường Chiềng Sinh, tỉnh Sơn La',
  body: 'Điểm phần tính mới thấp hơn nhận xét ghi trong phiếu.',
  asks: 'Xem lại điểm phần tính mới.',
};

/** Complains behind a link; gives the public id. */
export async function complained(cx: Cx, token: string, more: object = {}): Promise<string> {
  const anybody: Cx = { ...cx, actor: { kind: 'anonymous' } };
  return (await done(execute(anybody, enterComplaint, { ...said, token, site, ...more }))).pid;
}

/** Takes a letter in; gives the public id. */
export async function lettered(cx: Cx, edition: string, more: object = {}): Promise<string> {
  const sent = { ...said, edition, site, received_on: cx.clock.today(), ...more };
  return (await done(execute(cx, enterLetter, sent))).pid;
}
