import { z } from 'zod';
import { linkTokens } from '../../store';
import type { LinkTokens } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { Problem } from '../http/problem';

const tag = 'Customers';

const linkSchema = z
  .strictObject({
    pageUrl: z.string().meta({
      description:
        'The customer’s own page: balance, vouchers, statement and preferences, without signing in. Who has it is taken for the customer',
    }),
    optOutUrl: z.string().meta({
      description: 'The page on which the customer takes messages back; it opens nothing else',
    }),
  })
  .meta({ id: 'CustomerLink' });

const TOKEN = 'mFJ2sQnq0bS1o8Jd4Zt7Vw3kXcYp9LrE';
const example = linkTo('https://fidelidade.loja.com.br', linkTokens(TOKEN));

type Link = z.output<typeof linkSchema>;

/** The link by which a customer sees what they have, and has their own say. */
export function linkRoutes(deps: AppDeps): Route[] {
  const { config, store } = deps;
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/customers/{id}/link',
      permission: 'customer.link',
      act: 'customer.link_look',
      tag,
      summary: 'The customer’s link, as messages have it',
      description:
        'One who has never been written to has one from now on. That somebody has looked is written down, as what the page shows is the customer’s.',
      reply: { description: 'The link in force', schema: linkSchema, example },
      refusals: ['customer_not_found'],
      async answer({ merchantId, id, now, tell }) {
        const customer = await store.customers.current(merchantId, id);
        if (!customer) throw new Problem('customer_not_found');
        tell({ subject: { kind: 'customer', id: customer.id } });
        return linkTo(
          config.publicUrl,
          await store.customerLinks.make(merchantId, customer.id, new Date(now)),
        );
      },
    }),
    endpoint(deps, {
      method: 'post',
      path: '/v1/customers/{id}/link',
      permission: 'customer.link',
      act: 'customer.link',
      tag,
      summary: 'Give the customer another link in place of the one they have',
      description:
        'For a link that somebody else has come by. From now on messages have the new one, and the former opens the page no more; it goes on taking messages back, as it stands in those that were sent, and does nothing else. The same holds for the links of records that were merged into the customer.',
      reply: {
        status: 201,
        description: 'The new link',
        schema: linkSchema,
        example,
      },
      refusals: ['customer_not_found'],
      movesValue: true,
      async answer({ merchantId, id, now, key, tell }) {
        const customer = await store.customers.current(merchantId, id);
        if (!customer) throw new Problem('customer_not_found');
        tell({ subject: { kind: 'customer', id: customer.id } });
        const tokens = await store.customerLinks.replace(merchantId, customer.id, new Date(now), key);
        return linkTo(config.publicUrl, tokens);
      },
    }),
  ];
}

function linkTo(publicUrl: string, { page, optOut }: LinkTokens): Link {
  return { pageUrl: `${publicUrl}/c/${page}`, optOutUrl: `${publicUrl}/u/${optOut}` };
}
