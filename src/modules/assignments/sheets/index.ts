export { type Folder, readFolder } from './folder.ts';
export { type Fault, Faults } from './rows.ts';
export { type FolderSettings, type Solved, solveFolder } from './solve.ts';
