import type { Caller, KeyScope, Role } from '../../src/store';

/** Whom a key speaks for. */
export function aKeyCaller(merchantId: string, keyId: string, scope: KeyScope = 'full'): Caller {
  return { merchantId, actor: { kind: 'key', keyId, label: 'test', scope } };
}

/** A person of a merchant. */
export function aPersonCaller(
  merchantId: string,
  role: Role,
  storeIds: readonly string[] | null = null,
): Caller {
  return { merchantId, actor: { kind: 'person', personId: `per_${role}`, name: 'Ana', role, storeIds } };
}
