export { attempts } from './attempts';
export { common } from './common';
export { counter } from './counter';
export { refusalWords } from './refusals';
export type { RefusalWords } from './refusal-entry';
export { shell } from './shell';
export { signing } from './signing';
