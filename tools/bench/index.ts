export { counterReport, COUNTER_USAGE, readCounterOptions, runCounterBench } from './counter';
export { readOptions, USAGE } from './options';
export { report } from './report';
export { runBench } from './run-bench';
export { quantile, spreadOf } from './statistics';
export { figure, table } from './table';
