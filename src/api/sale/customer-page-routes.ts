import { z } from 'zod';
import { walletView } from '../../loyalty';
import { may } from '../access/permission';
import {
  consentExample,
  consentSchema,
  consentsOf,
  customerExample,
  customerSchema,
  customerView,
  lotExample,
  lotSchema,
  maskedFor,
  mergeExample,
  mergeSchema,
  mergesOf,
  openLots,
  statementOf,
} from '../customer';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';
import { statementLineExample, statementSchema, walletExample, walletSchema } from '../ledger';
import { saleSummaryExample } from './sale-example';
import { purchasesOf } from './sale-routes';
import { purchaseListSchema } from './sale-schema';

const LINES = 20;
const PURCHASES = 8;

const customerPageSchema = z
  .strictObject({
    customer: customerSchema,
    wallet: walletSchema,
    lots: z.array(lotSchema).meta({ description: 'The grants that make up the balances' }),
    statement: statementSchema.meta({ description: 'The first page, read on with `next`' }),
    purchases: purchaseListSchema.meta({ description: 'The first page, read on with `next`' }),
    consents: z.array(consentSchema),
    merges: z
      .array(mergeSchema)
      .nullable()
      .meta({ description: 'null: whoever asks may not merge customers' }),
  })
  .meta({ id: 'CustomerPage' });

/** A customer with all that a person looks at together. */
export function customerPageRoutes(deps: AppDeps): Route[] {
  const { store } = deps;
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/customers/{id}/page',
      permission: 'sale.read',
      tag: 'Customers',
      summary: 'A customer with wallet, lots, statement, purchases, consents and merges, in one answer',
      description:
        'What the calls of these names answer, each list from its beginning. Of one who was merged into another: the record as it was, and what the other has.',
      reply: {
        description: 'All of it as it is now',
        schema: customerPageSchema,
        example: {
          ...{ customer: customerExample, wallet: walletExample, lots: [lotExample] },
          statement: { data: [statementLineExample], next: null },
          purchases: { data: [saleSummaryExample], next: null },
          ...{ consents: [consentExample], merges: [mergeExample] },
        },
      },
      refusals: ['customer_not_found'],
      async answer({ merchantId, caller, id, now }) {
        const [customer, current] = await Promise.all([
          store.customers.get(merchantId, id),
          store.customers.current(merchantId, id),
        ]);
        if (!customer || !current) throw new Problem('customer_not_found');
        const [wallet, statement, purchases, consents, merges] = await Promise.all([
          store.wallets.read(merchantId, id, { vouchers: true }),
          statementOf(deps, merchantId, id, { limit: LINES }),
          purchasesOf(deps, caller, current.id, { limit: PURCHASES }, now),
          consentsOf(deps, merchantId, current.id),
          may(caller.actor, 'merge') ? mergesOf(deps, merchantId, id) : null,
        ]);
        if (!wallet) throw new Problem('customer_not_found');
        return {
          customer: customerView(maskedFor(caller.actor, customer)),
          wallet: walletView(wallet, now),
          lots: openLots(wallet, now),
          ...{ statement, purchases, consents, merges },
        };
      },
    }),
  ];
}
