export { migrationStep } from './migration-step';
