export { LANES, listTests } from './jest';
export { makeRunFolder } from './run-folder';
export { wantsSecondNode } from './second-node';
export { addTallies, failureLines, NO_TESTS, tallyLine } from './tally';
export type { Tally } from './tally';
export { startTestEngines } from './test-engines';
export { runProject, runSideBySide, BrokenOffError } from './whole-run';
export type { SharedRun } from './whole-run';
