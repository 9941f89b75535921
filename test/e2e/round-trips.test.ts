import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import mongoose from 'mongoose';
import { saleWorkflowId } from '../../src/workflows';
import type { Contact } from '../../simulator';
import { aProgram } from './builders';
import { testMongoUri } from './engines';
import { openHouse } from './house';
import type { House } from './house';
import { expectAtMost, noteRoundTrips, watched } from './round-trips';
import type { RoundTrip } from './round-trips';
import { aBuyer, anOrder } from './shop';
import { until } from './until';

let house: House;
let noted: RoundTrip[];
let slots: mongoose.Connection;
beforeAll(async () => {
  const database = testMongoUri();
  const uri = watched(database);
  house = await openHouse({ env: { MONGODB_URI: uri } });
  noted = noteRoundTrips(uri);
  slots = mongoose.createConnection(database);
  // What a process reads once: the first sale pays for it.
  await lifeOfSale(aBuyer(house.tenant.company), 5_000, rests);
});
afterAll(async () => {
  await slots.close();
  await house.close();
});

/** Until the next call to the company need not wait for one before it: that would take a place, and cost more. */
async function quiet(companyId: string): Promise<void> {
  await until('the calls before to be over', async () => {
    const slot = await slots
      .collection<{ _id: string; nextAt: Date }>('call_slots')
      .findOne({ _id: companyId });
    return !slot || slot.nextAt.getTime() <= Date.now();
  });
}

/** What a sale asks of MongoDB in its steps, from its one webhook until `over`. */
async function lifeOfSale(
  buyer: Contact,
  totalCents: number,
  over: (handle: WorkflowHandle) => Promise<boolean>,
): Promise<RoundTrip[]> {
  const { company, merchantId } = house.tenant;
  company.setWebhookMode('dropped');
  const { id } = anOrder(company, { contactId: buyer.id, totalCents });
  company.completeOrder(id);
  company.setWebhookMode('live');
  await quiet(company.id);
  noted.length = 0;
  await company.deliver([company.eventOf(id, 'created')]);
  const externalId = String(id);
  const handle = house.client.workflow.getHandle(
    saleWorkflowId({ merchantId, channel: 'bling', externalId }),
  );
  await until('the sale to be that far', () => over(handle));
  return noted.filter(({ by }) => by !== null);
}

/** The sale was told of, and waits for its first reminder. */
async function rests(handle: WorkflowHandle): Promise<boolean> {
  const { raw } = await handle.describe();
  if (raw.pendingWorkflowTask || (raw.pendingActivities ?? []).length > 0) return false;
  const { events } = await handle.fetchHistory();
  const steps = (events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name ?? [],
  );
  return steps.includes('sendMessage');
}

describe('what a sale asks of MongoDB until it rests', () => {
  it('of a customer who is known', async () => {
    const buyer = aBuyer(house.tenant.company);
    await lifeOfSale(buyer, 10_000, rests);
    expectAtMost(await lifeOfSale(buyer, 23_000, rests), {
      readSale: 9,
      settleBenefit: 14,
      // One more where their phone was written to in the last six seconds.
      sendMessage: 15,
    });
  });

  it('of a customer who is new', async () => {
    expectAtMost(await lifeOfSale(aBuyer(house.tenant.company), 23_000, rests), {
      readSale: 12,
      settleBenefit: 14,
      // Their link is made once, for the first e-mail.
      sendMessage: 15,
    });
  });
});

describe('what a sale asks of MongoDB when its time comes', () => {
  it('to be activated, and to expire', async () => {
    const brief = aProgram({
      holding: { after: 'PT1S' },
      expiry: { after: 'PT2S' },
      messages: {},
    });
    await house.tenant.api.put('/v1/program', brief).then((answer) => answer.expect(200));
    const ended = async (handle: WorkflowHandle): Promise<boolean> =>
      (await handle.describe()).status.name === 'COMPLETED';
    expectAtMost(await lifeOfSale(aBuyer(house.tenant.company), 23_000, ended), {
      readSale: 12,
      settleBenefit: 14,
      activateBenefit: 10,
      expireBenefit: 10,
    });
  });
});
