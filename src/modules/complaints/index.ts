import type { Module } from '../../platform/module.ts';
import { addOwnLinks } from '../dossiers/index.ts';
import { complaintApi } from './api/index.ts';
import { toDo } from './jobs.ts';
import { complaintAnswer, complaintEnter, complaintHandle, complaintRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { LETTER, sendLetter } from './service/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { complaintLink, complaintWeb, entryStreams } from './web/entry/index.tsx';
import { complaintOffice } from './web/office/index.ts';
import { letterStreams } from './web/office/letter.tsx';

export { complaintAnswer, complaintEnter, complaintHandle, complaintRead } from './policy.ts';
export {
  type ComplaintFilter,
  complaintByPid,
  figuresOf as complaintFigures,
  listComplaints,
} from './queries/index.ts';
export type { Complaint, Figures as ComplaintFigures } from './schema/index.ts';
export {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  enterComplaint,
  enterLetter,
  proposeAnswer,
  refuseComplaint,
  rulesOf as complaintRulesOf,
  setRules as setComplaintRules,
} from './service/index.ts';

addOwnLinks(complaintLink);

/** Complaints about an edition, and the days in which they are answered. */
export const complaints: Module = {
  name: 'complaints',
  permissions: [complaintEnter, complaintRead, complaintHandle, complaintAnswer],
  permissionNames,
  web: complaintWeb,
  streams: [...entryStreams, ...letterStreams],
  rooms: [{ below: 'hoi-thi', path: 'khieu-nai', label: words.list, permission: complaintRead }],
  office: complaintOffice,
  api: complaintApi,
  toDo,
  invariants,
  jobs: { handlers: { [LETTER]: sendLetter } },
};
