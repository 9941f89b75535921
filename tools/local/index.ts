export { ApiClient } from './api-client';
export { buildIfStale, isBuilt } from './build';
export { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people';
export { mongoKindOf } from './data-dir';
export { neededPorts } from './needed-ports';
export { runLocally } from './run-locally';
export { goOnToBling } from './consent';
