export { copyEdition, createEdition, editEdition } from './editions.ts';
export { closeEdition, editionDeletion, openEdition, reopenEdition } from './states.ts';
