export { COUNTER_USAGE, readCounterOptions } from './options';
export { counterReport } from './report';
export { runCounterBench } from './run';
