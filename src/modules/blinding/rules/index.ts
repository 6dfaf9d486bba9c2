export * from './names.ts';
export * from './sight.ts';
