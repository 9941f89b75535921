import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { RetornoToolError } from '../processes';

/** No Temporal server answers at the configured address. */
export class ClusterUnreachableError extends RetornoToolError {
  constructor(address: string, cause: unknown) {
    super(
      'cluster_unreachable',
      `No Temporal server answers at ${address} (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'Check TEMPORAL_ADDRESS, and TEMPORAL_API_KEY or the TEMPORAL_TLS_… settings, and run this again.',
      { cause },
    );
  }
}

/** A cluster, and the namespace that is ours there. */
export interface ConfiguredCluster {
  readonly connection: Connection;
  readonly address: string;
  readonly namespace: string;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Uses the cluster that the SDK's own environment configuration names (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY,
 * TEMPORAL_TLS_…, or a profile of its configuration file).
 *
 * @throws {ClusterUnreachableError}
 */
export async function withConfiguredCluster<T>(use: (cluster: ConfiguredCluster) => Promise<T>): Promise<T> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const address = connectionOptions.address ?? 'localhost:7233';
  const connection = await connect({ ...connectionOptions, address });
  try {
    return await use({ connection, address, namespace });
  } finally {
    await connection.close();
  }
}

async function connect(
  options: ReturnType<typeof loadClientConnectConfig>['connectionOptions'] & { address: string },
): Promise<Connection> {
  const { address, tls, apiKey, metadata } = options;
  try {
    return await Connection.connect({
      address,
      tls,
      apiKey,
      metadata: metadata as Record<string, string> | undefined,
      connectTimeout: CONNECT_TIMEOUT_MS,
    });
  } catch (error) {
    throw new ClusterUnreachableError(address, error);
  }
}
