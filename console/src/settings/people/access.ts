import type { Role } from '../../session';
import type { Bound } from './access-change';

export { accessBody, accessChange } from './access-change';

/** What somebody may, and where. */
export type Access = Bound<Role>;

/** Whether it is said in which stores. */
export function isWhole({ role, storeIds }: Access): boolean {
  return role !== 'staff' || storeIds === null || storeIds.length > 0;
}
