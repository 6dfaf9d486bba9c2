export * from './issues.ts';
export * from './letters.ts';
export * from './names.ts';
export * from './office.ts';
export * from './site.ts';
