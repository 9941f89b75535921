import type { AppDeps, Route } from '../http';
import { actedBy, endpoint, triedBy } from '../http';
import type { ProblemCode } from '../http/problem';
import {
  voucherExample,
  voucherGiveBackSchema,
  voucherLookSchema,
  voucherSchema,
  voucherUseExample,
  voucherUseRequestSchema,
  voucherUseSchema,
} from './voucher-schema';
import { keepAttempt } from './keep-attempt';
import type { VoucherDesk } from './voucher-desk';
import { voucherAttemptRoutes } from './voucher-attempt-routes';

const tag = 'Vouchers';
const UNDO = 'Undo one of its uses: the latest, the latest for one sale, or one by its id';
const GUESSED: ProblemCode[] = ['voucher_not_found', 'too_many_requests'];
const UNUSABLE: ProblemCode[] = [
  ...GUESSED,
  'voucher_reserved',
  'voucher_already_redeemed',
  'voucher_cancelled',
  'voucher_not_active_yet',
  'voucher_expired',
  'below_min_sale',
  'wrong_store',
];

/** What a voucher is good for, and its use at the till: reserve, redeem, release, roll back. */
export function voucherRoutes(deps: AppDeps, desk: VoucherDesk): Route[] {
  return [
    look(deps, desk),
    ...voucherAttemptRoutes(deps, desk),
    use(deps, desk, 'reserve', 'Keep one use for a sale', 'An unused reservation lets go by itself.'),
    use(
      deps,
      desk,
      'redeem',
      'Use it',
      'At once, or what the same saleRef has reserved, also past the voucher’s last day.',
    ),
    giveBack(deps, desk, 'release', 'Let its reservation go', []),
    giveBack(deps, desk, 'rollback', UNDO, ['already_rolled_back', 'rollback_window_closed']),
  ];
}

function look(deps: AppDeps, desk: VoucherDesk): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/vouchers/{code}',
    permission: 'customer.look',
    tag,
    summary: 'Whether a voucher can be used, and for what',
    description:
      'The code in any case, with or without hyphens and blanks. What an amount voucher would leave unused is said here. ' +
      'Ten wrong codes from one address within a quarter of an hour, or fifty with one API key, lock it for as long; a code brought with its customerId is accepted all the same.',
    query: voucherLookSchema,
    reply: { description: 'The voucher as the clock has it', schema: voucherSchema, example: voucherExample },
    refusals: GUESSED,
    answer: ({ caller, address, id, query }) => {
      const { saleTotalCents = null, customerId = null } = query;
      // Whoever only looks need not say in which of their stores they are.
      const till = { caller, address, ...triedBy(caller, query) };
      return desk.look(till, id, { saleTotalCents, customerId });
    },
    witness: (attempt, outcome) => keepAttempt(deps.store, 'look', attempt, outcome),
  });
}

function use(
  deps: AppDeps,
  desk: VoucherDesk,
  move: 'reserve' | 'redeem',
  summary: string,
  description: string,
): Route {
  return endpoint(deps, {
    method: 'post',
    path: `/v1/vouchers/{code}/${move}`,
    permission: 'counter',
    tag,
    summary,
    description,
    body: {
      schema: voucherUseRequestSchema,
      example: { saleTotalCents: 12_900, saleRef: '10231', operator: 'caixa 1', storeId: 'centro' },
    },
    reply: {
      status: move === 'reserve' ? 201 : 200,
      description: 'The use as it is now',
      schema: voucherUseSchema,
      example: voucherUseExample,
    },
    refusals: [...UNUSABLE, 'request_expired'],
    movesValue: true,
    async answer({ caller, address, id, key, body }) {
      const { saleTotalCents, saleRef = null, customerId = null } = body;
      const order = { move, saleTotalCents, saleRef, redemptionId: null, customerId, key };
      return desk.move({ caller, address, ...(await actedBy(deps.store, caller, body)) }, id, order);
    },
    witness: (attempt, outcome) => keepAttempt(deps.store, move, attempt, outcome),
  });
}

function giveBack(
  deps: AppDeps,
  desk: VoucherDesk,
  move: 'release' | 'rollback',
  summary: string,
  refusals: ProblemCode[],
): Route {
  return endpoint(deps, {
    method: 'post',
    path: `/v1/vouchers/{code}/${move}`,
    permission: 'counter',
    tag,
    summary,
    body: {
      schema: voucherGiveBackSchema,
      example: { saleRef: '10231', operator: 'caixa 1' },
      optional: true,
    },
    reply: {
      description: 'The use as it is now',
      schema: voucherUseSchema,
      example: voucherUseExample,
    },
    refusals: [...GUESSED, 'redemption_not_found', ...refusals, 'request_expired'],
    movesValue: true,
    async answer({ caller, address, id, key, body }) {
      const { saleRef = null, redemptionId = null, customerId = null } = body;
      const order = { move, saleTotalCents: null, saleRef, redemptionId, customerId, key };
      return desk.move({ caller, address, ...(await actedBy(deps.store, caller, body)) }, id, order);
    },
    witness: (attempt, outcome) => keepAttempt(deps.store, move, attempt, outcome),
  });
}
