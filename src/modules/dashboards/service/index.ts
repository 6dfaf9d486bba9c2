export * from './dashboards.ts';
