import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePorts, isPortFree, PortTakenError, requireFreePorts } from '../../../tools/processes';

describe('ports', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  const taken = async (): Promise<number> => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };

  it('that are taken are named before anything starts, with who needs them and the variable that moves them', async () => {
    const port = await taken();
    const [free = 0] = await freePorts(1);
    const check = requireFreePorts([
      { port, what: 'the API', variable: 'PORT' },
      { port: free, what: 'MongoDB', variable: 'LOCAL_MONGODB_PORT' },
    ]);
    await expect(check).rejects.toThrow(PortTakenError);
    await expect(check).rejects.toThrow(`Port ${port}, needed by the API, is taken`);
    await expect(check).rejects.toThrow(`PORT=${port + 1} npm start`);
    await expect(check).rejects.not.toThrow('MongoDB');
  });

  it('that are free pass', async () => {
    const [port = 0] = await freePorts(1);
    expect(await isPortFree(port)).toBe(true);
    await requireFreePorts([{ port, what: 'the API', variable: 'PORT' }]);
  });

  it('asked for together are all different', async () => {
    expect(new Set(await freePorts(20)).size).toBe(20);
  });
});
