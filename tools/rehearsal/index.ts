export { RehearsalShop } from './shop';
export type { RehearsalWorker, Side, UpgradeStage } from './stage';
export { UpgradeRehearsal } from './upgrade';
export type { Rehearsed, UpgradeSize } from './upgrade';
