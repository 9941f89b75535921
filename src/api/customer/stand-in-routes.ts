import type { StandIns } from '../../loyalty';
import type { AppDeps, Route } from '../http';
import { endpoint } from '../http';
import { standInsExample, standInsSchema } from './stand-in-schema';

const tag = 'Customers';
const path = '/v1/settings/stand-ins';

/** What the merchant's own staff type in where they do not know who buys: read, and set as a whole (R48). */
export function standInRoutes(deps: AppDeps): Route[] {
  const reply = { description: 'What is in force', schema: standInsSchema, example: standInsExample };
  return [
    endpoint(deps, {
      method: 'get',
      path,
      permission: 'settings',
      tag,
      summary: 'Words, e-mails and phones that stand for nobody in this merchant’s sales',
      reply,
      async answer({ merchantId }) {
        const { words, emails, phones } = await deps.store.merchants.standIns(merchantId);
        return { words: [...words], emails: [...emails], phones: [...phones] };
      },
    }),
    endpoint(deps, {
      method: 'put',
      path,
      permission: 'settings',
      act: 'settings.stand_ins',
      tag,
      summary: 'Set the words, e-mails and phones that stand for nobody',
      description:
        'Added to what stands for nobody everywhere, such as "Consumidor Final" and naotem@…. They count for whoever is recognised from now on; customers and sales that are known stay as they are.',
      body: { schema: standInsSchema, example: standInsExample },
      reply,
      async answer({ merchantId, body, log, tell }) {
        const before = countsOf(await deps.store.merchants.standIns(merchantId));
        await deps.store.merchants.setStandIns(merchantId, body);
        const after = countsOf(body);
        tell({ before, after });
        log.info(after, 'stand-ins set');
        return body;
      },
    }),
  ];
}

/** How many there are: what they are may be somebody's. */
function countsOf({ words, emails, phones }: StandIns): Record<keyof StandIns, number> {
  return { words: words.length, emails: emails.length, phones: phones.length };
}
