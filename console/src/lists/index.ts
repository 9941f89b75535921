export { ListBody } from './list-body';
export { Pager } from './pager';
export { useTyped } from './use-typed';
