export * from './adding.ts';
export * from './albums.ts';
export * from './drawing.ts';
export * from './editing.ts';
export * from './intake.ts';
export * from './pictures/index.ts';
export * from './public.ts';
export * from './uses.ts';
