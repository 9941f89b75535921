export { programModel } from './program-model';
export type { ProgramDoc } from './program-model';
export { ForgedProgramError, programSealer } from './program-seal';
export type { ProgramSealer, ProgramSeals } from './program-seal';
export { createPrograms, programByNow } from './programs';
export type { Programs, ProgramVersion } from './programs';
