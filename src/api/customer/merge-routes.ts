import type { z } from 'zod';
import { mergeIdOf } from '../../ids';
import type { Merge } from '../../store';
import type { AppDeps, KeyNamed, Route } from '../http';
import { endpoint, keyIdOf, keysNamed, operatorOf, iso, isoOrNull } from '../http';
import { Problem } from '../http/problem';
import { mergeCustomers, undoMerge } from './merging';
import {
  mergeExample,
  mergeListSchema,
  mergeRequestSchema,
  mergeSchema,
  undoMergeSchema,
} from './merge-schema';

const tag = 'Customers';

/** Merging two customers who are one person, and undoing it. */
export function mergeRoutes(deps: AppDeps): Route[] {
  return [merge(deps), list(deps), undo(deps)];
}

function merge(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/customers/{id}/merges',
    permission: 'merge',
    act: 'merge.make',
    tag,
    summary: 'Merge another record of the same person into this one',
    description:
      'Balances, vouchers, sales and keys go over, told by entries in both ledgers. Calls about the other record are answered by this one from then on.',
    body: {
      schema: mergeRequestSchema,
      example: { from: mergeExample.from, reason: mergeExample.reason, operator: 'gerente' },
    },
    reply: { status: 201, description: 'The merge', schema: mergeSchema, example: mergeExample },
    refusals: ['customer_not_found', 'customers_not_mergeable', 'customers_in_conflict'],
    movesValue: true,
    async answer({ merchantId, id, caller, body, key, now, tell }) {
      const { from, reason, force = false } = body;
      const by = { operator: operatorOf(caller, body), keyId: keyIdOf(caller) };
      const order = { id: mergeIdOf(merchantId, key), merchantId, from, into: id, force };
      const made = await mergeCustomers(deps, { ...order, ...by, automatic: false, reason }, now);
      tell({ subject: { kind: 'merge', id: made.id }, after: { from: made.from, into: made.into, force } });
      return mergeView(made, await keysNamed(deps.store, merchantId, [made.keyId]));
    },
  });
}

function list(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/customers/{id}/merges',
    permission: 'merge',
    tag,
    summary: 'Every merge this customer was part of, newest first',
    reply: { description: 'All merges', schema: mergeListSchema, example: { data: [mergeExample] } },
    refusals: ['customer_not_found'],
    async answer({ merchantId, id }) {
      if (!(await deps.store.customers.get(merchantId, id))) throw new Problem('customer_not_found');
      return { data: await mergesOf(deps, merchantId, id) };
    },
  });
}

function undo(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'post',
    path: '/v1/merges/{id}/undo',
    permission: 'merge',
    act: 'merge.undo',
    tag,
    summary: 'Tell two customers apart again',
    description:
      'What the merge brought goes back with whatever it holds now. Refused while a use since then draws on what both had: roll it back first.',
    body: { schema: undoMergeSchema, example: { reason: 'São mãe e filha', operator: 'gerente' } },
    reply: { description: 'The merge as it is now', schema: mergeSchema, example: mergeExample },
    refusals: ['merge_not_found', 'merge_already_undone', 'merge_entangled', 'customers_not_mergeable'],
    movesValue: true,
    async answer({ merchantId, id, caller, body, key, now, tell }) {
      const by = {
        ...{ operator: operatorOf(caller, body), keyId: keyIdOf(caller) },
        ...{ reason: body.reason, call: key },
      };
      const undone = await undoMerge(deps, merchantId, id, by, now);
      if (!undone) throw new Problem('merge_not_found');
      tell({ subject: { kind: 'merge', id: undone.id }, before: { from: undone.from, into: undone.into } });
      return mergeView(undone, await keysNamed(deps.store, merchantId, [undone.keyId]));
    },
  });
}

/** Every merge a customer was part of, newest first. */
export async function mergesOf(
  { store }: Pick<AppDeps, 'store'>,
  merchantId: string,
  customerId: string,
): Promise<z.output<typeof mergeSchema>[]> {
  const merges = await store.merges.ofCustomer(merchantId, customerId);
  const keyIds = merges.map(({ keyId }) => keyId);
  const keyNamed = await keysNamed(store, merchantId, keyIds);
  return merges.map((merge) => mergeView(merge, keyNamed));
}

function mergeView(merge: Merge, keyNamed: KeyNamed): z.output<typeof mergeSchema> {
  const { id, from, into, at, automatic, operator, keyId, reason, saleIds } = merge;
  const { undoneAt, undoneBy, undoReason } = merge;
  return {
    ...{ id, from, into, at: iso(at), automatic, operator, key: keyNamed(keyId) },
    ...{ reason, sales: saleIds.length },
    ...{ undoneAt: isoOrNull(undoneAt), undoneBy, undoReason },
  };
}
