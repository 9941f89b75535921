export { createWakeLostRuns } from './wake-lost-runs';
export type { LostRuns } from './wake-lost-runs';
