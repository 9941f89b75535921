import { cpf } from 'cpf-cnpj-validator';
import { waitUntil } from '../../processes';
import type { Shop } from '../../rig';
import { PROGRAM } from '../stage';
import type { Load } from './load';
import { midnight } from './midnight';
import type { CounterOptions } from './options';
import { callOf } from './stage';
import type { CounterStage } from './stage';
import { aSale, bring, inLanes } from './posted-sales';

const HANGING = 5;
const ORDERS_EACH = 60;
const BURST = 600;
const ROWS = 20_000;
const PAST_SALES = 100_000;
const PAST_CUSTOMERS = 10_000;
/** Longer than any patience of ours. */
const HANGS_MS = 120_000;
/** The id of Bling's situation "Atendido" in every account. */
const COMPLETED = 9;
const DONE_WITHIN_MS = 900_000;

/** What goes on beside the counter, in this order; the last ones are not waited for. */
export function loadsOf(
  stage: CounterStage,
  { quick, waiting, midnightLots, seconds }: CounterOptions,
): readonly Load[] {
  const some = (count: number): number => (quick ? Math.ceil(count / 10) : count);
  const nothing = { title: 'nothing else', begin: () => Promise.resolve() };
  if (waiting !== null) return [nothing, waitingSales(stage, waiting)];
  if (midnightLots !== null) return [nothing, midnight(stage, midnightLots, seconds)];
  return [
    nothing,
    hangingBling(stage, some(ORDERS_EACH)),
    burst(stage, some(BURST)),
    office(stage, some(ROWS), some(PAST_SALES)),
  ];
}

function hangingBling(stage: CounterStage, each: number): Load {
  const { simulator, others } = stage;
  const shops = others.slice(0, HANGING);
  return {
    title: `Bling hangs for ${HANGING} others with ${each} sales each`,
    async begin() {
      for (const shop of shops) await fails(stage, shop, { kind: 'hang', ms: HANGS_MS });
      const all = shops.flatMap((shop) => Array.from({ length: each }, () => shop));
      await inLanes(all, (shop) => order(stage, shop));
    },
    async end() {
      await simulator.send({ method: 'DELETE', path: '/simulator/faults' });
      await settled(stage, shops, each);
    },
  };
}

/** Their Bling is down before the first of them comes, and stays so. */
function waitingSales(stage: CounterStage, count: number): Load {
  const { db, signal } = stage;
  const shops = stage.others.slice(0, HANGING);
  const merchantId = { $in: shops.map((shop) => shop.merchantId) };
  return {
    title: `${count} sales of ${HANGING} others wait for a Bling that is down`,
    async prepare() {
      for (const shop of shops) await fails(stage, shop, { kind: 'server-error' });
      await inLanes([...Array(count).keys()], (number) => order(stage, shops[number % HANGING]!));
      const waiting = (): Promise<number> => db.collection('sales').countDocuments({ merchantId });
      await waitUntil(async () => ((await waiting()) >= count ? true : undefined), {
        what: `${count} sales wait`,
        timeoutMs: DONE_WITHIN_MS,
        everyMs: 500,
        signal,
      });
    },
    begin: () => Promise.resolve(),
  };
}

/** From now on a company’s Bling answers so. */
async function fails({ simulator }: CounterStage, { company }: Shop, how: object): Promise<void> {
  const body = { target: 'bling', company, times: 1_000_000, ...how };
  await simulator.json(201, { method: 'POST', path: '/simulator/faults', body });
}

/** Somebody new buys, and Bling says so. */
async function order({ simulator }: CounterStage, { company }: Shop): Promise<void> {
  const path = `/simulator/companies/${company}`;
  const { id: contactId } = await simulator.json<{ id: number }>(201, {
    ...{ method: 'POST', path: `${path}/contacts`, body: { name: 'Beatriz', document: cpf.generate() } },
  });
  const body = { contactId, totalCents: 10_000, situationId: COMPLETED };
  await simulator.json(201, { method: 'POST', path: `${path}/orders`, body });
}

function burst(stage: CounterStage, orders: number): Load {
  const shop = stage.others[HANGING]!;
  return {
    title: `one other brings ${orders} sales at once`,
    async begin() {
      await inLanes([...Array(orders).keys()], (number) => bring(stage, shop, aSale(number)));
    },
    end: () => settled(stage, [shop], orders),
  };
}

function office(stage: CounterStage, rows: number, sales: number): Load {
  const { api, others } = stage;
  const shop = others[HANGING + 1]!;
  return {
    title: `one other imports ${rows} rows and simulates ${sales} sales`,
    prepare: () => pastSales(stage, shop, sales),
    async begin() {
      await api.json(201, {
        method: 'POST',
        path: '/v1/program/simulations',
        headers: callOf(shop),
        body: { program: PROGRAM },
      });
      const { status, text } = await api.send({
        ...{ method: 'POST', path: '/v1/imports?kind=sales', body: fileOf(rows) },
        headers: { ...callOf(shop), 'content-type': 'text/csv' },
      });
      if (status !== 201) throw new Error(`The import was answered ${status}: ${text.slice(0, 300)}`);
    },
  };
}

/** Sales of last year as a shop platform exports them. */
function fileOf(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, n) => `A${n};03/11/2025;100,00;${cpf.generate()};Maria Exemplo;Pago`,
  );
  return ['Pedido;Data;Total;CPF;Nome;Situação', ...lines].join('\n');
}

/** Copies one sale of the shop, as settled, many times. */
async function pastSales(stage: CounterStage, shop: Shop, count: number): Promise<void> {
  await bring(stage, shop, aSale(0));
  await settled(stage, [shop], 1);
  const sales = stage.db.collection<{ _id: string; externalId: string; customerId: string }>('sales');
  const one = await sales.findOne({ merchantId: shop.merchantId });
  for (let done = 0; done < count; done += 5_000)
    await sales.insertMany(
      Array.from({ length: Math.min(5_000, count - done) }, (_, n) => ({
        ...one!,
        _id: `${one!._id}-${done + n}`,
        externalId: `${one!.externalId}-${done + n}`,
        customerId: `cus_past_${(done + n) % PAST_CUSTOMERS}`,
      })),
      { ordered: false },
    );
}

/** Waits until so many sales of each of the shops have earned. */
async function settled({ db, signal }: CounterStage, shops: readonly Shop[], each: number): Promise<void> {
  const merchantId = { $in: shops.map((shop) => shop.merchantId) };
  const earned = (): Promise<number> =>
    db.collection('sales').countDocuments({ merchantId, status: 'active' });
  await waitUntil(async () => ((await earned()) >= each * shops.length ? true : undefined), {
    what: `${each} sales of ${shops.length} merchants have earned`,
    timeoutMs: DONE_WITHIN_MS,
    everyMs: 500,
    signal,
  });
}
