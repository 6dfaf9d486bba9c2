import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Rounds and who is how far: whoever works in the office that collects, that owes, or above. */
export const roundRead = permission('round.read', 'read', officeStaff);

/** Opening and closing rounds, asking those below, extending, reminding. */
export const roundManage = permission('round.manage', 'write', [
  'clerk',
  'leader',
  'national',
  'admin',
]);

/** Filling the form of an organisation. */
export const reportFill = permission('report.fill', 'write', [
  'clerk',
  'officer',
  'leader',
  'admin',
]);

/** Approving a form of one's own organisation before it goes up. */
export const reportCheck = permission('report.check', 'write', ['leader', 'officer', 'admin']);

/** What the one who collects does with a form: return places, accept, open again, freeze. */
export const reportReceive = permission('report.receive', 'write', [
  'clerk',
  'leader',
  'national',
  'admin',
]);
