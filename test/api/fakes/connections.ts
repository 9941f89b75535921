import { CompanyTakenError } from '../../../src/store';
import type { Connections, StoreConnection } from '../../../src/store';
import type { Holdings } from './holdings';

/** Connections in memory. */
export function connectionsIn({
  connections,
}: Holdings): Pick<Connections, 'list' | 'get' | 'ofCompany' | 'configure' | 'authorize'> {
  const of = (merchantId: string, id: string): StoreConnection | null =>
    connections.find((one) => one.merchantId === merchantId && one.id === id) ?? null;
  return {
    list: (merchantId) => Promise.resolve(connections.filter((one) => one.merchantId === merchantId)),
    get: (merchantId, id) => Promise.resolve(of(merchantId, id)),
    ofCompany: (companyId) => Promise.resolve(connections.find((one) => one.companyId === companyId) ?? null),
    configure(merchantId, id, settings) {
      const found = of(merchantId, id);
      return Promise.resolve(found && Object.assign(found, settings));
    },
    authorize(merchantId, company, _tokens, now) {
      const known = connections.find((one) => one.companyId === company.companyId);
      if (known && known.merchantId !== merchantId) return Promise.reject(new CompanyTakenError('taken'));
      const fresh = {
        ...company,
        id: 'con_new',
        merchantId,
        state: 'connected',
        zone: null,
        walkInContactId: null,
      };
      const dates = { createdAt: now, authorizedAt: now, completedSituations: [], cancelledSituations: [] };
      const connection = known ?? ({ ...fresh, ...dates } as unknown as StoreConnection);
      if (!known) connections.push(connection);
      return Promise.resolve(connection);
    },
  };
}
