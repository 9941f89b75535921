import { z } from 'zod';
import type { AppDeps } from '../deps';
import { endpoint } from '../endpoint';
import type { Route } from '../route';

const verificationSchema = z
  .strictObject({
    ok: z.boolean(),
    customers: z.int(),
    entries: z.int(),
    problems: z.array(z.strictObject({ subject: z.string(), problem: z.string() })),
  })
  .meta({ id: 'Verification' });

/** The proof that the ledger adds up. */
export function ledgerRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/ledger/verify',
      tag: 'Ledger',
      summary: 'Recompute every balance and invariant from the entries alone',
      reply: {
        description: 'What was looked at, and what does not hold',
        schema: verificationSchema,
        example: { ok: true, customers: 120, entries: 2310, problems: [] },
      },
      async answer({ merchantId }) {
        const { customers, entries, problems } = await deps.store.ledger.verify(merchantId);
        return { ok: problems.length === 0, customers, entries, problems };
      },
    }),
  ];
}
