/**
 * Row types of every table, for Kysely. Each module adds its own by declaration merging:
 *
 *     declare module '../../platform/database/tables.ts' {
 *       interface Tables { organisation: OrganisationTable }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge into it
export interface Tables {}
