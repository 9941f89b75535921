import type { z } from 'zod';
import type { Instant } from '../../loyalty';
import { isForgotten } from '../../store';
import type { Caller, Customer } from '../../store';
import type { AppDeps, Attempt, CallOutcome, Route } from '../http';
import { endpoint, triedBy } from '../http';
import { Problem } from '../http/problem';
import { keepAttempt } from '../redemption';
import type { VoucherDesk } from '../redemption';
import { counterExample, counterQuerySchema, counterSchema } from './counter-schema';
import { counterCustomerView, nothingText } from './counter-view';
import { limitsInForce } from './limits-in-force';
import { readLink } from './read-link';
import { isCode, readTyped } from './typed';

type Found = z.output<typeof counterSchema>;

/** More than staff look through. */
const MOST = 20;

/** The one field of a counter. */
export function counterRoutes(deps: AppDeps, desk: VoucherDesk): Route[] {
  return [
    endpoint(deps, {
      method: 'get',
      path: '/v1/counter',
      permission: 'customer.look',
      tag: 'Counter',
      summary: 'What somebody at the counter has said, typed or scanned: a customer, or a voucher',
      description:
        'Nobody is created by it. A text that is the code of a voucher counts as an attempt with it, and wrong codes lock as in `GET /v1/vouchers/{code}`. Documents are masked.',
      query: counterQuerySchema,
      reply: { description: 'What was found', schema: counterSchema, example: counterExample },
      refusals: ['too_many_requests'],
      async answer({ caller, address, query, now }) {
        const text = query.query;
        const tokens = readLink(text);
        if (tokens.length > 0) return (await ownerOf(deps, caller, tokens, now)) ?? nothing('link');
        const till = { caller, address, ...triedBy(caller, query) };
        const sure = isCode(text);
        const found = sure === 'surely' ? null : await customersLike(deps, caller, text, now);
        if (found) return found;
        return sure === 'no' ? nothing(readTyped(text)) : voucherOf(deps, desk, till, text, now);
      },
      witness: (attempt, outcome) => keepLook(deps, attempt, outcome),
    }),
  ];
}

async function customersLike(
  { store }: AppDeps,
  { merchantId }: Caller,
  text: string,
  now: Instant,
): Promise<Found | null> {
  const { customers: found, next } = await store.customers.search(merchantId, text, { limit: MOST });
  if (found.length === 0) return null;
  const ids = found.map(({ id }) => id);
  const [wallets, limits] = await Promise.all([
    store.wallets.readOpen(merchantId, ids),
    limitsInForce(store, merchantId),
  ]);
  const customers = found.map((one) => counterCustomerView(one, wallets.get(one.id), now));
  return { kind: 'customers', customers, more: next !== null, limits };
}

/** Whose page a code was read off; null: nobody's of this merchant, or a link that was replaced. */
async function ownerOf(
  { store }: AppDeps,
  { merchantId }: Caller,
  tokens: readonly string[],
  now: Instant,
): Promise<Found | null> {
  for (const token of tokens) {
    const owner = await store.customerLinks.owner(token, 'till');
    if (owner?.merchantId !== merchantId || owner.former) continue;
    const customer = await store.customers.current(merchantId, owner.customerId);
    if (!customer || isForgotten(customer)) continue;
    const limits = await limitsInForce(store, merchantId);
    return { kind: 'customers', customers: [await shownAs(store, customer, now)], more: false, limits };
  }
  return null;
}

async function shownAs(
  store: AppDeps['store'],
  customer: Customer,
  now: Instant,
): Promise<ReturnType<typeof counterCustomerView>> {
  const wallets = await store.wallets.readOpen(customer.merchantId, [customer.id]);
  return counterCustomerView(customer, wallets.get(customer.id), now);
}

async function voucherOf(
  { store }: AppDeps,
  desk: VoucherDesk,
  till: Parameters<VoucherDesk['look']>[0],
  code: string,
  now: Instant,
): Promise<Found> {
  const { merchantId } = till.caller;
  try {
    const voucher = await desk.look(till, code, { saleTotalCents: null, customerId: null });
    const owner = await store.customers.current(merchantId, voucher.customerId);
    return { kind: 'voucher', voucher, customer: owner && (await shownAs(store, owner, now)) };
  } catch (error) {
    if (error instanceof Problem && error.code === 'voucher_not_found') return nothing('voucher');
    throw error;
  }
}

function nothing(readAs: Extract<Found, { kind: 'nothing' }>['readAs']): Found {
  return { kind: 'nothing', readAs, detail: nothingText(readAs) };
}

/** A code that was tried here is an attempt like any other; a search for a customer is none. */
async function keepLook({ store }: AppDeps, attempt: Attempt, outcome: CallOutcome): Promise<void> {
  const found = outcome.body as Partial<Record<'kind' | 'readAs' | 'code', string>> & { voucher?: object };
  const look = lookIn(found, outcome);
  const { query } = attempt.query as { query?: unknown };
  if (look && typeof query === 'string') await keepAttempt(store, 'look', { ...attempt, id: query }, look);
}

function lookIn(
  { kind, readAs, code, voucher }: Partial<Record<'kind' | 'readAs' | 'code', string>> & { voucher?: object },
  { replayed }: CallOutcome,
): CallOutcome | null {
  if (kind === 'voucher') return { status: 200, body: voucher, replayed };
  if (readAs === 'voucher') return { status: 404, body: { code: 'voucher_not_found' }, replayed };
  return code === 'too_many_requests' ? { status: 429, body: { code }, replayed } : null;
}
