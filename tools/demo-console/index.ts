export { demoRecords } from './demo-records';
export { openDemoConsole } from './demo-console';
export type { DemoRecords } from './demo-records';
export type { DemoConsole, DemoCustomer } from './demo-console';
