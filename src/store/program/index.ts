export { programModel } from './program-model';
export { createPrograms } from './programs';
export type { Programs, ProgramVersion } from './programs';
