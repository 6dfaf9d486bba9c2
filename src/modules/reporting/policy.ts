import { officeStaff } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** The table itself, with the values of all peers: whoever works in any office. */
export const readBenchmark = permission('benchmark.read', 'read', officeStaff);

/** The records behind a union's figures: at that union, beside the right to read the records. */
export const openFigures = permission('benchmark.records', 'read', officeStaff);
