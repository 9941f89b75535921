import { CompanyTakenError } from '../../../src/store';
import type { Connections, StoreConnection } from '../../../src/store';
import type { Holdings } from './holdings';

/** Connections in memory. */
export function connectionsIn({
  connections,
}: Holdings): Pick<
  Connections,
  'list' | 'get' | 'ofCompany' | 'configure' | 'authorize' | 'noteEvent' | 'hold' | 'resume'
> {
  const of = (merchantId: string, id: string): StoreConnection | null =>
    connections.find((one) => one.merchantId === merchantId && one.id === id) ?? null;
  return {
    list: (merchantId) => Promise.resolve(connections.filter((one) => one.merchantId === merchantId)),
    get: (merchantId, id) => Promise.resolve(of(merchantId, id)),
    ofCompany: (companyId) => Promise.resolve(connections.find((one) => one.companyId === companyId) ?? null),
    hold(merchantId, id, as, at) {
      const found = of(merchantId, id);
      return Promise.resolve(found && Object.assign(found, { state: as, held: { as, at } }));
    },
    resume(merchantId, id) {
      const found = of(merchantId, id);
      if (found?.held?.as === 'paused') Object.assign(found, { state: 'connected', held: null });
      return Promise.resolve(found);
    },
    noteEvent(id, at) {
      const found = connections.find((one) => one.id === id);
      if (found) found.lastEventAt = at;
      return Promise.resolve();
    },
    configure(merchantId, id, settings) {
      const found = of(merchantId, id);
      return Promise.resolve(found && Object.assign(found, settings));
    },
    authorize(merchantId, company, _tokens, now, since = now) {
      const known = connections.find((one) => one.companyId === company.companyId);
      if (known && known.merchantId !== merchantId)
        return Promise.reject(new CompanyTakenError(known.held?.as === 'disconnected'));
      const fresh = {
        ...company,
        id: 'con_new',
        merchantId,
        state: 'connected',
        zone: null,
        walkInContactId: null,
      };
      const dates = { createdAt: since, authorizedAt: now, completedSituations: [], cancelledSituations: [] };
      const connection = known ?? ({ ...fresh, ...dates } as unknown as StoreConnection);
      if (!known) connections.push(connection);
      return Promise.resolve(connection);
    },
  };
}
