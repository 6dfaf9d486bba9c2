import type { Module } from '../../platform/module.ts';
import { reportingApi } from './api.ts';
import { openFigures, readBenchmark } from './policy.ts';
import { permissionNames, vi } from './vi.ts';
import { reportingDoors } from './web/index.ts';

export { type ReportTab, reportTabs } from '../indicators/index.ts';
export { addressOf as benchmarkAddress, structureWord } from './pages/address.ts';
export { RecordsPage } from './pages/records.tsx';
export { openFigures, readBenchmark } from './policy.ts';
export {
  type BenchmarkQuestion,
  type BenchmarkTable,
  benchmarkCode,
  benchmarkPeers,
  benchmarkRecords,
  benchmarkTable,
  presentBenchmark,
} from './queries/index.ts';
export { type Structure, structureDay, structures } from './rules.ts';
export type { BenchmarkView } from './schema.ts';
export { benchmarkDocx, benchmarkXlsx } from './sheets.ts';
export { placeName, valueText } from './vi.ts';

export const reporting: Module = {
  name: 'reporting',
  permissions: [readBenchmark, openFigures],
  permissionNames,
  menu: [{ label: vi.menu, path: 'bao-cao', permission: readBenchmark }],
  office: reportingDoors,
  api: reportingApi,
};
