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

/** What of somebody's access is changed: the rest stays, also where another owner has changed it meanwhile. */
export function accessChange(before: Access, after: Access): Partial<Access> {
  const [was, is] = [accessBody(before), accessBody(after)];
  return {
    ...(was.role === is.role ? {} : { role: is.role }),
    ...(namesOf(was.storeIds) === namesOf(is.storeIds) ? {} : { storeIds: is.storeIds }),
  };
}

function namesOf(storeIds: Access['storeIds']): string | null {
  return storeIds?.toSorted().join() ?? null;
}
