export { demoRecords } from './demo-records';
export { openDemoConsole } from './demo-console';
export { PICTURES } from './pictures';
export type { Picture, Shown } from './pictures';
export type { DemoConsole, DemoCustomer } from './demo-console';
