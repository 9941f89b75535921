import type { BlingAccess } from '../../../src/bling';
import { COMPANY_ID } from '../builders';

/** Bling as far as connecting a company needs it; it counts exchanges, because a second one would revoke the user. */
export interface FakeBling extends BlingAccess {
  exchanged: string[];
}

export function createFakeBling(change: Partial<BlingAccess> = {}): FakeBling {
  const fake: FakeBling = {
    exchanged: [],
    tokensBarredMs: () => Promise.resolve(0),
    exchangeCode(code) {
      fake.exchanged.push(code);
      return Promise.resolve({
        accessToken: 'access',
        refreshToken: 'refresh',
        expiresInSeconds: 21_600,
        scope: '',
      });
    },
    readCompany: () => Promise.resolve({ id: COMPANY_ID, name: 'Loja <Exemplo>' }),
    readWalkInContactId: () => Promise.resolve('99'),
    getOrder: () => Promise.resolve(null),
    getContact: () => Promise.resolve(null),
    listOrders: () => Promise.resolve({ rows: [], more: false }),
    listContacts: () => Promise.resolve({ rows: [], more: false }),
    listSituationModules: () => Promise.resolve([]),
    listSituations: () => Promise.resolve([]),
    listSalesChannels: () => Promise.resolve({ rows: [], more: false }),
  };
  return Object.assign(fake, change);
}
