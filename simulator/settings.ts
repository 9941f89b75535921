import { Duration } from 'luxon';
import { z } from 'zod';
import { blingLimits } from './bling';
import type { SimulatorOptions } from './options';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(0);

/** A duration as `PT8S`, as plain milliseconds, or `off`. */
const pace = z.string().transform((text, context) => {
  if (text === 'off') return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) : Duration.fromISO(text).toMillis();
  if (Number.isFinite(ms) && ms >= 100) return ms;
  context.addIssue({
    code: 'custom',
    message: 'an ISO 8601 duration like PT8S, milliseconds from 100 on, or off',
  });
  return z.NEVER;
});

const environment = z.object({
  SIMULATOR_PORT: port.default(4010),
  SIMULATOR_SMTP_PORT: port.default(2525),
  SIMULATOR_HOST: z.string().default('127.0.0.1'),
  SIMULATOR_REDIRECT_URL: z.url().optional(),
  SIMULATOR_WEBHOOK_URL: z.url().optional(),
  SIMULATOR_STATE_FILE: z.string().optional(),
  SIMULATOR_SALES_EVERY: pace.optional(),
  SIMULATOR_SEED: z.string().default('retorno'),
  SIMULATOR_COMPANIES: count.min(1).default(1),
  SIMULATOR_CONTACTS: count.default(40),
  SIMULATOR_HISTORY: count.default(12),
  SIMULATOR_TOKENS_A_MINUTE: count.min(1).default(blingLimits.address.tokens),
  BLING_CLIENT_ID: z.string().default('retorno-local'),
  BLING_CLIENT_SECRET: z.string().default('retorno-local-secret'),
  WHATSAPP_WEBHOOK_URL: z.url().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_TOKEN: z.string().optional(),
  WHATSAPP_PHONE_NUMBER_ID: z.string().optional(),
  WHATSAPP_PAGE_BUTTON: z.enum(['on', 'off']).default('off'),
});

/** When a person watches, the statuses of a message follow each other at a pace the eye can follow. */
const watchablePace = { sent: 400, delivered: 1_200, read: 4_000 };

/**
 * The options for a simulator that runs as its own process, from the environment. An empty variable counts as absent.
 * Throws an Error that names each variable that cannot be used.
 */
export function optionsFrom(variables: NodeJS.ProcessEnv): SimulatorOptions {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Error(
      `The simulator cannot start with these settings: ${wrong}. Correct them in the environment.`,
    );
  }
  const env = parsed.data;
  return {
    port: env.SIMULATOR_PORT,
    smtpPort: env.SIMULATOR_SMTP_PORT,
    host: env.SIMULATOR_HOST,
    clientId: env.BLING_CLIENT_ID,
    clientSecret: env.BLING_CLIENT_SECRET,
    redirectUrl: env.SIMULATOR_REDIRECT_URL,
    webhookUrl: env.SIMULATOR_WEBHOOK_URL,
    whatsapp: {
      webhookUrl: env.WHATSAPP_WEBHOOK_URL,
      appSecret: env.WHATSAPP_APP_SECRET,
      token: env.WHATSAPP_TOKEN,
      phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID,
      pageButton: env.WHATSAPP_PAGE_BUTTON === 'on',
      statusAfterMs: watchablePace,
    },
    seed: env.SIMULATOR_SEED,
    companies: env.SIMULATOR_COMPANIES,
    contacts: env.SIMULATOR_CONTACTS,
    history: env.SIMULATOR_HISTORY,
    limits: {
      ...blingLimits,
      address: { ...blingLimits.address, tokens: env.SIMULATOR_TOKENS_A_MINUTE },
    },
    autoSales: env.SIMULATOR_SALES_EVERY === undefined ? undefined : { everyMs: env.SIMULATOR_SALES_EVERY },
    stateFile: env.SIMULATOR_STATE_FILE,
  };
}
