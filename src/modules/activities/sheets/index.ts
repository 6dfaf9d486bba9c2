export { activityRow, activityShape } from './columns.ts';
export { activityImporter } from './import.ts';
