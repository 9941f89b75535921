export type { CpuTable } from './cpu-table';
export { measureHistory, measureLife } from './history';
export type { HistorySize } from './history';
export { measureIntake } from './intake';
export { measureMemory } from './memory';
export { measureRate } from './rate';
export { measureRedemption } from './redemption';
