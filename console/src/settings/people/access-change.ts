/** What somebody may, and where. */
export interface Bound<Role extends string> {
  role: Role;
  /** Null: all stores. */
  storeIds: string[] | null;
}

/** As the API takes it: only staff are bound to stores. */
export function accessBody<Role extends string>({ role, storeIds }: Bound<Role>): Bound<Role> {
  return { role, storeIds: role === 'staff' ? storeIds : null };
}

/** What of somebody's access is changed: the rest stays, also where another owner has changed it meanwhile. */
export function accessChange<Role extends string>(
  before: Bound<Role>,
  after: Bound<Role>,
): Partial<Bound<Role>> {
  const [was, is] = [accessBody(before), accessBody(after)];
  return {
    ...(was.role === is.role ? {} : { role: is.role }),
    ...(namesOf(was.storeIds) === namesOf(is.storeIds) ? {} : { storeIds: is.storeIds }),
  };
}

function namesOf(storeIds: string[] | null): string | null {
  return storeIds?.toSorted().join() ?? null;
}
