import type { Request, Response } from 'express';
import { z } from 'zod';
import { MalformedWebhookError, parseBlingWebhook, verifyBlingSignature } from '../../bling';
import type { InvoiceEvent, OrderEvent, OtherEvent } from '../../bling';
import { saleIdOf } from '../../ids';
import { consumerInvoiceKey } from '../../loyalty';
import { withoutValues } from '../../store';
import type { AppDeps, Route } from '../http';
import { described, intakeTurns, rawBytes, webhookProblemResponses } from '../http';
import { malformed, Problem } from '../http/problem';

/** Bling waits five seconds for its answer, most of which the signal may take; it comes again later. */
const PATIENCE_MS = 1_000;
/** A signal is one call, and Temporal may be far away. */
const AT_ONCE = 4;

/** That a company has events of orders is noted so often, by each process. */
const NOTED_EVERY_MS = 60_000;

/** Whether a connection is paused may be so old; its sales are not read in any case. */
const HELD_KNOWN_MS = 30_000;

/** Whose sale an event is about, and whether its people have stopped the connection. */
interface Owner {
  merchantId: string;
  connectionId: string;
  held: 'paused' | 'disconnected' | null;
  /** Whether its NFC-e are sales of its own. */
  countsInvoices: boolean;
}

const acknowledged = z
  .strictObject({
    ok: z.literal(true),
    ignored: z
      .enum([
        'unknown_company',
        'other_resource',
        'connection_paused',
        'connection_disconnected',
        'consumer_invoices_off',
      ])
      .optional(),
  })
  .meta({ id: 'Acknowledged' });

/**
 * Bling's webhooks. The way in of every sale, so nothing is done here that is not needed: the signature, the envelope, one
 * signal. A company that was seen before costs no query; that it had an order's event is noted beside the answer, once a minute.
 */
export function blingWebhookRoute(deps: AppDeps): Route {
  const { config, log, now, runs, store } = deps;
  const noted = new Map<string, number>();
  const findOwner = createOwnerLookup(deps);
  const turns = intakeTurns(AT_ONCE, PATIENCE_MS);

  async function wake(event: OrderEvent | InvoiceEvent, { merchantId, connectionId }: Owner): Promise<void> {
    const { eventId, action } = event;
    const externalId = event.kind === 'order' ? event.orderId : consumerInvoiceKey(event.invoiceId);
    const source = { channel: 'bling' as const, externalId, connectionId };
    const saleId = saleIdOf({ merchantId, ...source });
    const sale = { id: saleId, merchantId, source };
    await turns.run(merchantId, () => runs.saleChanged(sale, { eventId, kind: action }));
    log.debug({ merchantId, saleId, eventId }, 'sale changed');
  }

  function noteBeside({ connectionId }: Owner): void {
    const at = now();
    if (at - (noted.get(connectionId) ?? -Infinity) < NOTED_EVERY_MS) return;
    noted.set(connectionId, at);
    store.connections
      .noteEvent(connectionId, new Date(at))
      .catch((cause: unknown) =>
        log.warn({ cause: withoutValues(cause), connectionId }, 'event was not noted'),
      );
  }

  async function handle(req: Request, res: Response): Promise<void> {
    const body = rawBytes(req);
    if (!verifyBlingSignature(body, req.get('x-bling-signature-256'), config.bling.webhookSecrets))
      throw badSignature();
    const event = parse(body);
    if (event.kind === 'other') return ignore(res, 'other_resource');
    const owner = await findOwner(event);
    if (!owner) {
      log.info(
        { companyId: event.companyId, eventId: event.eventId },
        'webhook of an unknown company ignored',
      );
      return ignore(res, 'unknown_company');
    }
    if (owner.held) return ignore(res, `connection_${owner.held}`);
    if (event.kind === 'invoice' && !owner.countsInvoices) return ignore(res, 'consumer_invoices_off');
    await wake(event, owner);
    res.status(202).json({ ok: true });
    // What is compared with the events is the list of orders.
    if (event.kind === 'order') noteBeside(owner);
  }

  return { permission: 'public', body: 'raw', ...doc, handle };
}

/**
 * A company never moves between merchants; whether it is paused is looked at beside, so that no event waits for it. Whether NFC-e count is
 * looked at for each, as what comes once they do not is not heard; those that come together go by one look.
 */
function createOwnerLookup({
  store,
  now,
  log,
}: AppDeps): (event: Pick<OrderEvent | InvoiceEvent, 'kind' | 'companyId'>) => Promise<Owner | null> {
  const owners = new Map<string, Owner & { seenAt: number }>();
  const looks = new Map<string, Promise<Owner | null>>();

  /** Those who ask meanwhile have the same answer. */
  function look(companyId: string): Promise<Owner | null> {
    const under = looks.get(companyId);
    if (under) return under;
    const begun = lookAtStore(companyId).finally(() => void looks.delete(companyId));
    looks.set(companyId, begun);
    return begun;
  }

  async function lookAtStore(companyId: string): Promise<Owner | null> {
    const connection = await store.connections.ofCompany(companyId);
    if (!connection) return null;
    const { merchantId, id: connectionId, held, consumerInvoicesSince } = connection;
    const countsInvoices = !!consumerInvoicesSince;
    const owner = { merchantId, connectionId, held: held?.as ?? null, countsInvoices, seenAt: now() };
    owners.set(companyId, owner);
    return owner;
  }

  return async ({ companyId, kind }) => {
    const known = owners.get(companyId);
    // One that was held may go on by now, and no event of it is to be lost.
    if (!known || known.held || kind === 'invoice') return look(companyId);
    if (now() - known.seenAt >= HELD_KNOWN_MS) {
      known.seenAt = now();
      look(companyId).catch((cause: unknown) =>
        log.warn({ cause: withoutValues(cause), companyId }, 'a connection was not looked at again'),
      );
    }
    return known;
  };
}

function badSignature(): Problem {
  return new Problem('unauthenticated', {
    detail:
      'A assinatura X-Bling-Signature-256 não confere com o corpo recebido, e o evento foi recusado. Confira se BLING_CLIENT_SECRET é o segredo atual do aplicativo.',
  });
}

function parse(body: Buffer): OrderEvent | InvoiceEvent | OtherEvent {
  try {
    return parseBlingWebhook(body);
  } catch (error) {
    if (!(error instanceof MalformedWebhookError)) throw error;
    throw malformed(
      `O evento não pôde ser lido: o campo "${error.field}" falta ou está malformado. Confira a versão do payload (v1) no painel do Bling.`,
    );
  }
}

type Ignored = NonNullable<z.output<typeof acknowledged>['ignored']>;

function ignore(res: Response, ignored: Ignored): void {
  res.json({ ok: true, ignored });
}

/** What is read of an event; orders and NFC-e have more. */
const envelopeSchema = z
  .looseObject({
    eventId: z.string().min(1),
    date: z.string().meta({ description: 'ISO 8601', format: 'iso-8601' }),
    event: z.string().min(1).meta({
      description: '`order.updated`, `consumer_invoice.updated` and the like; others are acknowledged',
    }),
    companyId: z.string().min(1),
    data: z.unknown().meta({ description: 'Of an order or an NFC-e: an object with its `id`' }),
  })
  // What may be anything has to be there as well.
  .meta({ required: ['eventId', 'date', 'event', 'companyId', 'data'] });

const json = { 'application/json': { schema: acknowledged } };

const doc = described({
  method: 'post',
  path: '/webhooks/bling',
  operationId: 'postWebhooksBling',
  tags: ['Webhooks'],
  summary: 'Events of Bling: "look at this order again", or at this NFC-e where the connection counts them',
  request: {
    headers: z.object({
      'X-Bling-Signature-256': z.string().meta({ description: 'sha256= and the HMAC of the raw body' }),
    }),
    body: { required: true, content: { 'application/json': { schema: envelopeSchema } } },
  },
  responses: {
    200: { description: 'Nothing to do for this event', content: json },
    202: { description: 'The sale is looked at', content: json },
    ...webhookProblemResponses(),
  },
});
