export { programModel } from './program-model';
export type { ProgramDoc } from './program-model';
export { programSealer } from './program-seal';
export type { ProgramSealer } from './program-seal';
export { createPrograms } from './programs';
export type { Programs, ProgramVersion } from './programs';
