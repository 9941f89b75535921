import { afterEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { programSchema } from '../../src/loyalty';
import type { ProgramInput } from '../../src/loyalty';
import { optOut } from '../../src/store';
import type { Message } from '../../src/store';
import { CUSTOMER_WORKFLOW, customerWorkflowId, DAILY_SWEEP_WORKFLOW } from '../../src/workflows';
import { aProgram } from './builders';
import { openTimeHouse } from './time-house';
import type { TimeHouse } from './time-house';
import { until } from './until';

const zone = 'America/Sao_Paulo';
const local = (at: number | Date): DateTime => DateTime.fromMillis(Number(at), { zone });
const DAY = 86_400_000;
let house: TimeHouse;
afterEach(() => house.close());

const program = (messages: ProgramInput['messages'], change: Partial<ProgramInput> = {}): ProgramInput =>
  aProgram({ expiry: { after: 'P2Y' }, messages, ...change });

/** Who buys, with phone and e-mail. */
function aContact(): number {
  return house.simulator.company().addContact({
    name: 'Ana Souza',
    document: '529.982.247-25',
    mobile: '(11) 98765-4321',
    email: 'ana@example.com',
  }).id;
}

async function buys(contactId: number): Promise<string> {
  const company = house.simulator.company();
  const date = local(await now()).toISODate()!;
  const order = company.createOrder({ contactId, totalCents: 20_000, date });
  company.completeOrder(order.id);
  const { saleId } = await house.announce(order.id);
  return until('the sale to be the customer’s', async () => {
    const sale = await house.store.sales.get(house.merchantId, saleId);
    return sale && sale.benefit.earnedCents > 0 ? sale.owner.customerId : null;
  });
}

async function now(): Promise<number> {
  return house.env.currentTimeMs();
}

/** Lets days pass, and the sweep come each night. */
async function nights(count: number, sweeps = 1): Promise<void> {
  for (let night = 0; night < count; night += 1) {
    const at = await now();
    const next = Math.ceil((at + 1 - 5 * 3_600_000) / DAY) * DAY + 5 * 3_600_000;
    await house.env.sleep(next - at);
    for (let sweep = 0; sweep < sweeps; sweep += 1) await swept();
  }
  await house.env.sleep(20 * 3_600_000);
}

async function swept(): Promise<void> {
  const handle = await house.env.client.workflow.start(DAILY_SWEEP_WORKFLOW, {
    workflowId: `daily-sweep/${house.taskQueue}/${String(await now())}/${String(Math.random())}`,
    taskQueue: `${house.taskQueue}-batch`,
    args: [{}],
  });
  // Waiting for its result would let the clock run ahead to the next timer of anybody.
  await until('the sweep to be over', async () => (await handle.describe()).status.name === 'COMPLETED');
}

async function told(customerId: string, channel = 'whatsapp'): Promise<Message[]> {
  const all = await house.store.messages.list(house.merchantId, { customerId, limit: 100 });
  return all.filter((message) => message.channel === channel && message.saleId === null).reverse();
}

async function lines(customerId: string): Promise<string[]> {
  return (await told(customerId)).map(
    ({ kind, state, reason, createdAt }) =>
      `${kind} ${state}${reason === null ? '' : ` ${reason}`} ${local(createdAt).toFormat('yyyy-MM-dd')}`,
  );
}

describe('the months of a customer', () => {
  it('bring each message once, on its local day between ten and noon, however often the sweep comes', async () => {
    house = await openTimeHouse(
      program({ welcome: {}, balance: { day: 5 }, winBack: { after: ['P20D', 'P40D'] } }),
    );
    const customerId = await buys(aContact());
    const bought = local(await now()).startOf('day');
    await nights(45, 2);
    const fifths = [0, 1, 2]
      .map((months) => bought.startOf('month').plus({ months, days: 4 }))
      .filter((day) => day > bought && day <= bought.plus({ days: 45 }));
    const expected = [
      `welcome ${bought.plus({ days: 1 }).toISODate()}`,
      `winBack ${bought.plus({ days: 20 }).toISODate()}`,
      `winBack ${bought.plus({ days: 40 }).toISODate()}`,
      ...fifths.map((day) => `balance ${day.toISODate()}`),
    ];
    const sent = await told(customerId);
    expect(sent.map(({ kind, createdAt }) => `${kind} ${local(createdAt).toISODate()}`).sort()).toEqual(
      expected.sort(),
    );
    for (const { state, sentAt } of sent) {
      expect(state).toBe('sent');
      expect(local(sentAt!).hour).toBeGreaterThanOrEqual(10);
      expect(local(sentAt!).hour).toBeLessThan(12);
    }
    expect(house.simulator.mail.messages()).toHaveLength(sent.length);
  });

  it('bring no invitation to who has bought since, and begin anew from there', async () => {
    house = await openTimeHouse(program({ winBack: { after: ['P10D'] } }));
    const contact = aContact();
    const customerId = await buys(contact);
    await nights(9);
    await buys(contact);
    const again = local(await now());
    await nights(8);
    expect(await lines(customerId)).toEqual([]);
    await nights(4);
    expect(await lines(customerId)).toEqual([
      `winBack sent ${again.plus({ days: 10 }).toFormat('yyyy-MM-dd')}`,
    ]);
  });

  it('bring nothing to who has opted out meanwhile, and say so', async () => {
    house = await openTimeHouse(program({ winBack: { after: ['P3D'] } }));
    const customerId = await buys(aContact());
    const { merchantId, store } = house;
    const word = { channel: 'whatsapp', text: 'Pare', source: 'link', at: null } as const;
    await optOut(store, { merchantId, customerId, ...word }, new Date(await now()));
    await nights(4);
    expect((await lines(customerId)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'winBack skipped opted_out',
    ]);
    expect((await told(customerId, 'email')).map(({ state }) => state)).toEqual(['sent']);
  });

  it('bring a birthday to who has one, from whatever version of the program on wants it', async () => {
    house = await openTimeHouse(program({ earned: {} }));
    const customerId = await buys(aContact());
    const { store, merchantId } = house;
    const day = local(await now()).plus({ days: 3 });
    const contact = {
      ...{ externalKey: null, name: 'Ana Souza', document: '52998224725', phones: [], emails: [] },
      birthDate: day.set({ year: 1990 }).toISODate(),
    };
    await store.customers.identify(merchantId, contact, new Date(await now()));
    await nights(1);
    expect(await lines(customerId)).toEqual([]);
    const wanting = programSchema.parse(program({ birthday: {} }));
    await store.programs.publish(merchantId, wanting, new Date(await now()));
    await nights(4);
    expect(await lines(customerId)).toEqual([`birthday sent ${day.toFormat('yyyy-MM-dd')}`]);
    const workflowId = customerWorkflowId({ merchantId, customerId });
    const { status, type } = await house.env.client.workflow.getHandle(workflowId).describe();
    expect([type, status.name]).toEqual([CUSTOMER_WORKFLOW, 'COMPLETED']);
  });

  it('come to everybody else where some customers cannot be looked at, of which there is an alert', async () => {
    const broken = new Set<string>();
    house = await openTimeHouse(program({ birthday: {} }), (store) => ({
      ...store,
      followUpPlans: {
        ...store.followUpPlans,
        seen: (of, id) =>
          broken.has(id) ? Promise.reject(new Error('unreadable')) : store.followUpPlans.seen(of, id),
      },
    }));
    const { store, merchantId } = house;
    const at = new Date(await now());
    const day = local(at).plus({ days: 3 });
    const aCustomer = async (phone: string): Promise<string> => {
      const contact = {
        ...{ externalKey: null, name: 'Ana Souza', document: null, emails: [] },
        ...{ phones: [phone], birthDate: day.set({ year: 1990 }).toISODate() },
      };
      return (await store.customers.identify(merchantId, contact, at)).customerId;
    };
    // More than a page of them.
    for (let n = 100; n < 205; n += 1) broken.add(await aCustomer(`+551197000${String(n).padStart(4, '0')}`));
    const well = await aCustomer('+5511987654321');
    await nights(4);
    expect(await lines(well)).toEqual([`birthday sent ${day.toFormat('yyyy-MM-dd')}`]);
    const [alert] = await store.alerts.list(merchantId, { state: 'open', limit: 2 });
    expect(alert).toMatchObject({ kind: 'step_stuck', subject: 'waking', facts: { items: broken.size } });
  });
});
