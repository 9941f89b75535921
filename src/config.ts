import { createHash, createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { QUEUES, taskQueueOf } from './queues';
import type { Queue } from './queues';

/** A setting is missing or malformed. The message names it and says what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DURATION = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?$/;

/** `PT5S`, `PT0S`, `PT2M` → milliseconds. */
const shortDuration = z.string().transform((text, context) => {
  const match = DURATION.exec(text);
  if (!match) {
    context.addIssue({
      code: 'custom',
      message: 'an ISO 8601 duration of hours, minutes and seconds, such as PT5S',
    });
    return z.NEVER;
  }
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.round(((hours! * 60 + minutes!) * 60 + seconds!) * 1000);
});

/** Shorter would refuse what is only slow; longer is more than anybody at a till waits, and claims are held for half a minute. */
const callDeadline = shortDuration.refine((ms) => ms >= 1_000 && ms <= 15_000, {
  error: 'a duration from PT1S to PT15S',
});

const PERIOD = /^P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** `P1D`, `PT6H`, `P1DT12H` → milliseconds; a minute at least. */
const period = z.string().transform((text, context) => {
  const [days, hours, minutes] = (PERIOD.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0));
  const ms = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000;
  if (ms > 0 && Number.isSafeInteger(ms)) return ms;
  context.addIssue({
    code: 'custom',
    message: 'an ISO 8601 duration of days, hours and minutes above zero, such as P1D or PT6H',
  });
  return z.NEVER;
});

const url = (protocols: string[]): z.ZodString =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `a URL that starts with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

const http = url(['http', 'https']);
const port = z.coerce
  .number({ error: 'a port number' })
  .int()
  .min(0, 'a port number')
  .max(65_535, 'a port number');
const PER_SECOND = 'a whole number from 1 to 1000';
const perSecond = z.coerce
  .number({ error: PER_SECOND })
  .int(PER_SECOND)
  .min(1, PER_SECOND)
  .max(1_000, PER_SECOND);
const encryptionKey = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, { error: '32 random bytes in base64' });

const DKIM_KEY = { error: 'an RSA private key in PEM, in base64: openssl rsa -in dkim.pem | base64 -w0' };

/** Base64 of a PEM, as an environment holds one line. */
const dkimKey = z
  .string()
  .transform((text) => Buffer.from(text, 'base64').toString('utf8'))
  .refine((pem) => {
    try {
      return createPrivateKey(pem).asymmetricKeyType === 'rsa';
    } catch {
      return false;
    }
  }, DKIM_KEY);

/** Known to everybody, the same for API and worker: for a machine of one's own. Refused in production. */
const localKey = createHash('sha256').update('retorno, local use only').digest('base64');

/** `1` → hops; `loopback, 10.0.0.0/8` → the addresses of proxies. */
const trustProxy = z.string().transform((text, context): number | string[] => {
  if (/^[1-9]$/.test(text)) return Number(text);
  const names = text.split(',').map((name) => name.trim());
  const known = (name: string): boolean =>
    ['loopback', 'linklocal', 'uniquelocal'].includes(name) || isIP(name.replace(/\/\d{1,3}$/, '')) !== 0;
  if (names.every(known)) return names;
  context.addIssue({
    code: 'custom',
    message: 'how many proxies stand before the API, such as 1, or their addresses, such as 10.0.0.0/8',
  });
  return z.NEVER;
});

const isQueue = (name: string): name is Queue => QUEUES.some((queue) => queue === name);

const taskQueue = z
  .string()
  .refine((name) => taskQueueOf(name) === name, { error: 'a name that ends in none of the queues’ own' });

/** `counter,sale` → those queues, in the order we write them. */
const workerQueues = z.string().transform((text, context): readonly Queue[] => {
  const names = text.split(',').map((name) => name.trim());
  if (names.every(isQueue)) return QUEUES.filter((queue) => names.includes(queue));
  context.addIssue({ code: 'custom', message: `some of ${QUEUES.join(', ')}, such as counter,sale` });
  return z.NEVER;
});

/**
 * Steps that one worker does at once. Those at the source and the messages mostly wait for an answer from outside. Those of sales
 * take processors: more at once of them are not done sooner, and everything else waits behind them. Some of `batch` last for hours, and
 * must not keep the others waiting.
 */
const SLOTS: Record<Queue, number> = { counter: 50, sale: 4, bling: 100, messages: 50, batch: 10 };

/** `bling=200,batch=4` → the slots of every queue; what is not named keeps its own. */
const workerSlots = z.string().transform((text, context): Record<Queue, number> => {
  const slots = { ...SLOTS };
  for (const part of text.split(',')) {
    const [, name = '', count = ''] = /^\s*(\w+)=([1-9]\d{0,2})\s*$/.exec(part) ?? [];
    if (isQueue(name)) slots[name] = Number(count);
    else {
      const message = `how many steps at once, from 1 to 999, for any of ${QUEUES.join(', ')}, such as bling=200,batch=4`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  }
  return slots;
});

/** Names of Temporal's Worker Deployments and their builds, which the server joins with dots and colons. */
const deploymentName = z
  .string()
  .regex(/^[A-Za-z0-9][\w-]{0,62}$/, 'letters, digits, - and _, such as retorno');
const buildId = z
  .string()
  .regex(/^[A-Za-z0-9][\w.+-]{0,127}$/, 'letters, digits, dots, +, - and _, such as 2026-11-28.4f2c1ab');

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  PUBLIC_URL: http.optional(),
  MONGODB_URI: url(['mongodb', 'mongodb+srv']).default('mongodb://127.0.0.1:27017/retorno'),
  WORKFLOW_BUNDLE: z.string().min(1, 'the path of a file').optional(),
  TEMPORAL_UI_URL: http.optional(),
  TEMPORAL_TASK_QUEUE: taskQueue.default('retorno'),
  WORKER_QUEUES: workerQueues.default(QUEUES),
  WORKER_SLOTS: workerSlots.default(SLOTS),
  WORKER_DEPLOYMENT: deploymentName.optional(),
  WORKER_BUILD_ID: buildId.optional(),
  BLING_API_URL: http.default('https://api.bling.com.br/Api/v3'),
  BLING_AUTHORIZE_URL: http.default('https://www.bling.com.br/Api/v3/oauth/authorize'),
  BLING_TOKEN_URL: http.default('https://api.bling.com.br/Api/v3/oauth/token'),
  BLING_CLIENT_ID: z.string().min(1, 'the client id of the Bling app').default('local-client-id'),
  BLING_CLIENT_SECRET: z.string().min(8, 'the client secret of the Bling app').default('local-client-secret'),
  BLING_CLIENT_SECRET_PREVIOUS: z.string().min(8, 'the former client secret').optional(),
  WHATSAPP_API_URL: http.default('https://graph.facebook.com/v23.0'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, 'digits').optional(),
  WHATSAPP_TOKEN: z.string().min(1, 'the token of the WhatsApp system user').default('local-whatsapp-token'),
  WHATSAPP_APP_SECRET: z.string().min(8, 'the secret of the Meta app').default('local-whatsapp-secret'),
  WHATSAPP_PAGE_BUTTON: z.stringbool({ truthy: ['on'], falsy: ['off'], error: 'on or off' }).default(false),
  WHATSAPP_PER_SECOND: perSecond.default(80),
  WHATSAPP_VERIFY_TOKEN: z
    .string()
    .min(8, 'the verify token set in the Meta app')
    .default('local-verify-token'),
  SMTP_URL: url(['smtp', 'smtps']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/@[^@\s<>]+>?\s*$/, 'an address, such as Loja <loja@example.com>')
    .default('Retorno <retorno@localhost.localdomain>'),
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,61}[A-Za-z0-9])?$/,
      'letters, digits, dots and hyphens, such as retorno',
    )
    .optional(),
  MAIL_DKIM_KEY: dkimKey.optional(),
  ENCRYPTION_KEY: encryptionKey.default(localKey),
  ENCRYPTION_KEY_PREVIOUS: encryptionKey.optional(),
  BOOTSTRAP_API_KEY: z.string().min(16, 'at least 16 characters').optional(),
  SALE_SETTLE: shortDuration.default(5000),
  CALL_DEADLINE: callDeadline.default(10_000),
  LEDGER_SEAL_EVERY: period.default(3_600_000),
  LEDGER_PROOF_EVERY: period.default(86_400_000),
  TRUST_PROXY: trustProxy.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

const SECRETS = ['ENCRYPTION_KEY', 'BLING_CLIENT_ID', 'BLING_CLIENT_SECRET', 'MONGODB_URI'] as const;
const WHATSAPP_SECRETS = ['WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'] as const;

/**
 * Every setting of the API and the worker. Durations are milliseconds. WhatsApp is off without a phone number id,
 * e-mail without an SMTP URL. The connection to Temporal is read by the SDK's own environment configuration.
 */
export interface Config {
  production: boolean;
  port: number;
  /** Where the process shows its metrics and its health to those who run it; null: nowhere. */
  metricsPort: number | null;
  publicUrl: string;
  mongodbUri: string;
  /** Where people reach the Temporal UI, for links to runs; null: no links (`TEMPORAL_UI_URL`). */
  temporalUiUrl: string | null;
  /** The bare name of this installation's queues (`TEMPORAL_TASK_QUEUE`). */
  taskQueue: string;
  /** The queues that a worker serves (`WORKER_QUEUES`). */
  workerQueues: readonly Queue[];
  /** How many steps of each queue a worker does at once (`WORKER_SLOTS`). */
  workerSlots: Readonly<Record<Queue, number>>;
  /** Which version of which Worker Deployment a worker is of (`WORKER_DEPLOYMENT`, `WORKER_BUILD_ID`); null: of none. */
  workerVersion: { readonly deploymentName: string; readonly buildId: string } | null;
  /** The bundled workflow code; null: the one the build made. */
  workflowBundle: string | null;
  bling: {
    apiUrl: string;
    authorizeUrl: string;
    tokenUrl: string;
    clientId: string;
    clientSecret: string;
    webhookSecrets: string[];
  };
  whatsapp: {
    apiUrl: string;
    phoneNumberId: string | null;
    token: string;
    appSecret: string;
    verifyToken: string;
    /** Whether the templates have a button that leads to the customer's page. */
    pageButton: boolean;
    /** How many messages a second the number may send. */
    perSecond: number;
  };
  /** `dkim`: what e-mail is signed with (`MAIL_DKIM_SELECTOR`, `MAIL_DKIM_KEY`); absent: by whoever takes it. */
  mail: { smtpUrl: string | null; from: string; dkim?: { selector: string; privateKey: string } };
  encryptionKey: Buffer;
  /** The key that `encryptionKey` takes the place of. */
  previousKey?: Buffer;
  bootstrapApiKey: string | null;
  /** A burst of events about one sale is waited out this long before the sale is read (`SALE_SETTLE`). */
  saleCoalesceMs: number;
  /** How long a call of staff that moves value waits; what is not done by then is not done (`CALL_DEADLINE`). */
  callDeadlineMs: number;
  /** How often every merchant's ledger is sealed. */
  ledgerSealEveryMs: number;
  /** How often every merchant's ledger is proved. */
  ledgerProofEveryMs: number;
  /** Proxies whose word on the caller's address is taken: how many, or which; false: none. */
  trustProxy: number | string[] | false;
  logLevel: z.output<typeof schema>['LOG_LEVEL'];
}

/**
 * Parses the environment. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong and what it should be
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? [...missingInProduction(given, parsed.data), ...missingBuild(parsed.data), ...missingDkim(parsed.data)]
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(
      `Retorno cannot start, because settings are missing or malformed:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n` +
        'Set them in the environment or in .env and start again.',
    );
  }
  return toConfig(parsed.data);
}

function missingInProduction(given: Record<string, unknown>, settings: z.output<typeof schema>): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const required = [...SECRETS, ...(settings.WHATSAPP_PHONE_NUMBER_ID ? WHATSAPP_SECRETS : [])];
  const missing: string[] = required.filter((name) => given[name] === undefined);
  if (given['PUBLIC_URL'] === undefined) missing.push('PUBLIC_URL');
  return missing.map((name) => `${name}: expected to be set in production`);
}

/** A build id alone is that of an image whose workers are of no deployment. */
function missingBuild(settings: z.output<typeof schema>): string[] {
  if (settings.WORKER_DEPLOYMENT === undefined || settings.WORKER_BUILD_ID !== undefined) return [];
  return ['WORKER_BUILD_ID: expected to be set with WORKER_DEPLOYMENT, another for each build of the worker'];
}

/** Half of it signs nothing, and nobody would notice. */
function missingDkim(settings: z.output<typeof schema>): string[] {
  const names = ['MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY'] as const;
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length !== 1) return [];
  const [other] = names.filter((name) => !missing.includes(name));
  return [`${missing[0]}: expected to be set with ${other}`];
}

function toConfig(settings: z.output<typeof schema>): Config {
  return {
    production: settings.NODE_ENV === 'production',
    port: settings.PORT,
    metricsPort: settings.METRICS_PORT ?? null,
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/(?<!\/)\/+$/, ''),
    mongodbUri: settings.MONGODB_URI,
    temporalUiUrl: settings.TEMPORAL_UI_URL?.replace(/(?<!\/)\/+$/, '') ?? null,
    taskQueue: settings.TEMPORAL_TASK_QUEUE,
    workerQueues: settings.WORKER_QUEUES,
    workerSlots: settings.WORKER_SLOTS,
    workerVersion: workerVersionOf(settings),
    workflowBundle: settings.WORKFLOW_BUNDLE ?? null,
    bling: {
      apiUrl: settings.BLING_API_URL,
      authorizeUrl: settings.BLING_AUTHORIZE_URL,
      tokenUrl: settings.BLING_TOKEN_URL,
      clientId: settings.BLING_CLIENT_ID,
      clientSecret: settings.BLING_CLIENT_SECRET,
      webhookSecrets: [settings.BLING_CLIENT_SECRET, settings.BLING_CLIENT_SECRET_PREVIOUS].filter(
        (secret) => secret !== undefined,
      ),
    },
    whatsapp: {
      apiUrl: settings.WHATSAPP_API_URL,
      phoneNumberId: settings.WHATSAPP_PHONE_NUMBER_ID ?? null,
      token: settings.WHATSAPP_TOKEN,
      appSecret: settings.WHATSAPP_APP_SECRET,
      verifyToken: settings.WHATSAPP_VERIFY_TOKEN,
      pageButton: settings.WHATSAPP_PAGE_BUTTON,
      perSecond: settings.WHATSAPP_PER_SECOND,
    },
    mail: { smtpUrl: settings.SMTP_URL ?? null, from: settings.MAIL_FROM, ...dkimOf(settings) },
    encryptionKey: Buffer.from(settings.ENCRYPTION_KEY, 'base64'),
    ...(settings.ENCRYPTION_KEY_PREVIOUS === undefined
      ? {}
      : { previousKey: Buffer.from(settings.ENCRYPTION_KEY_PREVIOUS, 'base64') }),
    bootstrapApiKey: settings.BOOTSTRAP_API_KEY ?? null,
    saleCoalesceMs: settings.SALE_SETTLE,
    callDeadlineMs: settings.CALL_DEADLINE,
    ledgerSealEveryMs: settings.LEDGER_SEAL_EVERY,
    ledgerProofEveryMs: settings.LEDGER_PROOF_EVERY,
    trustProxy: settings.TRUST_PROXY ?? false,
    logLevel: settings.LOG_LEVEL,
  };
}

function dkimOf({
  MAIL_DKIM_SELECTOR: selector,
  MAIL_DKIM_KEY: privateKey,
}: z.output<typeof schema>): Pick<Config['mail'], 'dkim'> {
  return selector === undefined || privateKey === undefined ? {} : { dkim: { selector, privateKey } };
}

function workerVersionOf({
  WORKER_DEPLOYMENT: deploymentName,
  WORKER_BUILD_ID: buildId,
}: z.output<typeof schema>): Config['workerVersion'] {
  return deploymentName === undefined || buildId === undefined ? null : { deploymentName, buildId };
}

/** Where the database is, and its keys. */
export function databaseSettings({
  mongodbUri: uri,
  encryptionKey,
  previousKey,
}: Pick<Config, 'mongodbUri' | 'encryptionKey' | 'previousKey'>): {
  uri: string;
  encryptionKey: Buffer;
  previousKey?: Buffer;
} {
  return { uri, encryptionKey, ...(previousKey && { previousKey }) };
}
