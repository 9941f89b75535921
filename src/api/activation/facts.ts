import { channelsIn } from '../connection/reference-sale';
import type { AppDeps } from '../http';
import type { ActivationFacts } from './steps';

/** What the steps are judged by. */
export async function factsOf({ store, config }: AppDeps, merchantId: string): Promise<ActivationFacts> {
  const [standing, connections, program] = await Promise.all([
    store.merchants.activation(merchantId),
    store.connections.list(merchantId),
    store.programs.current(merchantId),
  ]);
  return {
    standing,
    connections,
    programVersion: program?.version ?? null,
    channels: channelsIn(config),
  };
}
