export { migrationStep } from './migration-step';
export { replacementStep } from './replacement-step';
