export { editionDoors as callsApi } from './editions.ts';
