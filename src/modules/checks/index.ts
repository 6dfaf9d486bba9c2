import type { Module } from '../../platform/module.ts';
import { checksApi } from './api.ts';
import { checksOffice } from './web.tsx';

export { type FormInput, type FormRow, formProblems } from './rules/form.ts';
export type { Problem, ProblemCode } from './rules/problem.ts';
export { type Checked, checkFile, checkJson, checkWords } from './service.ts';
export { kindNames, sayProblem } from './vi/problems.ts';

export const checks: Module = {
  name: 'checks',
  permissions: [],
  permissionNames: {},
  office: checksOffice,
  api: checksApi,
};
