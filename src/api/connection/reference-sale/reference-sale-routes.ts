import { z } from 'zod';
import type { Program } from '../../../loyalty';
import type { AppDeps, Route } from '../../http';
import { endpoint, readInput } from '../../http';
import { Problem } from '../../http/problem';
import { readProgram } from '../../program';
import { findConnection } from '../find-connection';
import { referenceSale } from './reference-sale';
import {
  referenceSaleExample,
  referenceSaleSchema,
  testSaleExample,
  testSaleSchema,
} from './reference-sale-schema';
import { referenceSaleView } from './reference-sale-view';

/** A real order under a program, before anything depends on it. */
export function testSaleRoutes(deps: AppDeps): Route[] {
  const { store, config } = deps;
  return [
    endpoint(deps, {
      method: 'post',
      path: '/v1/connections/{id}/test-sale',
      permission: 'connection',
      tag: 'Connections',
      summary: 'Reference sale: what an order would come to, with the whole reasoning',
      description:
        'The order and its contact are read from Bling now. The sale is not opened, nobody becomes a customer, nothing is granted and nothing is sent. With `program`, a draft is tried in place of the current version.',
      body: { schema: testSaleSchema, example: testSaleExample, read: readTestSale },
      reply: {
        description: 'What would become of the order',
        schema: referenceSaleSchema,
        example: referenceSaleExample,
      },
      refusals: [
        'connection_not_found',
        'program_not_found',
        'order_not_found',
        'order_invalid',
        'bling_authorization_needed',
        'bling_unavailable',
        'bling_busy',
      ],
      async answer({ merchantId, id, body: { orderId, program: draft }, now, log }) {
        const connection = await findConnection(deps, merchantId, id);
        const tried = draft ? { program: draft, version: null } : await currentProgram(deps, merchantId);
        const reference = await referenceSale(deps, connection, orderId, tried.program, now);
        const { known } = reference;
        const grants = known ? await store.ledger.grantsOfSale(merchantId, known.id) : [];
        log.info({ connectionId: id, saleId: known?.id ?? null }, 'reference sale calculated');
        const source = draft ? ('draft' as const) : ('current' as const);
        const program = { source, version: tried.version, name: tried.program.name };
        return referenceSaleView(
          reference,
          { connection, program, grants, channels: channelsIn(config) },
          now,
        );
      },
    }),
  ];
}

interface TestSale {
  orderId: string;
  program?: Program;
}

/** @throws Problem `invalid_request`; a draft's fields are named as in `PUT /v1/program` */
function readTestSale(json: unknown): TestSale {
  const { program, ...request } = readInput(testSaleSchema.extend({ program: z.unknown().optional() }), json);
  return { ...request, ...(program === undefined ? {} : { program: readProgram(program) }) };
}

async function currentProgram(
  { store }: AppDeps,
  merchantId: string,
): Promise<{ program: Program; version: number }> {
  const current = await store.programs.current(merchantId);
  if (!current) throw new Problem('program_not_found');
  return current;
}

/** By what the installation can write to customers. */
export function channelsIn({ whatsapp, mail }: AppDeps['config']): Set<'whatsapp' | 'email'> {
  return new Set([
    ...(whatsapp.phoneNumberId === null ? [] : ['whatsapp' as const]),
    ...(mail.smtpUrl === null ? [] : ['email' as const]),
  ]);
}
