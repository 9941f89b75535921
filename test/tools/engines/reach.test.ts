import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { reach } from '../../../tools/engines/reach';

describe('asking whether a download can be reached', () => {
  let proxy: Server | undefined;
  afterEach(() => {
    proxy?.closeAllConnections();
    proxy?.close();
  });

  /** A proxy that gives every tunnel the same answer, or none. */
  const proxyThatAnswers = async (answer: string | undefined, seen: string[] = []): Promise<string> => {
    proxy = createServer().on('connect', (request, socket) => {
      seen.push(`${request.url} ${request.headers['proxy-authorization']}`);
      if (answer) socket.end(`HTTP/1.1 ${answer}\r\n\r\n`);
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    return `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  };

  it('says no at once for a name that does not exist', async () => {
    // Where even the name server does not answer, the time limit ends it.
    expect(await reach('retorno.invalid', {}, 500)).toMatchObject({
      reachable: false,
      reason: expect.stringContaining('retorno.invalid cannot be reached') as unknown,
    });
  });

  it('goes through the proxy the downloads would use, with its credentials', async () => {
    const seen: string[] = [];
    const address = await proxyThatAnswers('200 OK', seen);
    expect(await reach('example.test', { HTTPS_PROXY: `http://me:p%40ss@${address}` })).toEqual({
      reachable: true,
    });
    expect(seen).toEqual([`example.test:443 Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  });

  it('says no when the proxy refuses', async () => {
    const address = await proxyThatAnswers('403 Forbidden');
    expect(await reach('example.test', { https_proxy: `http://${address}` })).toMatchObject({
      reachable: false,
      reason: 'example.test cannot be reached (the proxy answered 403)',
    });
  });

  it('gives up after its time limit when nothing answers', async () => {
    const address = await proxyThatAnswers(undefined);
    expect(await reach('example.test', { HTTPS_PROXY: `http://${address}` }, 50)).toMatchObject({
      reachable: false,
    });
  });
});
