export * from '../../../kernel/email.ts';
export * from '../../../kernel/partial-date.ts';
export * from '../../../kernel/vietnamese/citizen-id.ts';
export * from '../../../kernel/vietnamese/degrees.ts';
export * from '../../../kernel/vietnamese/phones.ts';
export * from './dates.ts';
export * from './names.ts';
export * from './search.ts';
