import type { Role } from '../../session';

/** What somebody may, and where. */
export interface Access {
  role: Role;
  /** Null: all stores. */
  storeIds: string[] | null;
}

/** Whether it is said in which stores. */
export function isWhole({ role, storeIds }: Access): boolean {
  return role !== 'staff' || storeIds === null || storeIds.length > 0;
}

/** As the API takes it: only staff are bound to stores. */
export function accessBody({ role, storeIds }: Access): Access {
  return { role, storeIds: role === 'staff' ? storeIds : null };
}
