export { loadState, StateFile, StateFileError } from './state-file';
export type { SimulatorState } from './state-file';
