import { withConfiguredCluster } from './configured-cluster';
import { prepareNamespace } from './prepare-namespace';
import type { Preparation } from './prepare-namespace';

/** What was prepared, and where. */
export interface ClusterPreparation extends Preparation {
  readonly address: string;
  readonly namespace: string;
}

/** Retorno's longest business span, the rollback window, is ninety days; a month of closed runs is enough to look at. */
const RETENTION_DAYS = 30;

/**
 * Prepares the namespace of the cluster that the environment names.
 *
 * @throws {ClusterUnreachableError}
 * @throws {NamespaceNotPreparedError}
 */
export function prepareConfiguredCluster(): Promise<ClusterPreparation> {
  return withConfiguredCluster(async ({ connection, address, namespace }) => {
    const prepared = await prepareNamespace(connection, {
      namespace,
      retentionDays: RETENTION_DAYS,
      lengthenRetention: false,
    });
    return { ...prepared, address, namespace };
  });
}
