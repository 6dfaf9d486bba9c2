import type { Module } from '../../platform/module.ts';
import { indicatorsApi } from './api/index.ts';
import { declareValues, defineIndicators, readIndicators } from './policy.ts';
import { indicatorInvariants } from './queries/index.ts';
import { permissionNames } from './vi.ts';
import { indicatorDoors } from './web/index.ts';

export { addSource, allSources } from './indicators.ts';
export { type ReportTab, reportTabs } from './pages/tabs.tsx';
export { declareValues, defineIndicators, readIndicators } from './policy.ts';
export {
  definitionsOn,
  type FigurePids,
  type FigureRecord,
  type FiguresQuestion,
  figurePids,
  figureRecords,
  figuresOf,
  figuresStatement,
  type IndicatorTable,
  keptUnionFigures,
  notesOn,
  offerWords,
  type RecordsQuestion,
  recordPermissions,
  rootOrganisation,
  type Sources,
  type Subject,
  subjectByCode,
  type TableLine,
  tableByCode,
  type UnionFigures,
  unionFigures,
  type YearFlow,
  yearFlow,
} from './queries/index.ts';
export { type Definition, type FigureValue, nationalFigure, rankAmong } from './rules/index.ts';
export { declareValue, defineIndicator, removeValue, setNote, setTable } from './service/index.ts';
export { type Described, describeDefinition } from './vi.ts';

export const indicators: Module = {
  name: 'indicators',
  permissions: [readIndicators, defineIndicators, declareValues],
  permissionNames,
  office: indicatorDoors,
  api: indicatorsApi,
  invariants: indicatorInvariants,
};
