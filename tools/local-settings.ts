import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { RetornoToolError } from './processes';

/** The folder of package.json, whatever folder a tool is called from. */
export const PROJECT_ROOT = resolve(__dirname, '..');

/** How Retorno is brought up on one machine of one's own. */
export interface LocalSettings {
  /** All that lasts: databases, secrets, logs. */
  readonly dataDir: string;
  /** Whether the pretend Bling, WhatsApp and mailbox are brought up too. */
  readonly simulator: boolean;
  readonly ports: {
    readonly api: number;
    readonly temporal: number;
    readonly temporalUi: number;
    readonly mongodb: number;
    readonly simulator: number;
    readonly smtp: number;
  };
  /** Engines that run elsewhere and are used instead of local ones. */
  readonly temporalAddress: string | undefined;
  readonly mongodbUri: string | undefined;
  readonly temporalNamespace: string;
}

/** A local setting is malformed. */
export class LocalSettingsError extends RetornoToolError {
  constructor(problems: readonly string[]) {
    super(
      'local_settings',
      [
        'These settings are malformed:',
        ...problems.map((line) => `  ${line}`),
        'Correct them and start again.',
      ].join('\n'),
    );
  }
}

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

const schema = z.object({
  DATA_DIR: z.string().default('.data'),
  SIMULATOR: z.enum(['on', 'off']).default('on'),
  PORT: port(3000),
  LOCAL_TEMPORAL_PORT: port(7233),
  LOCAL_TEMPORAL_UI_PORT: port(8233),
  LOCAL_MONGODB_PORT: port(27017),
  SIMULATOR_PORT: port(4010),
  SIMULATOR_SMTP_PORT: port(2525),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  MONGODB_URI: z.string().optional(),
});

const EXPECTED: Record<string, string> = { SIMULATOR: '`on` or `off`' };

/**
 * Reads the local settings; an empty variable counts as absent.
 *
 * @throws {LocalSettingsError} naming every malformed variable
 */
export function readLocalSettings(env: NodeJS.ProcessEnv): LocalSettings {
  const parsed = schema.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success) {
    throw new LocalSettingsError(
      parsed.error.issues.map(({ path }) => {
        const name = path.join('.');
        return `${name}=${env[name]}: expected ${EXPECTED[name] ?? 'a port number from 1 to 65535'}`;
      }),
    );
  }
  const values = parsed.data;
  return {
    dataDir: resolve(PROJECT_ROOT, values.DATA_DIR),
    simulator: values.SIMULATOR === 'on',
    ports: {
      api: values.PORT,
      temporal: values.LOCAL_TEMPORAL_PORT,
      temporalUi: values.LOCAL_TEMPORAL_UI_PORT,
      mongodb: values.LOCAL_MONGODB_PORT,
      simulator: values.SIMULATOR_PORT,
      smtp: values.SIMULATOR_SMTP_PORT,
    },
    temporalAddress: values.TEMPORAL_ADDRESS,
    mongodbUri: values.MONGODB_URI,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
  };
}

/** Adds `.env` of the project to the environment; what is set already stays. */
export function loadDotEnv(): void {
  const file = join(PROJECT_ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
