export { listTests, runJest } from './jest';
export type { JestProject } from './jest';
export { makeRunFolder } from './run-folder';
export { addTallies, NO_TESTS, tallyLine } from './tally';
export type { Tally } from './tally';
export { startTestEngines } from './test-engines';
