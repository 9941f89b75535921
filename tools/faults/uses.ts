import { randomUUID } from 'node:crypto';
import { redemptionIdOf } from '../../src/ids';
import type { Shop } from '../rig';
import type { Deeds, Used } from './deeds';
import type { PlannedUse } from './plan';
import type { FinalAnswer, Till, TillCall } from './till';

/** Somebody with balance and a voucher of many uses. */
export interface Account {
  readonly shop: Shop;
  readonly customerId: string;
  readonly voucherCode: string;
}

/** Whoever uses value. */
export interface Cashier {
  readonly till: Till;
  readonly deeds: Deeds;
  readonly accounts: readonly Account[];
}

const SALE_CENTS = 100_000;

/** Uses value once, by one call after the other, each to the end but that of the impatient. */
export async function use(cashier: Cashier, planned: PlannedUse): Promise<void> {
  const account = cashier.accounts[planned.customer]!;
  const { way } = planned;
  switch (way) {
    case 'used at once by somebody impatient':
      return impatient(cashier, account, planned);
    case 'voucher used':
    case 'voucher used and rolled back':
      return voucher(cashier, account, planned);
    case 'used at once':
    case 'reserved and confirmed':
    case 'reserved and let go':
    case 'confirmed and rolled back':
      return balance(cashier, account, { ...planned, way });
  }
}

type Move = 'confirm' | 'release' | 'rollback';

/** What follows the first call, and how it ends. */
const BALANCE_WAYS = {
  'used at once': { confirm: true, moves: [], end: 'confirmed' },
  'reserved and confirmed': { confirm: false, moves: ['confirm'], end: 'confirmed' },
  'reserved and let go': { confirm: false, moves: ['release'], end: 'released' },
  'confirmed and rolled back': { confirm: false, moves: ['confirm', 'rollback'], end: 'rolled_back' },
} as const satisfies Record<string, { confirm: boolean; moves: readonly Move[]; end: Used['end'] }>;

async function balance(
  cashier: Cashier,
  account: Account,
  { way, cents }: PlannedUse & { way: keyof typeof BALANCE_WAYS },
): Promise<void> {
  const { confirm, moves, end } = BALANCE_WAYS[way];
  const first = await acknowledged(cashier, { ...balanceCall(account, cents, confirm), key: randomUUID() });
  if (!first) return;
  const path = `/v1/redemptions/${first.id}`;
  for (const move of moves)
    if (
      !(await acknowledged(cashier, {
        shop: account.shop,
        path: `${path}/${move}`,
        body: {},
        key: randomUUID(),
      }))
    )
      return;
  record(cashier, account, { redemptionId: first.id, benefit: 'cashback', amount: cents, end });
}

/** Asks once; who has no final answer then goes away. */
async function impatient(cashier: Cashier, account: Account, { cents }: PlannedUse): Promise<void> {
  const call = { ...balanceCall(account, cents, true), key: randomUUID() };
  const attempt = await cashier.till.once(call);
  if ('final' in attempt && !isAcknowledged(cashier, call, attempt.final)) return;
  const redemptionId = redemptionIdOf(account.shop.merchantId, call.key);
  const unknown = 'open' in attempt && attempt.open !== 'request_expired';
  const end = 'final' in attempt ? 'confirmed' : unknown ? 'confirmed or nothing' : 'nothing';
  record(cashier, account, { redemptionId, benefit: 'cashback', amount: cents, end });
}

async function voucher(cashier: Cashier, account: Account, { way, number }: PlannedUse): Promise<void> {
  const saleRef = `V-${number}`;
  const path = `/v1/vouchers/${account.voucherCode}`;
  const body = { saleTotalCents: SALE_CENTS, saleRef };
  const { shop } = account;
  const first = await acknowledged(cashier, { shop, path: `${path}/redeem`, body, key: randomUUID() });
  if (!first) return;
  const isRolledBack = way === 'voucher used and rolled back';
  const back = { shop, path: `${path}/rollback`, body: { saleRef }, key: randomUUID() };
  if (isRolledBack && !(await acknowledged(cashier, back))) return;
  const end = isRolledBack ? 'rolled_back' : 'confirmed';
  record(cashier, account, { redemptionId: first.id, benefit: 'voucher', amount: 1, end });
}

function balanceCall(
  { shop, customerId }: Account,
  amountCents: number,
  confirm: boolean,
): Omit<TillCall, 'key'> {
  const body = { customerId, type: 'cashback', amountCents, saleTotalCents: SALE_CENTS, confirm };
  return { shop, path: '/v1/redemptions', body };
}

/** The answer to a call that is asked to the end, where it is none of refusal. */
async function acknowledged(cashier: Cashier, call: TillCall): Promise<FinalAnswer['body'] | null> {
  const answer = await cashier.till.asked(call);
  return isAcknowledged(cashier, call, answer) ? answer.body : null;
}

function isAcknowledged({ deeds }: Cashier, { path }: TillCall, { status, body }: FinalAnswer): boolean {
  if (status < 300) return true;
  deeds.refused.push(`POST ${path} was answered ${status} ${JSON.stringify(body)}`);
  return false;
}

function record(
  { deeds }: Cashier,
  { shop: { merchantId }, customerId }: Account,
  used: Omit<Used, 'merchantId' | 'customerId'>,
): void {
  deeds.used.set(used.redemptionId, { ...used, merchantId, customerId });
}
