import { z } from 'zod';
import { Book, merge, walletView } from '../../loyalty';
import type { Instant, Wallet } from '../../loyalty';
import { contactGain, haveTwoDocuments } from '../../store';
import type { Customer } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, inputText } from '../http';
import { Problem } from '../http/problem';
import { walletExample, walletSchema } from '../ledger';
import { customerExample, customerSchema } from './customer-schema';
import { customerView } from './customer-view';

/** With whom. */
const previewQuerySchema = z.strictObject({
  with: inputText(64).meta({ description: 'The other record, which would go into this one' }),
});

/** What a merge would come to. */
const previewSchema = z
  .strictObject({
    into: customerSchema,
    from: customerSchema,
    before: z.strictObject({ into: walletSchema, from: walletSchema }),
    after: z.strictObject({
      customer: customerSchema.meta({ description: 'The record that remains, with what it gains' }),
      wallet: walletSchema.meta({ description: 'What either owes is paid from what the other has' }),
    }),
    sales: z
      .strictObject({ count: z.int(), more: z.boolean() })
      .meta({ description: 'Sales that would change hands, counted up to a thousand' }),
    conflict: z
      .boolean()
      .meta({ description: 'true: both have a CPF or CNPJ, and not the same; a merge has to be forced' }),
  })
  .meta({ id: 'MergePreview' });

const MOST_SALES = 1_000;

/** What merging two records would come to; nothing is written. */
export function mergePreviewRoutes(deps: AppDeps): Route[] {
  const { store } = deps;
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/customers/{id}/merges/preview',
      permission: 'merge',
      tag: 'Customers',
      summary: 'What merging another record into this one would come to',
      description:
        'Balances, vouchers, phones and e-mails as they would be. Nothing is written, and nobody is merged.',
      query: previewQuerySchema,
      reply: { description: 'Before and after', schema: previewSchema, example: previewExample() },
      refusals: ['customer_not_found', 'customers_not_mergeable'],
      async answer({ merchantId, id, query, now }) {
        const [into, from] = await Promise.all(
          [id, query.with].map((one) => store.customers.get(merchantId, one)),
        );
        if (!into || !from) throw new Problem('customer_not_found');
        if (into.id === from.id || into.mergedInto || from.mergedInto)
          throw new Problem('customers_not_mergeable');
        const [intoWallet, fromWallet, sales] = await Promise.all([
          store.wallets.read(merchantId, into.id, { vouchers: true }),
          store.wallets.read(merchantId, from.id, { vouchers: true }),
          store.sales.countOf(merchantId, from.id, MOST_SALES + 1),
        ]);
        if (!intoWallet || !fromWallet) throw new Problem('customer_not_found');
        return {
          into: customerView(into),
          from: customerView(from),
          before: { into: walletView(intoWallet, now), from: walletView(fromWallet, now) },
          after: {
            customer: customerView(withGain(from, into)),
            wallet: walletView(merged(fromWallet, intoWallet, now), now),
          },
          sales: { count: Math.min(sales, MOST_SALES), more: sales > MOST_SALES },
          conflict: haveTwoDocuments(from, into),
        };
      },
    }),
  ];
}

/** Both wallets in one, as a merge makes it of what is open in them. */
function merged(from: Wallet, into: Wallet, now: Instant): Wallet {
  const book = new Book(into);
  const order = { id: 'preview', cause: { kind: 'merge' as const }, saleIds: [] };
  merge(new Book(from), book, order, Math.max(now, from.lastAt, into.lastAt));
  return book.wallet;
}

function withGain(from: Customer, into: Customer): Customer {
  const { phones, emails, document, name } = contactGain(from, into);
  return {
    ...into,
    phones: [...into.phones, ...phones],
    emails: [...into.emails, ...emails],
    document: document ? from.document : into.document,
    name: name ? from.name : into.name,
  };
}

function previewExample(): z.output<typeof previewSchema> {
  const from = { ...customerExample, id: 'cus_8v1b6n3d4q0c9m7t2x5k', document: null, phones: [] };
  return {
    into: customerExample,
    from,
    before: { into: walletExample, from: walletExample },
    after: { customer: customerExample, wallet: walletExample },
    sales: { count: 3, more: false },
    conflict: false,
  };
}
