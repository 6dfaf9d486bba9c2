export * from './invariants.ts';
export * from './letters.ts';
export * from './mailings.ts';
export * from './members.ts';
export * from './recipients.ts';
export * from './refusals.ts';
export * from './templates.ts';
