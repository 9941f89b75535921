export { FAULTS_USAGE, readFaultsOptions } from './options';
export { faultsReport } from './report';
export { runFaults } from './run';
