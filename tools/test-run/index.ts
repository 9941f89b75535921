export { listTests, runJest } from './jest';
export type { JestProject, JestRun } from './jest';
export { makeRunFolder } from './run-folder';
export { besideSecondNode, wantsSecondNode } from './second-node';
export { addTallies, failureLines, NO_TESTS, tallyLine } from './tally';
export type { Tally } from './tally';
export { startTestEngines } from './test-engines';
