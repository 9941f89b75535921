export { forbidden, forbiddenTo } from './forbidden';
export { may, STANDINGS, whoMay } from './permissions';
export type { Admission, Permission } from './permissions';
