import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../src/config';

const KEY = Buffer.alloc(32, 1).toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://loja.example.com',
  MONGODB_URI: 'mongodb://db.example.com/retorno',
  BLING_CLIENT_ID: 'client',
  BLING_CLIENT_SECRET: 'a-long-secret',
  ENCRYPTION_KEY: KEY,
};

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('settings', () => {
  it('all have a default on a machine of one’s own', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      saleCoalesceMs: 5_000,
      production: false,
    });
    expect(config.encryptionKey).toHaveLength(32);
    expect(config.whatsapp.phoneNumberId).toBeNull();
    expect(config.mail.smtpUrl).toBeNull();
  });

  it.each([
    ['PORT', 'eighty', 'a port number'],
    ['PORT', '70000', 'a port number'],
    ['MONGODB_URI', 'http://db', 'mongodb://'],
    ['BLING_API_URL', 'ftp://bling', 'http://'],
    ['ENCRYPTION_KEY', 'short', '32 random bytes in base64'],
    ['SALE_SETTLE', '5', 'PT5S'],
    ['SALE_SETTLE', 'PT', 'PT5S'],
    ['CALL_DEADLINE', '10', 'PT5S'],
    ['CALL_DEADLINE', 'PT0.5S', 'PT1S to PT15S'],
    ['CALL_DEADLINE', 'PT16S', 'PT1S to PT15S'],
    ['LEDGER_SEAL_EVERY', 'P1M', 'P1D'],
    ['LEDGER_PROOF_EVERY', 'P1M', 'P1D'],
    ['LEDGER_PROOF_EVERY', 'PT', 'P1D'],
    ['LEDGER_PROOF_EVERY', 'P0D', 'P1D'],
    ['TEMPORAL_TASK_QUEUE', 'loja-batch', 'a name that ends in none of'],
    ['WORKER_QUEUES', 'counter,sales', 'some of counter, sale, bling, messages, batch'],
    ['WORKER_QUEUES', ',', 'some of counter, sale, bling, messages, batch'],
    ['WORKER_SLOTS', 'counter', 'such as bling=200,batch=4'],
    ['WORKER_SLOTS', 'sale=0', 'from 1 to 999'],
    ['WORKER_SLOTS', 'till=5', 'counter, sale, bling, messages, batch'],
    ['WORKER_DEPLOYMENT', 'retorno.sale', 'letters, digits, - and _'],
    ['WORKER_BUILD_ID', 'v1:2', 'letters, digits, dots, +, - and _'],
    ['BOOTSTRAP_API_KEY', 'short', 'at least 16 characters'],
    ['WHATSAPP_PHONE_NUMBER_ID', 'abc', 'digits'],
    ['WHATSAPP_PER_SECOND', '0', 'from 1 to 1000'],
    ['WHATSAPP_PER_SECOND', '12.5', 'from 1 to 1000'],
    ['WHATSAPP_PER_SECOND', 'many', 'from 1 to 1000'],
    ['MAIL_FROM', 'nobody', 'an address'],
    ['MAIL_DKIM_SELECTOR', 'a b', 'letters, digits, dots and hyphens'],
    ['MAIL_DKIM_KEY', 'AAAA', 'an RSA private key in PEM'],
    ['LOG_LEVEL', 'loud', 'one of trace'],
  ])('name a malformed %s (%s) and what was expected', (name, value, expected) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(`${name}: expected`);
    expect(message).toContain(expected);
    expect(message).not.toContain('undefined');
  });

  it('name every wrong variable at once', () => {
    const message = messageOf({ PORT: 'x', SALE_SETTLE: 'y' });
    expect(message).toContain('PORT');
    expect(message).toContain('SALE_SETTLE');
  });

  it('have no default for secrets in production', () => {
    expect(messageOf(PRODUCTION)).toBe('accepted');
    for (const name of Object.keys(PRODUCTION).filter((each) => each !== 'NODE_ENV'))
      expect(messageOf({ ...PRODUCTION, [name]: '' })).toContain(`${name}: expected to be set in production`);
  });

  it('ask for WhatsApp’s secrets in production only where WhatsApp is used', () => {
    expect(messageOf({ ...PRODUCTION, WHATSAPP_PHONE_NUMBER_ID: '1048576' })).toContain(
      'WHATSAPP_APP_SECRET',
    );
  });

  it('accept two webhook secrets during a rotation', () => {
    const env = { ...PRODUCTION, BLING_CLIENT_SECRET_PREVIOUS: 'the-former-secret' };
    expect(loadConfig(env).bling.webhookSecrets).toEqual(['a-long-secret', 'the-former-secret']);
  });

  it('let a worker serve every queue, or those it is told, with slots of their own', () => {
    const { workerQueues, workerSlots } = loadConfig({});
    expect(workerQueues).toEqual(['counter', 'sale', 'bling', 'messages', 'batch']);
    const told = loadConfig({ WORKER_QUEUES: 'sale, counter,sale', WORKER_SLOTS: 'bling=200, batch=4' });
    expect(told.workerQueues).toEqual(['counter', 'sale']);
    expect(told.workerSlots).toEqual({ ...workerSlots, bling: 200, batch: 4 });
  });

  it('know a worker’s build only in a deployment, and no deployment without a build', () => {
    const WORKER_BUILD_ID = '2026-11-28.4f2c1ab';
    expect(loadConfig({ WORKER_BUILD_ID }).workerVersion).toBeNull();
    expect(loadConfig({ WORKER_BUILD_ID, WORKER_DEPLOYMENT: 'retorno' }).workerVersion).toEqual({
      deploymentName: 'retorno',
      buildId: WORKER_BUILD_ID,
    });
    expect(messageOf({ WORKER_DEPLOYMENT: 'retorno' })).toContain('WORKER_BUILD_ID: expected to be set with');
  });

  it('read durations to the millisecond', () => {
    for (const [text, ms] of [
      ['PT0S', 0],
      ['PT0.25S', 250],
      ['PT2M', 120_000],
      ['PT1H30M', 5_400_000],
    ] as const)
      expect(loadConfig({ SALE_SETTLE: text }).saleCoalesceMs).toBe(ms);
    for (const [text, ms] of [
      ['P1D', 86_400_000],
      ['PT6H', 21_600_000],
      ['P1DT12H30M', 131_400_000],
    ] as const)
      expect(loadConfig({ LEDGER_PROOF_EVERY: text }).ledgerProofEveryMs).toBe(ms);
  });
});
