import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Secrets of a local installation, by the names of the environment variables they are given in. */
export type LocalSecrets = Record<keyof typeof MADE_BY, string>;

const token = (): string => randomBytes(24).toString('base64url');

const MADE_BY = {
  /** 32 bytes, for AES-256-GCM. */
  ENCRYPTION_KEY: () => randomBytes(32).toString('base64'),
  BOOTSTRAP_API_KEY: () => `rk_local_${token()}`,
  BLING_CLIENT_ID: () => randomBytes(20).toString('hex'),
  BLING_CLIENT_SECRET: token,
  WHATSAPP_TOKEN: token,
  WHATSAPP_APP_SECRET: token,
  WHATSAPP_VERIFY_TOKEN: token,
};

const OWNER_ONLY = 0o600;

/**
 * The secrets of the data folder: made at the first start, the same ever after, because the databases hold
 * what was encrypted and signed with them. Only the owner of the file may read it.
 */
export async function localSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = join(dataDir, 'secrets.json');
  const kept = await readKept(file);
  const secrets = Object.fromEntries(
    Object.entries(MADE_BY).map(([name, make]) => [name, kept[name] ?? make()]),
  ) as LocalSecrets;
  if (Object.keys(secrets).some((name) => kept[name] === undefined)) {
    await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: OWNER_ONLY });
    await rename(`${file}.new`, file);
  }
  return secrets;
}

async function readKept(file: string): Promise<Record<string, string | undefined>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
