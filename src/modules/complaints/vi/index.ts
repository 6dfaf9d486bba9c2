export * from './entry.ts';
export * from './letters.ts';
export * from './names.ts';
export * from './office.ts';
