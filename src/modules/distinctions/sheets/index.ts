export { distinctionRow, distinctionShape } from './columns.ts';
export { distinctionImporter } from './import.ts';
