import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi, problemIn } from '../an-api';
import type { AnApi } from '../an-api';
import { aReserveBody, THEIR_KEY } from '../builders';

type Verb = 'get' | 'post' | 'patch';

function asThem({ app }: AnApi, verb: Verb, path: string, body?: object): request.Test {
  const agent = request(app);
  const call = agent[verb](path).set('authorization', `Bearer ${THEIR_KEY}`).set('idempotency-key', 'k');
  return body ? call.send(body) : call;
}

describe('what belongs to another merchant', () => {
  it.each<[Verb, string, string, object | undefined]>([
    ['get', '/v1/sales/sal_1', 'sale_not_found', undefined],
    ['get', '/v1/sales?channel=bling&externalId=26737100001', 'sale_not_found', undefined],
    ['get', '/v1/customers/cus_1', 'customer_not_found', undefined],
    ['get', '/v1/customers/cus_1/wallet', 'customer_not_found', undefined],
    ['get', '/v1/customers/cus_1/statement', 'customer_not_found', undefined],
    ['get', '/v1/redemptions/red_1', 'redemption_not_found', undefined],
    ['post', '/v1/redemptions/red_1/confirm', 'redemption_not_found', undefined],
    ['post', '/v1/redemptions/red_1/release', 'redemption_not_found', undefined],
    ['post', '/v1/redemptions/red_1/rollback', 'redemption_not_found', undefined],
    ['post', '/v1/redemptions', 'customer_not_found', aReserveBody()],
    ['patch', '/v1/connections/con_1', 'connection_not_found', { timezone: null }],
  ])('does not exist: %s %s', async (verb, path, code, body) => {
    const api = anApi();
    expect(problemIn(await asThem(api, verb, path, body).expect(404)).code).toBe(code);
    expect(api.runs.updates).toEqual([]);
  });

  it('is in none of their lists', async () => {
    const api = anApi();
    for (const path of ['/v1/sales', '/v1/connections', '/v1/customers?query=Maria']) {
      expect((await asThem(api, 'get', path).expect(200)).body).toMatchObject({ data: [] });
    }
  });

  it('reads exactly like what nobody has', async () => {
    const api = anApi();
    const theirs = problemIn(await asThem(api, 'get', '/v1/customers/cus_1').expect(404));
    const nobodys = problemIn(await asThem(api, 'get', '/v1/customers/cus_nobody').expect(404));
    expect(theirs).toEqual(nobodys);
  });
});
