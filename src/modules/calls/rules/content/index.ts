export * from './edition.ts';
export * from './form.ts';
export * from './phases.ts';
export * from './rubrics.ts';
