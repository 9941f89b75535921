import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  answerHandshake,
  MalformedStatusError,
  parseWhatsAppAnswers,
  parseWhatsAppStatuses,
  verifyWhatsAppSignature,
  whatsAppVerdict,
} from '../../messaging';
import { messagesReported } from '../../metrics';
import type { WhatsAppAnswer, WhatsAppStatus } from '../../messaging';
import { EngineUnavailableError, tellSales } from '../../runs';
import type { DeliveryReport } from '../../store';
import type { AppDeps, Route } from '../http';
import { described, problemResponses, rawBytes, webhookProblemResponses } from '../http';
import { malformed, Problem } from '../http/problem';
import { heedArrivals, heedWriters } from './heed-arrivals';
import { heedFailures } from './heed-failures';
import { heedTests } from './heed-tests';
import { confirmStops, heedAnswers, heedRefusals } from './stop-answers';

const tags = ['Webhooks'];
const path = '/webhooks/whatsapp';

/** Meta's handshake, and what became of the messages sent. */
export function whatsAppWebhookRoutes(deps: AppDeps): Route[] {
  return [handshake(deps), statuses(deps)];
}

function handshake({ config }: AppDeps): Route {
  return {
    permission: 'public',
    body: null,
    ...described({
      method: 'get',
      path,
      operationId: 'getWebhooksWhatsapp',
      tags,
      summary: 'Handshake of Meta when the webhook is registered',
      request: {
        query: z.object({
          'hub.mode': z.string(),
          'hub.verify_token': z.string(),
          'hub.challenge': z.string(),
        }),
      },
      responses: {
        200: { description: 'The challenge', content: { 'text/plain': { schema: z.string() } } },
        ...problemResponses(['forbidden']),
      },
    }),
    handle(req, res) {
      const challenge = answerHandshake(req.query, config.whatsapp.verifyToken);
      if (challenge === null) throw new Problem('forbidden');
      res.type('text/plain').send(challenge);
    },
  };
}

/** Sales that are woken before the call is answered; the sweep for lost runs wakes the others. */
const WOKEN_AT_ONCE = 20;

function statuses(deps: AppDeps): Route {
  const { config, store, now } = deps;
  async function handle(req: Request, res: Response): Promise<void> {
    const body = rawBytes(req);
    if (!verifyWhatsAppSignature(body, req.get('x-hub-signature-256'), config.whatsapp.appSecret))
      throw badSignature();
    const { statuses: told, answers } = parse(body);
    const reports = told.map(deliveryReport);
    await store.messages.report(reports, new Date(now()));
    for (const { state } of reports) messagesReported.inc({ state });
    await heedRefusals(deps, told);
    await heedFailures(deps, told);
    await heedTests(deps, reports);
    await heedArrivals(deps, told);
    await heedWriters(deps, answers);
    const confirmations = await heedAnswers(deps, answers);
    await tellSome(deps, reports);
    res.json({ ok: true });
    await confirmStops(deps, confirmations);
  }

  return {
    permission: 'public',
    body: 'batch',
    ...described({
      method: 'post',
      path,
      operationId: 'postWebhooksWhatsapp',
      tags,
      summary: 'Delivery statuses of WhatsApp messages, and what customers answer to them',
      description:
        'Who answers SAIR, PARAR or CANCELAR, or has stopped the messages in the app, is not written to by WhatsApp any more. A failure that others would meet too holds up what goes the same way.',
      request: {
        headers: z.object({
          'X-Hub-Signature-256': z.string().meta({ description: 'sha256= and the HMAC of the raw body' }),
        }),
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.unknown().meta({
                description: 'Any JSON: what is neither a delivery status nor an answer is passed over',
              }),
            },
          },
        },
      },
      responses: {
        200: {
          description: 'Taken in',
          content: { 'application/json': { schema: z.strictObject({ ok: z.literal(true) }) } },
        },
        ...webhookProblemResponses(),
      },
    }),
    handle,
  };
}

/** A sale's run has rested or ended when a message turns out not to have arrived: it has to be told. */
async function tellSome({ store, runs, log }: AppDeps, reports: readonly DeliveryReport[]): Promise<void> {
  const untold = await store.messages.untoldOf(reports);
  try {
    await tellSales(store, runs, untold.slice(0, WOKEN_AT_ONCE));
  } catch (error) {
    if (!(error instanceof EngineUnavailableError)) throw error;
    log.warn({ sales: untold.length }, 'sales are told of delivery reports later');
  }
}

/** Our own message id travels along as `biz_opaque_callback_data`; without it Meta's id has to do. */
function deliveryReport(report: WhatsAppStatus): DeliveryReport {
  const { reference, providerId, status, errorCode, senderId, at, user } = report;
  return {
    messageId: reference,
    providerId,
    state: status,
    reason: status === 'failed' ? failureReason(errorCode) : null,
    senderId,
    at,
    ...(user === null ? {} : { user }),
  };
}

function failureReason(errorCode: number | null): string {
  if (errorCode === null) return 'unknown';
  return whatsAppVerdict(errorCode)?.reason ?? `whatsapp_${errorCode}`;
}

function parse(body: Buffer): { statuses: WhatsAppStatus[]; answers: WhatsAppAnswer[] } {
  try {
    return { statuses: parseWhatsAppStatuses(body), answers: parseWhatsAppAnswers(body) };
  } catch (error) {
    if (error instanceof MalformedStatusError) throw malformed();
    throw error;
  }
}

function badSignature(): Problem {
  return new Problem('unauthenticated', {
    detail:
      'A assinatura X-Hub-Signature-256 não confere com o corpo recebido, e o aviso foi recusado. Confira se WHATSAPP_APP_SECRET é o segredo atual do aplicativo.',
  });
}
