import { describe, expect, it } from '@jest/globals';
import { createBlingAccess, lateStore } from '../../../../src/api';
import { loadConfig } from '../../../../src/config';
import { createLogger } from '../../../../src/log';

describe('access to Bling', () => {
  it('can be made before the store has been reached, which only an order asked for too early notices', async () => {
    const { bling } = loadConfig({});
    const access = createBlingAccess(
      bling,
      lateStore(() => null),
      createLogger('silent'),
    );
    const account = { connectionId: 'con_1', companyId: 'company' };
    await expect(access.getOrder(account, '1')).rejects.toMatchObject({ name: 'StoreNotOpenError' });
  });
});
