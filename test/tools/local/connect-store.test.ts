import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../../tools/local';
import { connectStore, StoreNotConnectedError } from '../../../tools/local/connect-store';

const CONSENT = `<h1>Um aplicativo</h1><form method="post" action="">
  <input type="hidden" name="state" value="a&amp;b&quot;">
  <button class="deny" name="decision" value="deny">Negar</button>
  <button name="decision" value="allow">Permitir</button></form>`;

/** API and consent page in one, as far as a browser sees them. */
class World {
  readonly seen: string[] = [];
  connections: unknown[] = [];
  consent = CONSENT;
  pagesBeforeConnected = 0;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await request.toArray()).join('');
    this.seen.push(`${request.method} ${request.url} ${body}`.trim());
    if (request.url === '/v1/connections') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: this.connections }));
    } else if (request.url === '/integrations/bling/authorize') {
      response
        .writeHead(302, {
          location: `http://${request.headers.host}/connect?state=x`,
        })
        .end();
    } else if (request.url === '/connect?state=x') {
      response.setHeader('set-cookie', 'session=shown; Path=/');
      response.end('<h1>Conta</h1><a href="/connect?state=x&#38;go=w">Continuar</a>');
    } else if (request.url === '/connect?state=x&go=w' && request.headers.cookie === 'session=shown') {
      response
        .writeHead(302, {
          location: `http://${request.headers.host}/consent?state=x`,
          'set-cookie': 'session=s1; Path=/',
        })
        .end();
    } else if (request.method === 'POST') {
      response.writeHead(302, { location: '/integrations/bling/callback?code=c1' }).end();
    } else if (request.url?.startsWith('/consent')) {
      response.end(this.consent);
    } else {
      if (this.pagesBeforeConnected > 0) {
        this.pagesBeforeConnected -= 1;
        response.writeHead(202).end('Conectando');
        return;
      }
      if (request.headers.cookie === 'session=s1') this.connections.push({ id: 'c' });
      response.end('Loja conectada');
    }
  }
}

describe('connecting the demo store', () => {
  let world: World;
  afterEach(() => world.close());

  const start = async (): Promise<ApiClient> => {
    world = new World();
    return new ApiClient(await world.listen(), 'key');
  };

  it('goes the way of a browser: authorisation, the button that allows, callback with the same session', async () => {
    const api = await start();
    expect(await connectStore(api)).toBe(true);
    expect(world.seen).toEqual([
      'GET /v1/connections',
      'GET /integrations/bling/authorize',
      'GET /connect?state=x',
      'GET /connect?state=x&go=w',
      'GET /consent?state=x',
      `POST /consent?state=x ${new URLSearchParams({ state: 'a&b"', decision: 'allow' }).toString()}`,
      'GET /integrations/bling/callback?code=c1',
      'GET /v1/connections',
    ]);
  });

  it('waits while the page says that the connection is still being made', async () => {
    const api = await start();
    world.pagesBeforeConnected = 1;
    expect(await connectStore(api)).toBe(true);
    expect(world.seen.filter((line) => line.includes('/callback'))).toHaveLength(2);
  });

  it('does nothing when the store is connected', async () => {
    const api = await start();
    world.connections = [{ id: 'c' }];
    expect(await connectStore(api)).toBe(false);
    expect(world.seen).toEqual(['GET /v1/connections']);
  });

  it('says at which step it failed, and with what answer', async () => {
    const api = await start();
    world.consent = '<h1>Não foi possível autorizar</h1>';
    const connecting = connectStore(api);
    await expect(connecting).rejects.toThrow(StoreNotConnectedError);
    await expect(connecting).rejects.toThrow(/the consent page answered 200 .*Não foi possível/);
  });
});
