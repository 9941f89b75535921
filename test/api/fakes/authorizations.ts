import type { AuditActor, Authorizations } from '../../../src/store';

/** Consents that were begun, by their states. */
export function authorizationsIn(): Authorizations {
  type Begun = {
    merchantId: string;
    by: AuditActor;
    claimedAt: Date | null;
    connectionId: string | null;
    failure: string | null;
  };
  const begun = new Map<string, Begun>();
  return {
    begin(merchantId, state, by) {
      begun.set(state, { merchantId, by, claimedAt: null, connectionId: null, failure: null });
      return Promise.resolve();
    },
    begun: (state) => Promise.resolve(begun.get(state) ?? null),
    claim(state, _code, now) {
      const one = begun.get(state);
      if (!one) return Promise.resolve({ kind: 'unknown_state' });
      const { merchantId, claimedAt, connectionId, failure } = one;
      one.claimedAt ??= now;
      return Promise.resolve(
        claimedAt
          ? { kind: 'repeat', merchantId, connectionId, failure, claimedAt }
          : { kind: 'first', merchantId },
      );
    },
    finish(state, outcome) {
      Object.assign(begun.get(state)!, outcome);
      return Promise.resolve();
    },
  };
}
