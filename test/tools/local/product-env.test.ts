import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../src/config';
import { productEnv, simulatorAddresses, simulatorEnv } from '../../../tools/local/product-env';
import type { LocalSecrets } from '../../../tools/local/secrets';
import { readLocalSettings } from '../../../tools/local-settings';

const secrets: LocalSecrets = {
  ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  BOOTSTRAP_API_KEY: 'rk_local_0123456789',
  BLING_CLIENT_ID: 'local-client',
  BLING_CLIENT_SECRET: 'local-client-secret',
  WHATSAPP_TOKEN: 'local-token',
  WHATSAPP_APP_SECRET: 'local-app-secret',
  WHATSAPP_VERIFY_TOKEN: 'local-verify-token',
};
const engines = { temporalAddress: '127.0.0.1:7233', mongodbUri: 'mongodb://127.0.0.1:27017/retorno' };
const ready = {
  ready: true,
  url: 'http://127.0.0.1:4010',
  smtpUrl: 'smtp://127.0.0.1:2525',
  blingApiUrl: 'http://127.0.0.1:4010/Api/v3',
  authorizeUrl: 'http://127.0.0.1:4010/Api/v3/oauth/authorize',
  tokenUrl: 'http://127.0.0.1:4010/Api/v3/oauth/token',
  whatsappUrl: 'http://127.0.0.1:4010/v23.0',
};

describe('the environment of the processes', () => {
  it('points everything outside at the simulator, whatever the settings for the real Bling are', () => {
    const env = {
      BLING_API_URL: 'https://api.bling.com.br/Api/v3',
      BLING_CLIENT_SECRET_PREVIOUS: 'real-old-secret',
    };
    const config = loadConfig(
      productEnv(env, readLocalSettings(env), secrets, engines, simulatorAddresses(ready)),
    );
    expect(config.bling).toMatchObject({
      apiUrl: ready.blingApiUrl,
      webhookSecrets: ['local-client-secret'],
    });
    expect(config.whatsapp).toMatchObject({ apiUrl: ready.whatsappUrl, token: 'local-token' });
    expect(config.mail.smtpUrl).toBe(ready.smtpUrl);
  });

  it('leaves the settings for the real Bling alone when there is no simulator', () => {
    const env = { SIMULATOR: 'off', BLING_CLIENT_ID: 'real', BLING_CLIENT_SECRET: 'real-secret' };
    const config = loadConfig(productEnv(env, readLocalSettings(env), secrets, engines, undefined));
    expect(config.bling).toMatchObject({ clientId: 'real', clientSecret: 'real-secret' });
  });

  it("keeps the person's own encryption key and API key", () => {
    const env = {
      ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64'),
      BOOTSTRAP_API_KEY: 'my-own-key-0123456',
    };
    const own = productEnv(env, readLocalSettings(env), secrets, engines, undefined);
    expect([own.ENCRYPTION_KEY, own.BOOTSTRAP_API_KEY]).toEqual([env.ENCRYPTION_KEY, env.BOOTSTRAP_API_KEY]);
  });

  it('does not send the key of another Temporal cluster to the local server', () => {
    const env = {
      TEMPORAL_API_KEY: 'cloud-key',
      TEMPORAL_TLS_SERVER_NAME: 'cloud',
      TEMPORAL_NAMESPACE: 'shop',
    };
    const local = productEnv(env, readLocalSettings(env), secrets, engines, undefined);
    expect(local).toMatchObject({
      TEMPORAL_API_KEY: '',
      TEMPORAL_TLS_SERVER_NAME: '',
      TEMPORAL_TLS: 'false',
      TEMPORAL_NAMESPACE: 'shop',
    });
    const chosen = { ...env, TEMPORAL_ADDRESS: 'shop.tmprl.cloud:7233' };
    const cloud = productEnv(chosen, readLocalSettings(chosen), secrets, engines, undefined);
    expect(cloud.TEMPORAL_API_KEY).toBe('cloud-key');
  });

  it('gives the simulator what it signs with and where it sends, and not the keys it does not need', () => {
    const env = simulatorEnv({ SIMULATOR_SALES_EVERY: 'PT2S' }, readLocalSettings({ PORT: '3100' }), secrets);
    expect(env).toMatchObject({
      SIMULATOR_SALES_EVERY: 'PT2S',
      SIMULATOR_WEBHOOK_URL: 'http://localhost:3100/webhooks/bling',
      SIMULATOR_REDIRECT_URL: 'http://localhost:3100/integrations/bling/callback',
      BLING_CLIENT_SECRET: 'local-client-secret',
    });
    expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['ENCRYPTION_KEY']));
  });

  it('takes only the line that says so for the simulator being ready', () => {
    expect(simulatorAddresses({ ...ready, ready: false })).toBeUndefined();
    expect(simulatorAddresses({ level: 30, msg: 'ready' })).toBeUndefined();
  });
});
