import type { Idempotency, KeyClaim, KeyedRequest } from '../../../src/store';

/** Answers under their keys, in memory. */
export function idempotencyIn(): Idempotency {
  type Kept = { bodyHash: string; inFlight: boolean; answer: { status: number; body: unknown } | null };
  const kept = new Map<string, Kept>();
  const idOf = ({ merchantId, route, key }: KeyedRequest): string => `${merchantId} ${route} ${key}`;

  function claim(request: KeyedRequest): KeyClaim {
    const known = kept.get(idOf(request));
    if (known && known.bodyHash !== request.bodyHash) return { kind: 'other_body' };
    if (known?.answer) return { kind: 'answered', ...known.answer };
    if (known?.inFlight) return { kind: 'in_flight' };
    kept.set(idOf(request), { bodyHash: request.bodyHash, inFlight: true, answer: null });
    return { kind: 'mine' };
  }

  return {
    claim: (request) => Promise.resolve(claim(request)),
    answer(request, answer) {
      Object.assign(kept.get(idOf(request))!, { answer, inFlight: false });
      return Promise.resolve();
    },
    abandon(request) {
      kept.get(idOf(request))!.inFlight = false;
      return Promise.resolve();
    },
  };
}
