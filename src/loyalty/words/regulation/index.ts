export type { RegulationSection } from './given';
export { regulationOf, regulationText } from './regulation';
export type { Regulation } from './regulation';
