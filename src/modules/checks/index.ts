import type { Module } from '../../platform/module.ts';
import { checksApi } from './api.ts';
import { checksOffice } from './web.tsx';

export { type FormInput, type FormRow, formProblems } from './rules/form.ts';
export type { Problem, ProblemCode } from './rules/problem.ts';
export type { SourceTable } from './rules/table/source.ts';
export { type Checked, checkFile, checkJson, checkRead, checkWords } from './service.ts';
export { type ReadJson, type ReadLimits, readJson, readTables } from './sheets.ts';
export { kindNames, sayProblem } from './vi/problems.ts';

export const checks: Module = {
  name: 'checks',
  permissions: [],
  permissionNames: {},
  office: checksOffice,
  api: checksApi,
};
