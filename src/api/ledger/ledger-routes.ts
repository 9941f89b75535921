import type { AppDeps, Route } from '../http';
import { endpoint, iso } from '../http';
import { verificationExample, verificationQuerySchema, verificationSchema } from './verification-schema';

/** How long one call looks: well below the minute after which proxies give up. */
const PATIENCE_MS = 20_000;

/** The proof that the ledger adds up. */
export function ledgerRoutes(deps: AppDeps): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/ledger/verify',
      permission: 'ledger',
      tag: 'Ledger',
      summary: 'Recompute every chain, balance and invariant from the entries alone',
      description:
        'Each customer’s entries form a chain of hashes, and the ends of the chains are sealed on a schedule. Recomputed are ' +
        'the chains and the seals, and from the entries alone every lot, wallet, redemption and account; sales are compared ' +
        'with what the entries attest of them. `firstMisfit` is the first entry that does not fit. A long ledger is looked at in parts of some seconds: while `next` is not null, ' +
        'call again with `after` set to it. The seals themselves are looked at in the first part.',
      query: verificationQuerySchema,
      reply: {
        description: 'What was looked at, and what does not hold',
        schema: verificationSchema,
        example: verificationExample,
      },
      async answer({ merchantId, query: { after } }) {
        const until = Date.now() + PATIENCE_MS;
        const options = after === undefined ? { until } : { until, after };
        const { problems, sealed, ...found } = await deps.store.ledger.verify(merchantId, options);
        const last = sealed.last && { ...sealed.last, at: iso(sealed.last.at) };
        return { ok: problems.length === 0, problems, sealed: { ...sealed, last }, ...found };
      },
    }),
  ];
}
