import { join } from 'node:path';
import { z } from 'zod';
import type { StoreSettings } from '../../src/store';
import type { LocalSettings } from '../local-settings';
import type { EngineAddresses } from './local-engines';
import type { LocalSecrets } from './secrets';

/** What the simulator says of itself once it listens. */
const readyLine = z.object({
  ready: z.literal(true),
  url: z.string(),
  smtpUrl: z.string(),
  blingApiUrl: z.string(),
  authorizeUrl: z.string(),
  tokenUrl: z.string(),
  whatsappUrl: z.string(),
});

/** Where the parts of the pretend world are. */
export type SimulatorAddresses = z.output<typeof readyLine>;

/** The addresses in a line of the simulator's output, if it is the one that says it is ready. */
export function simulatorAddresses(entry: Record<string, unknown>): SimulatorAddresses | undefined {
  return readyLine.safeParse(entry).data;
}

/** A phone number id as Meta gives one; any digits do for the pretend WhatsApp. */
const LOCAL_PHONE_NUMBER_ID = '100000000000001';
/** Shown in the mailbox of the simulator. */
const LOCAL_MAIL_FROM = 'Clube da Loja <clube@loja.example>';
const SALES_EVERY = 'PT8S';

/** Settings of the SDK that are meant for another cluster than the local one. */
const OTHER_CLUSTER = /^TEMPORAL_(API_KEY|PROFILE|TLS.*|GRPC_META.*)$/;

/** The environment of the simulator: it sends its webhooks to our API and knows our app's secrets. */
export function simulatorEnv(
  env: NodeJS.ProcessEnv,
  settings: LocalSettings,
  secrets: LocalSecrets,
): NodeJS.ProcessEnv {
  const api = `http://localhost:${settings.ports.api}`;
  return {
    SIMULATOR_SALES_EVERY: SALES_EVERY,
    ...env,
    BLING_CLIENT_ID: secrets.BLING_CLIENT_ID,
    BLING_CLIENT_SECRET: secrets.BLING_CLIENT_SECRET,
    WHATSAPP_TOKEN: secrets.WHATSAPP_TOKEN,
    WHATSAPP_APP_SECRET: secrets.WHATSAPP_APP_SECRET,
    SIMULATOR_PORT: String(settings.ports.simulator),
    SIMULATOR_SMTP_PORT: String(settings.ports.smtp),
    SIMULATOR_REDIRECT_URL: `${api}/integrations/bling/callback`,
    SIMULATOR_WEBHOOK_URL: `${api}/webhooks/bling`,
    WHATSAPP_WEBHOOK_URL: `${api}/webhooks/whatsapp`,
    WHATSAPP_PHONE_NUMBER_ID: LOCAL_PHONE_NUMBER_ID,
    SIMULATOR_STATE_FILE: join(settings.dataDir, 'simulator', 'state.json'),
  };
}

/**
 * The environment of API and worker. With the simulator, everything outside is pretended, whatever the person's
 * own settings for the real Bling are; without it, those settings count.
 */
export function productEnv(
  env: NodeJS.ProcessEnv,
  settings: LocalSettings,
  secrets: LocalSecrets,
  engines: EngineAddresses,
  simulator: SimulatorAddresses | undefined,
): NodeJS.ProcessEnv {
  const own = settings.temporalAddress ? env : withoutOtherCluster(env, settings.dataDir);
  return {
    ...own,
    ENCRYPTION_KEY: env.ENCRYPTION_KEY || secrets.ENCRYPTION_KEY,
    BOOTSTRAP_API_KEY: ownerKey(env, secrets),
    PORT: String(settings.ports.api),
    TEMPORAL_ADDRESS: engines.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    ...(engines.temporalUiUrl === undefined ? {} : { TEMPORAL_UI_URL: engines.temporalUiUrl }),
    MONGODB_URI: engines.mongodbUri,
    ...(simulator && pretended(secrets, simulator)),
  };
}

/** Where the database is, and with what its secrets are sealed: as API and worker are told. */
export function storeSettings(
  env: NodeJS.ProcessEnv,
  secrets: LocalSecrets,
  { mongodbUri }: EngineAddresses,
): StoreSettings {
  const encryptionKey = Buffer.from(env.ENCRYPTION_KEY || secrets.ENCRYPTION_KEY, 'base64');
  const previous = env.ENCRYPTION_KEY_PREVIOUS;
  return {
    ...{ uri: mongodbUri, encryptionKey },
    ...(previous ? { previousKey: Buffer.from(previous, 'base64') } : {}),
  };
}

/** The owner's API key of the demo merchant: the person's own, or the one made at the first start. */
export function ownerKey(env: NodeJS.ProcessEnv, secrets: LocalSecrets): string {
  return env.BOOTSTRAP_API_KEY || secrets.BOOTSTRAP_API_KEY;
}

function pretended(secrets: LocalSecrets, simulator: SimulatorAddresses): NodeJS.ProcessEnv {
  return {
    BLING_API_URL: simulator.blingApiUrl,
    BLING_AUTHORIZE_URL: simulator.authorizeUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: secrets.BLING_CLIENT_ID,
    BLING_CLIENT_SECRET: secrets.BLING_CLIENT_SECRET,
    BLING_CLIENT_SECRET_PREVIOUS: '',
    WHATSAPP_API_URL: simulator.whatsappUrl,
    WHATSAPP_PHONE_NUMBER_ID: LOCAL_PHONE_NUMBER_ID,
    WHATSAPP_TOKEN: secrets.WHATSAPP_TOKEN,
    WHATSAPP_APP_SECRET: secrets.WHATSAPP_APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: secrets.WHATSAPP_VERIFY_TOKEN,
    SMTP_URL: simulator.smtpUrl,
    MAIL_FROM: LOCAL_MAIL_FROM,
  };
}

function withoutOtherCluster(env: NodeJS.ProcessEnv, dataDir: string): NodeJS.ProcessEnv {
  // Emptied and not left out: the processes read .env themselves, which would bring them back.
  const emptied = Object.keys(env).filter((name) => OTHER_CLUSTER.test(name));
  return {
    ...env,
    ...Object.fromEntries(emptied.map((name) => [name, ''])),
    TEMPORAL_TLS: 'false',
    // A file that is not there, so that the person's own ~/.config/temporalio is not read either.
    TEMPORAL_CONFIG_FILE: join(dataDir, 'temporal', 'no-profile.toml'),
  };
}
