/** The entry of the workflow bundle: every workflow a worker runs, under its name. */
export { redemption } from './redemption';
export { sale } from './sale';
