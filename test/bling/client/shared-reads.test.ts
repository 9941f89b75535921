import { afterEach, describe, expect, it } from '@jest/globals';
import { createBlingClient } from '../../../src/bling';
import type { BlingClient } from '../../../src/bling';
import { startLocalServer } from '../local-server';
import type { LocalServer, Received, Reply } from '../local-server';
import { contactJson, errorJson } from '../samples';
import { Ports } from './noting-ports';

const ACCOUNT = { connectionId: 'connection-1', companyId: 'd4475854366a36c86a37e792f9634a51' };
let server: LocalServer;

afterEach(() => server.close());

async function connect(
  answer: (request: Received, earlier: number) => Reply,
): Promise<{ client: BlingClient; ports: Ports }> {
  server = await startLocalServer(answer);
  const ports = new Ports();
  return { client: createBlingClient({ apiUrl: `${server.url}/Api/v3/`, ...ports }), ports };
}

describe('a client', () => {
  it('asks once for a contact that several want at the same moment, and anew for who comes later', async () => {
    const { client, ports } = await connect(() => ({ json: { data: contactJson() } }));
    const burst = (): Promise<unknown[]> =>
      Promise.all(Array.from({ length: 15 }, () => client.getContact(ACCOUNT, '7')));
    const found = await burst();
    expect(new Set(found).size).toBe(1);
    expect(found[0]).not.toBeNull();
    expect(server.received).toHaveLength(1);
    expect(ports.steps.filter((step) => step.startsWith('permit'))).toHaveLength(1);
    await burst();
    await client.getContact({ ...ACCOUNT, connectionId: 'connection-2' }, '7');
    expect(server.received).toHaveLength(3);
  });

  it('lets each of them ask by himself where that fails', async () => {
    const { client } = await connect((_request, earlier) =>
      earlier === 0 ? { status: 500, json: errorJson('SERVER_ERROR') } : { json: { data: contactJson() } },
    );
    const ends = await Promise.allSettled([1, 2, 3].map(() => client.getContact(ACCOUNT, '7')));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(server.received).toHaveLength(3);
  });
});
