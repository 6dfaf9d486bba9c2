export * from './collected.ts';
export * from './desk.ts';
export * from './find.ts';
export * from './invariants.ts';
export * from './lists.ts';
export * from './reminders.ts';
export * from './targets.ts';
