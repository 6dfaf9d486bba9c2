import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** Reading what indicators mean, and what unions declared and remarked about their own figures. */
export const readIndicators = permission('indicators.read', 'read', officeStaff);

/** Saying what an indicator means, and which rows a table has: for the whole installation. */
export const defineIndicators = permission('indicators.define', 'write', ['national', 'admin']);

/** Declaring a value that is entered by hand, and the remark beside a union's own figure. */
export const declareValues = permission('indicators.declare', 'write', [
  'clerk',
  'leader',
  'admin',
]);
