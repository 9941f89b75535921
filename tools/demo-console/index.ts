export { openDemoConsole } from './demo-console';
export type { DemoConsole, DemoCustomer } from './demo-console';
