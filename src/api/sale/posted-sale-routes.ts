import { z } from 'zod';
import { examineContact, whyNobody } from '../../loyalty';
import type { ContactReading, Instant } from '../../loyalty';
import { postedHint } from '../../runs';
import type { Caller, CustomerContact } from '../../store';
import type { AppDeps, Route, StaffFirst } from '../http';
import { doneBy, endpoint, intakeTurns, readInput } from '../http';
import { merchantZone } from '../program';
import { recognise } from '../customer';
import { readPostedSale } from './read-posted-sale';
import { postedSaleAt, postedSaleExample, postedSaleSchema } from './posted-sale-schema';
import { saleExample } from './sale-example';
import { contactWarnings, contactWarningSchema, latenessWarnings } from './contact-warnings';
import { saleSchema } from './sale-schema';
import { inFull } from './sale-routes';

/** The sale, and what of it was not usable. */
const postedSaleReplySchema = saleSchema
  .extend({ warnings: z.array(contactWarningSchema) })
  .meta({ id: 'PostedSale' });

/** Longer than any crowd of calls of one sender takes: a shop platform sends some dozens at once. */
const PATIENCE_MS = 25_000;
/** Each is some ten round trips, so that several at once of one merchant only make each other and everybody else wait. */
const AT_ONCE = 1;

/** Sales that a channel sends by itself: e-commerce, point of sale, manual entry. */
export function postedSaleRoutes(deps: AppDeps, staffFirst: StaffFirst): Route[] {
  const turns = intakeTurns(AT_ONCE, PATIENCE_MS);
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/sales',
      permission: 'sale.write',
      tag: 'Sales',
      summary: 'A sale from e-commerce, point of sale, import or manual entry',
      description:
        'Identity is channel and externalId: told again it is the same sale, settled by what it now says. The benefit follows within seconds; read the sale to see it. `warnings` says which mark of the customer was not usable, and that a sale older than 90 days earns nothing without `earnLate`. `timeline` says why nobody was identified.',
      body: {
        schema: postedSaleSchema,
        example: postedSaleExample,
        read: (json) => readInput(postedSaleAt(deps.now()), json),
      },
      reply: {
        status: 201,
        description: 'The sale as it is known now',
        schema: postedSaleReplySchema,
        example: { ...saleExample, channel: 'pos', warnings: [] },
      },
      movesValue: true,
      answer: (call) =>
        turns.run(call.merchantId, async () => {
          await staffFirst.lull();
          return takeIn(deps, call);
        }),
    }),
  ];
}

/** A sale as it was posted, by whom, to whom and when. */
interface Posting {
  caller: Caller;
  merchantId: string;
  body: z.output<typeof postedSaleSchema>;
  now: Instant;
}

async function takeIn(
  deps: AppDeps,
  { caller, merchantId, body, now }: Posting,
): Promise<z.input<typeof postedSaleReplySchema>> {
  const { store, runs } = deps;
  const { sale, contact } = readPostedSale(body);
  const at = new Date(now);
  const reading = contact && examineContact(contact, await store.merchants.standIns(merchantId));
  const customerId = reading?.contact ? await recognise(deps, merchantId, reading.contact, at) : null;
  const zone = await merchantZone(store, merchantId);
  const posted = {
    ...{ ...sale, customerId, silent: body.silent ?? null },
    earnLate: body.earnLate ?? false,
    by: doneBy(caller),
    whyNobody: reading ? nobodyBecause(reading) : 'a venda veio sem cliente',
  };
  const recorded = await store.sales.record(merchantId, posted, zone, at);
  // Always, also for what is known already: a repetition heals a call that died before this.
  await runs.saleChanged(recorded, postedHint(recorded));
  const warnings = [
    ...contactWarnings(reading?.unused ?? [], recorded.owner.customerId !== null),
    ...latenessWarnings(recorded),
  ];
  return { ...(await inFull(deps, recorded, now)), warnings };
}

function nobodyBecause({ contact, unused }: ContactReading<CustomerContact>): string | null {
  return contact === null ? whyNobody(unused) : null;
}
