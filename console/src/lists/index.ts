export { DialogForm } from './dialog-form';
export { FactTable } from './fact-table';
export type { Fact } from './fact-table';
export { ListBody } from './list-body';
export { Mark } from './mark';
export { Pager } from './pager';
export { Part } from './part';
export { useCallKey } from './use-call-key';
export { useTyped } from './use-typed';
