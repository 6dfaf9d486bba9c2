export { type CounterParts, VisitCounter } from './counter.ts';
export { mostReadNamed, type NamedRead, named } from './most.ts';
export { addReadNames, type ReadName, type ReadNames } from './names.ts';
export { writeBundle } from './writing.ts';
