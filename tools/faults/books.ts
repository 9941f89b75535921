import { Client, Connection } from '@temporalio/client';
import { ledgerProblems } from '../rig';
import type { House } from './house';

export interface SaleRow {
  readonly _id: string;
  readonly merchantId: string;
  readonly customerId: string | null;
  readonly status: string;
  readonly earnedCents: number;
}

export interface EntryRow {
  readonly type: string;
  readonly benefit: string;
  readonly cause: { readonly saleId?: string; readonly redemptionId?: string };
  readonly saleIds: readonly string[];
}

export interface UseRow {
  readonly _id: string;
  readonly customerId: string;
  readonly type: string;
  readonly amount: number;
  readonly state: string;
}

export interface WalletRow {
  readonly _id: string;
  readonly cashback: { active: number; pending: number; reserved: number; debt: number };
}

/** A lot of a voucher: how many of its uses lie where. */
export interface VoucherRow {
  readonly customerId: string;
  readonly buckets: Readonly<Record<string, number>>;
}

export interface MessageRow {
  readonly _id: string;
  readonly saleId: string;
  readonly channel: 'whatsapp' | 'email';
  readonly state: string;
}

/** All that was written down anywhere, as it is in the end. */
export interface Books {
  readonly sales: readonly SaleRow[];
  readonly entries: readonly EntryRow[];
  readonly uses: readonly UseRow[];
  readonly wallets: readonly WalletRow[];
  readonly vouchers: readonly VoucherRow[];
  readonly messages: readonly MessageRow[];
  /** The product's own proof: a sentence for each ledger that does not hold. */
  readonly ledgerProblems: readonly string[];
  readonly alerts: readonly {
    readonly kind: string;
    readonly text: string;
    readonly resolvedAt: Date | null;
  }[];
  /** Runs that ended otherwise than by themselves. */
  readonly brokenRuns: readonly string[];
  /** What arrived outside: our own id of each WhatsApp message, and each mail as its mailbox shows it. */
  readonly whatsapp: readonly (string | undefined)[];
  readonly mails: readonly { readonly to: string; readonly copies: number }[];
}

const BROKEN = "ExecutionStatus IN ('Failed', 'TimedOut', 'Terminated', 'Canceled')";

/** Reads it all. */
export async function readBooks(house: House): Promise<Books> {
  const { db, shops, api, simulator } = house;
  const ours = { merchantId: { $in: shops.map(({ merchantId }) => merchantId) } };
  const all = async <Row extends object>(collection: string, filter: object = {}): Promise<Row[]> =>
    (await db
      .collection(collection)
      .find({ ...ours, ...filter })
      .toArray()) as unknown as Row[];
  const received = (path: string): Promise<Record<string, never[]>> =>
    simulator.json(200, { method: 'GET', path: `/simulator/${path}` });
  const { messages: whatsapp = [] } = await received('whatsapp/messages');
  const { mails = [] } = await received('mail');
  return {
    sales: await all('sales'),
    entries: await all('ledger_entries'),
    uses: await all('redemptions'),
    wallets: await all('wallets'),
    vouchers: await all('lots', { type: 'voucher' }),
    messages: await all('messages'),
    ledgerProblems: await ledgerProblems(shops, api),
    alerts: (await db.collection('alerts').find().toArray()) as unknown as Books['alerts'],
    brokenRuns: await brokenRuns(house.temporalAddress),
    whatsapp: whatsapp.map(({ opaque }) => opaque),
    mails,
  };
}

async function brokenRuns(address: string): Promise<string[]> {
  const connection = await Connection.connect({ address });
  try {
    const runs: string[] = [];
    for await (const { workflowId, status } of new Client({ connection }).workflow.list({ query: BROKEN }))
      runs.push(`${workflowId} (${status.name})`);
    return runs;
  } finally {
    await connection.close();
  }
}
