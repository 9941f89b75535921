import type { Alerts, AlertSubject } from '../alert';
import type { StoreConnection } from './store-connection';

/** The connection that an alert is about. */
type Concerned = Pick<StoreConnection, 'merchantId' | 'id'>;

/** An alert of which each connection has one of its own, that is raised and ended under the same name. */
export interface ConnectionAlert {
  /** @param told its facts name the connection by themselves */
  raise(
    alerts: Pick<Alerts, 'raise'>,
    connection: Concerned,
    told: { text: string; facts: Readonly<Record<string, unknown>> },
    now: Date,
  ): Promise<void>;
  end(alerts: Pick<Alerts, 'resolve'>, connection: Concerned, now: Date): Promise<void>;
}

export function connectionAlert(kind: AlertSubject['kind']): ConnectionAlert {
  const about = ({ merchantId, id }: Concerned): AlertSubject => ({ merchantId, kind, subject: id });
  return {
    async raise(alerts, connection, { text, facts }, now) {
      const told = { text, facts: { connectionId: connection.id, ...facts } };
      await alerts.raise(about(connection), told, now);
    },
    async end(alerts, connection, now) {
      await alerts.resolve(about(connection), now);
    },
  };
}
