export { readOptions, USAGE } from './options';
export { report } from './report';
export { runBench } from './run-bench';
