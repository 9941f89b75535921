import type { mongo } from 'mongoose';
import { RetornoToolError } from '../processes';
import { ledgerProblems } from '../rig';
import type { HttpCaller, Shop } from '../rig';
import type { SoldSale } from './load';

/** What was done so far, as the load reckons it. */
export interface Deeds {
  readonly sold: ReadonlyMap<string, SoldSale>;
  /** Cents redeemed, by customer. */
  readonly taken: ReadonlyMap<string, number>;
  readonly redemptions: number;
}

/** Where it can be looked up. */
export interface Witnesses {
  readonly db: mongo.Db;
  readonly shops: readonly Shop[];
  readonly api: HttpCaller;
  readonly simulator: HttpCaller;
}

/** Something is not as it must be after what was done: the figures of this run are worth nothing. */
export class WrongResultError extends RetornoToolError {
  constructor(readonly problems: readonly string[]) {
    const shown = problems.slice(0, 10).map((problem) => `  ${problem}`);
    super(
      'wrong_result',
      [`${problems.length} results are wrong, so no figure is worth showing:`, ...shown].join('\n'),
    );
  }
}

interface SaleDoc {
  _id: string;
  customerId: string | null;
  status: string;
  earnedCents: number;
}

interface WalletDoc {
  _id: string;
  merchantId: string;
  cashback: { active: number; pending: number; reserved: number; debt: number };
}

/**
 * Proves that everything that was done is in the books exactly once: every sale and balance, every entry, every
 * message, and the product's own proof of each shop's ledger.
 *
 * @throws {WrongResultError}
 */
export async function prove(witnesses: Witnesses, deeds: Deeds): Promise<void> {
  const problems = [
    ...(await balanceProblems(witnesses, deeds)),
    ...(await countProblems(witnesses, deeds)),
    ...(await ledgerProblems(witnesses.shops, witnesses.api)),
  ];
  if (problems.length > 0) throw new WrongResultError(problems);
}

async function balanceProblems({ db, shops }: Witnesses, { sold, taken }: Deeds): Promise<string[]> {
  const merchantIds = shops.map(({ merchantId }) => merchantId);
  const problems: string[] = [];
  const due = new Map<string, number>();
  const seen = new Set<string>();
  for await (const sale of db.collection<SaleDoc>('sales').find({ merchantId: { $in: merchantIds } })) {
    const made = sold.get(sale._id);
    seen.add(sale._id);
    if (
      !made ||
      sale.customerId === null ||
      sale.status !== 'active' ||
      sale.earnedCents !== made.earnsCents
    ) {
      problems.push(
        `sale ${sale._id} is ${sale.status} with ${sale.earnedCents} cents, not ${made?.earnsCents}`,
      );
      continue;
    }
    due.set(sale.customerId, (due.get(sale.customerId) ?? 0) + made.earnsCents);
  }
  for (const saleId of sold.keys()) if (!seen.has(saleId)) problems.push(`sale ${saleId} is missing`);
  for await (const { _id, cashback } of db
    .collection<WalletDoc>('wallets')
    .find({ merchantId: { $in: merchantIds } })) {
    const active = (due.get(_id) ?? 0) - (taken.get(_id) ?? 0);
    due.delete(_id);
    const other = cashback.pending + cashback.reserved + cashback.debt;
    if (cashback.active !== active || other !== 0)
      problems.push(
        `customer ${_id} has ${cashback.active} cents (and ${other} that nobody owes), not ${active}`,
      );
  }
  for (const [customerId] of due) problems.push(`customer ${customerId} has no wallet`);
  return problems;
}

async function countProblems({ db, shops, simulator }: Witnesses, deeds: Deeds): Promise<string[]> {
  const merchantIds = shops.map(({ merchantId }) => merchantId);
  const count = (collection: string, filter: object): Promise<number> =>
    db.collection(collection).countDocuments({ merchantId: { $in: merchantIds }, ...filter });
  const received = async (path: string): Promise<Record<string, { copies?: number }[]>> =>
    simulator.json(200, { method: 'GET', path: `/simulator/${path}` });
  const { messages = [] } = await received('whatsapp/messages');
  const { mails = [] } = await received('mail');
  const sales = deeds.sold.size;
  const counts: [string, number, number][] = [
    ['entries of cashback earned', await count('ledger_entries', { type: 'EARN_PENDING' }), sales],
    ['entries of cashback activated', await count('ledger_entries', { type: 'ACTIVATE' }), sales],
    ['entries of cashback spent', await count('ledger_entries', { type: 'SPEND' }), deeds.redemptions],
    ['messages sent', await count('messages', { state: 'sent' }), 2 * sales],
    ['messages in all', await count('messages', {}), 2 * sales],
    ['WhatsApp messages received', messages.length, sales],
    ['e-mails received', mails.reduce((sum, { copies = 1 }) => sum + copies, 0), sales],
  ];
  return counts.flatMap(([what, found, expected]) =>
    found === expected ? [] : [`${what}: ${found}, not ${expected}`],
  );
}
