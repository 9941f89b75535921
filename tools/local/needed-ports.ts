import type { LocalSettings } from '../local-settings';
import type { PortNeed } from '../processes';

/** The ports a start with these settings listens on. */
export function neededPorts({ ports, simulator, temporalAddress, mongodbUri }: LocalSettings): PortNeed[] {
  const api = [{ port: ports.api, what: 'the API', variable: 'PORT' }];
  const temporal = [
    { port: ports.temporal, what: 'the Temporal server', variable: 'LOCAL_TEMPORAL_PORT' },
    { port: ports.temporalUi, what: 'the Temporal UI', variable: 'LOCAL_TEMPORAL_UI_PORT' },
  ];
  const mongodb = [{ port: ports.mongodb, what: 'MongoDB', variable: 'LOCAL_MONGODB_PORT' }];
  const pretended = [
    { port: ports.simulator, what: 'the simulator', variable: 'SIMULATOR_PORT' },
    { port: ports.smtp, what: "the simulator's mailbox", variable: 'SIMULATOR_SMTP_PORT' },
  ];
  return [
    ...api,
    ...(temporalAddress ? [] : temporal),
    ...(mongodbUri ? [] : mongodb),
    ...(simulator ? pretended : []),
  ];
}
