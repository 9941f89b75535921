import { z } from 'zod';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';

const tag = 'Customers';

const linkSchema = z
  .strictObject({
    optOutUrl: z.string().meta({ description: 'The page on which the customer takes messages back' }),
  })
  .meta({ id: 'CustomerLink', description: 'Who has it is taken for the customer' });

/** The link by which a customer has their own say. */
export function linkRoutes(deps: AppDeps): Route[] {
  const { config, store } = deps;
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/customers/{id}/link',
      permission: 'customer.link',
      act: 'customer.link',
      tag,
      summary: 'Give the customer another link in place of the one they have',
      description:
        'For a link that somebody else has come by. From now on messages have the new one; the former goes on taking messages back, as it stands in those that were sent, and does nothing else.',
      reply: {
        status: 201,
        description: 'The new link',
        schema: linkSchema,
        example: { optOutUrl: 'https://fidelidade.loja.com.br/u/mFJ2sQnq0bS1o8Jd4Zt7Vw3kXcYp9LrE' },
      },
      refusals: ['customer_not_found'],
      movesValue: true,
      async answer({ merchantId, id, now, tell }) {
        const customer = await store.customers.current(merchantId, id);
        if (!customer) throw new Problem('customer_not_found');
        tell({ subject: { kind: 'customer', id: customer.id } });
        const token = await store.customerLinks.replace(merchantId, customer.id, new Date(now));
        return { optOutUrl: `${config.publicUrl}/u/${token}` };
      },
    }),
  ];
}
