import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpf } from 'cpf-cnpj-validator';
import { obtainTemporal, startTemporal } from '../../tools/engines';
import type { RunningTemporal } from '../../tools/engines';
import { freePorts } from '../../tools/processes';
import { saleWorkflowId } from '../../src/workflows';
import { aProgram } from './builders';
import { aCounterSale, sold } from './counter';
import type { CounterSale, UseJson } from './counter';
import { openHouse } from './house';
import type { House } from './house';
import { verifyLedger } from './shop';
import { until } from './until';

/** After so many events the server wants a run to continue as a new one; usually after thousands. */
const FULL = 40;
const USES = 40;

let folder: string;
let temporal: RunningTemporal;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retorno-full-'));
  const { value } = await obtainTemporal(process.env, {
    trying: () => undefined,
    line: () => undefined,
    note: () => undefined,
  });
  const [port = 0] = await freePorts(1);
  temporal = await startTemporal({
    ...{ ...value, port, uiPort: null, dbFile: null, namespace: 'default' },
    logFile: join(folder, 'temporal.log'),
    dynamicConfig: [`limit.historyCount.suggestContinueAsNew=${FULL}`],
  });
  house = await openHouse({
    env: { TEMPORAL_ADDRESS: temporal.address },
    program: aProgram({
      earning: {
        rules: [
          { id: 'vale', grant: { type: 'voucher', template: 'vale' }, when: { stores: ['matriz'] } },
          { id: 'cashback', grant: { type: 'cashback', rateBps: 1_000 }, when: { stores: ['centro'] } },
        ],
      },
      messages: {},
      vouchers: { vale: { discount: { type: 'amount', cents: 2_000 }, validity: 'P60D', uses: USES } },
    }),
  });
});
afterAll(async () => {
  await house.close();
  await temporal.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The runs of a sale, oldest first: each in which state it is, and how the Temporal UI says what it is about. */
async function runsOf({ externalId }: CounterSale): Promise<{ state: string; shown?: string }[]> {
  const { merchantId } = house.tenant;
  const workflowId = saleWorkflowId({ merchantId, channel: 'pos', externalId });
  const found = [];
  for await (const run of house.client.workflow.list({ query: `WorkflowId = "${workflowId}"` }))
    found.push(run);
  found.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  return Promise.all(
    found.map(async ({ runId, status }) => {
      const run = house.client.workflow.getHandle(workflowId, runId);
      const { currentDetails } = await run.query<{ currentDetails: string }>('__temporal_workflow_metadata');
      return { state: status.name, shown: /^\*\*[^*]*\*\*/.exec(currentDetails)?.[0].replaceAll('\\', '') };
    }),
  );
}

describe('a run whose history is full, again and again while staff use it', () => {
  it('continues as a new one and loses nothing: each use is answered, made once, and the sale it names looks again', async () => {
    const { tenant } = house;
    const customer = { name: 'Severina Balcão', document: cpf.generate() };
    const from = await sold(tenant, aCounterSale('matriz', { customer }), ({ benefit }) =>
      benefit.vouchers.some(({ state }) => state === 'active'),
    );
    const { code } = from.benefit.vouchers[0]!;
    const named = await Promise.all(
      Array.from({ length: USES }, () =>
        sold(tenant, aCounterSale('centro', { customer }), ({ earnedCents }) => earnedCents === 1_000),
      ),
    );

    const uses = await Promise.all(
      named.map(async ({ id }) => {
        const key = randomUUID();
        const body = { saleTotalCents: 10_000, saleRef: id, storeId: 'matriz' };
        return until(`the use for ${id}`, async () => {
          const answer = await tenant.api.post<UseJson>(`/v1/vouchers/${code}/redeem`, body, key);
          return [409, 503].includes(answer.status) ? null : answer.expect(200).body;
        });
      }),
    );
    expect(new Set(uses.map(({ id }) => id)).size).toBe(USES);
    // A call that was asked again is told how many uses are left then.
    for (const { usesLeft } of uses) expect(usesLeft).toBeLessThan(USES);
    const { body: voucher } = (await tenant.api.get(`/v1/vouchers/${code}`)).expect(200);
    expect(voucher).toMatchObject({ uses: USES, usesLeft: 0 });

    for (const { id } of named)
      await until(`sale ${id} to have looked at what paid for it`, async () => {
        const { body } = (await tenant.api.get<CounterSale>(`/v1/sales/${id}`)).expect(200);
        return body.earnedCents === 800;
      });
    const runs = await until('the last run to be listed', async () => {
      const all = await runsOf(from);
      return all.at(-1)?.state === 'COMPLETED' && all;
    });
    expect(runs.length).toBeGreaterThan(3);
    expect(new Set(runs.slice(0, -1).map(({ state }) => state))).toEqual(new Set(['CONTINUED_AS_NEW']));
    // The static summary is the first one's alone: neither the server nor the SDK takes it along.
    expect(new Set(runs.map(({ shown }) => shown))).toEqual(new Set([`**Venda ${from.externalId}**`]));
    await verifyLedger(tenant);
  });
});
