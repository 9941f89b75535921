import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/store';
import type { Contact } from '../../simulator';
import { engine } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder, verifyLedger } from './shop';
import { until } from './until';

const ROUNDS = 20;
const ROOT = join(__dirname, '..', '..');
/** A sale's messages are sent within this long of its grant; the kill falls somewhere in it. */
const LATEST_KILL_MS = 250;
/** 25 seconds, and reports are dated by whole ones. */
const LEAVES_WITHIN_MS = 27_000;
/** A worker begins anew some twenty times, and what was cut off waits a minute: where all else runs beside it, more than ten of them. */
const LIMIT_MS = 1_200_000;

let house: House;
let worker: ChildProcess;

beforeAll(async () => {
  house = await openHouse({ worker: false });
});
afterAll(async () => {
  await kill();
  await house.close();
});

function startWorker(): void {
  worker = spawn(process.execPath, ['--import', 'tsx', 'src/worker.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], ...house.env, WORKFLOW_BUNDLE: engine('TEST_WORKFLOW_BUNDLE') },
  });
}

async function kill(): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

interface SaleMade {
  buyer: Contact;
  saleId: string;
}

/** A sale, as it stands when its benefit has just been granted. */
async function grantedSale(): Promise<SaleMade> {
  const { tenant } = house;
  const buyer = aBuyer(tenant.company);
  const order = anOrder(tenant.company, { contactId: buyer.id, totalCents: 10_000 });
  tenant.company.completeOrder(order.id);
  const { merchantId } = tenant;
  const identity = { merchantId, channel: 'bling' as const, externalId: String(order.id) };
  const saleId = await until('the grant', async () => {
    const sale = await house.store.sales.find(identity);
    return sale && sale.benefit.earnedCents > 0 ? sale.id : null;
  });
  return { buyer, saleId };
}

/**
 * The shop sells on until none of its messages is in doubt. A WhatsApp message that was cut off before it left goes again only where a
 * report of the same merchant, from later than it can have left, shows that reports arrive.
 * @returns the sales that brought such reports
 */
async function sellOn(sales: readonly SaleMade[]): Promise<SaleMade[]> {
  const later: SaleMade[] = [];
  let reportedFor = 0;
  await until('no message to be in doubt', async () => {
    const told = await Promise.all(
      sales.map(({ saleId }) => house.store.messages.ofSale(house.tenant.merchantId, saleId)),
    );
    const marks = told
      .flat()
      .flatMap(({ state, sendingSince }) =>
        state === 'sending' && sendingSince ? [sendingSince.getTime()] : [],
      );
    const last = Math.max(0, ...marks);
    if (last > reportedFor && Date.now() > last + LEAVES_WITHIN_MS) {
      later.push(await grantedSale());
      reportedFor = last;
    }
    return marks.length === 0 && told.every((messages) => messages.length === 2);
  });
  return later;
}

/** By both channels. Where it is not, what became of its messages is said. */
async function toBeTold(saleId: string): Promise<void> {
  let seen: readonly Message[] = [];
  const told = until(`sale ${saleId} to be told`, async () => {
    seen = await house.store.messages.ofSale(house.tenant.merchantId, saleId);
    return seen.filter(({ state }) => ['sent', 'delivered', 'read'].includes(state)).length === 2;
  });
  await told.catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(seen)}`);
  });
}

describe('a worker killed with -9 between grant and message', () => {
  it(
    `loses nothing and doubles nothing, ${ROUNDS} times over`,
    async () => {
      startWorker();
      const sales: SaleMade[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const sale = await grantedSale();
        await delay(Math.random() * LATEST_KILL_MS);
        await kill();
        startWorker();
        sales.push(sale);
      }
      sales.push(...(await sellOn(sales)));
      for (const { buyer, saleId } of sales) {
        await toBeTold(saleId);
        const entries = await house.store.ledger.entriesOfSale(house.tenant.merchantId, saleId);
        expect(entries.map(({ type }) => type)).toEqual(['EARN_PENDING', 'ACTIVATE']);
        expect(house.simulator.whatsapp.messages(buyer.mobile)).toHaveLength(1);
        expect(house.simulator.mail.messages(buyer.email)).toHaveLength(1);
      }
      await verifyLedger(house.tenant);
    },
    LIMIT_MS,
  );
});
