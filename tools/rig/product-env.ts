import type { BenchEngines } from './engines';
import type { Launch } from './node-process';

/** Where the parts of the pretend world are, as the simulator says it. */
export interface SimulatorAddresses {
  readonly url: string;
  readonly smtpUrl: string;
  readonly blingApiUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly whatsappUrl: string;
}

/** What the processes have to agree on. */
export interface Secrets {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly encryptionKey: Buffer;
  /** Signs WhatsApp's delivery reports. */
  readonly whatsappAppSecret: string;
}

const WHATSAPP = {
  phoneNumberId: '100000000000001',
  token: 'bench-token',
  verifyToken: 'bench-verify-token',
};

/** Nothing of this process's environment and home: no setting of a person's own may change the figures. */
export function bareEnv({ folder }: Pick<Launch, 'folder'>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: folder, NODE_ENV: 'production' };
}

/** The pretend world: no sales by itself, and nobody registered for WhatsApp's delivery reports. */
export function simulatorEnv(
  launch: Launch,
  { clientId, clientSecret, whatsappAppSecret }: Secrets,
  companies: number,
  apiUrl: string,
): NodeJS.ProcessEnv {
  return {
    ...bareEnv(launch),
    SIMULATOR_PORT: '0',
    SIMULATOR_SMTP_PORT: '0',
    SIMULATOR_COMPANIES: String(companies),
    SIMULATOR_CONTACTS: '0',
    SIMULATOR_HISTORY: '0',
    // All shops are connected at once, which no installation does.
    SIMULATOR_TOKENS_A_MINUTE: String(20 + companies),
    SIMULATOR_REDIRECT_URL: `${apiUrl}/integrations/bling/callback`,
    SIMULATOR_WEBHOOK_URL: `${apiUrl}/webhooks/bling`,
    BLING_CLIENT_ID: clientId,
    BLING_CLIENT_SECRET: clientSecret,
    WHATSAPP_TOKEN: WHATSAPP.token,
    WHATSAPP_APP_SECRET: whatsappAppSecret,
    WHATSAPP_PHONE_NUMBER_ID: WHATSAPP.phoneNumberId,
  };
}

/** Retorno against the pretend world, with the settings of production; port, address and queue are each process's own. */
export function productEnv(
  launch: Launch,
  { temporal, mongo }: BenchEngines,
  { clientId, clientSecret, encryptionKey, whatsappAppSecret }: Secrets,
  simulator: SimulatorAddresses,
): NodeJS.ProcessEnv {
  return {
    ...bareEnv(launch),
    MONGODB_URI: mongo.uri,
    TEMPORAL_ADDRESS: temporal.address,
    BLING_API_URL: simulator.blingApiUrl,
    BLING_AUTHORIZE_URL: simulator.authorizeUrl,
    BLING_TOKEN_URL: simulator.tokenUrl,
    BLING_CLIENT_ID: clientId,
    BLING_CLIENT_SECRET: clientSecret,
    WHATSAPP_API_URL: simulator.whatsappUrl,
    WHATSAPP_PHONE_NUMBER_ID: WHATSAPP.phoneNumberId,
    WHATSAPP_TOKEN: WHATSAPP.token,
    WHATSAPP_APP_SECRET: whatsappAppSecret,
    WHATSAPP_VERIFY_TOKEN: WHATSAPP.verifyToken,
    SMTP_URL: simulator.smtpUrl,
    MAIL_FROM: 'Clube da Loja <clube@loja.example>',
    ENCRYPTION_KEY: encryptionKey.toString('base64'),
    SALE_SETTLE: 'PT0S',
    LOG_LEVEL: 'info',
  };
}
