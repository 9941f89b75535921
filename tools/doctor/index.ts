export { checkLines } from './check';
export type { Check } from './check';
export { checkEngine } from './engine-check';
export { checkFolders, checkNode, checkPorts, checkToolChains } from './machine-checks';
