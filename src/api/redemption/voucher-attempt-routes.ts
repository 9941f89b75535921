import type { z } from 'zod';
import type { AttemptFilter } from '../../store';
import type { AppDeps, Route } from '../http';
import { endpoint, ownStores, placeAfter, readPlace } from '../http';
import {
  voucherAttemptExample,
  voucherAttemptListSchema,
  voucherAttemptPageSchema,
  voucherAttemptQuerySchema,
} from './voucher-attempt-schema';
import { voucherAttemptView } from './voucher-view';
import { keepAttempt } from './keep-attempt';
import type { VoucherDesk } from './voucher-desk';

const tag = 'Vouchers';
const reply = {
  description: 'A page of attempts',
  schema: voucherAttemptListSchema,
  example: { data: [voucherAttemptExample], next: null },
};

/** Who tried which codes, and what came of it. */
export function voucherAttemptRoutes(deps: AppDeps, desk: VoucherDesk): Route[] {
  return [ofVoucher(deps, desk), all(deps)];
}

function ofVoucher(deps: AppDeps, desk: VoucherDesk): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/vouchers/{code}/attempts',
    permission: 'attempt.read',
    tag,
    summary: 'Who tried a voucher’s code, when, where, and what came of it',
    description:
      'Every attempt, refused and repeated ones too, newest first; for staff bound to stores, those in these.',
    query: voucherAttemptPageSchema,
    reply,
    refusals: ['voucher_not_found', 'too_many_requests'],
    async answer({ merchantId, caller, address, id, query }) {
      const till = { caller, address, operator: null, storeId: null };
      const { voucher } = await desk.find(till, id, null);
      const stores = await ownStores(deps.store, caller);
      const filter = { code: voucher.code, ...(stores === null ? {} : { stores }) };
      return attemptPage(deps, merchantId, filter, query);
    },
    // Reading the list is no attempt; asking for one by a code that is none is.
    witness: (attempt, outcome) =>
      outcome.status < 400 ? Promise.resolve() : keepAttempt(deps.store, 'look', attempt, outcome),
  });
}

function all(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/voucher-attempts',
    permission: 'attempt.read',
    tag,
    summary: 'Every attempt with a voucher’s code, guesses among them',
    description: 'Newest first. Of the codes only the ending is shown.',
    query: voucherAttemptQuerySchema,
    reply,
    async answer({ merchantId, caller, query: { operator, outcome, ...page } }) {
      const stores = await ownStores(deps.store, caller);
      const filter = {
        ...(operator === undefined ? {} : { operator }),
        ...(outcome === undefined ? {} : { outcome }),
        ...(stores === null ? {} : { stores }),
      };
      return attemptPage(deps, merchantId, filter, page);
    },
  });
}

async function attemptPage(
  { store }: AppDeps,
  merchantId: string,
  filter: AttemptFilter,
  { limit, before }: z.output<typeof voucherAttemptPageSchema>,
): Promise<z.output<typeof voucherAttemptListSchema>> {
  const page = before === undefined ? { limit } : { limit, ...readPlace(before) };
  const found = await store.voucherAttempts.list(merchantId, filter, page);
  return { data: found.map(voucherAttemptView), next: placeAfter(found, limit, ({ at }) => at) };
}
