export { setUpgradeStage } from './on-processes';
export { readRehearsalOptions, REHEARSAL_USAGE } from './options';
export { RehearsalShop } from './shop';
export type { RehearsalWorker, Side, UpgradeStage } from './stage';
export { UpgradeRehearsal } from './upgrade';
export type { Rehearsed, UpgradeSize } from './upgrade';
