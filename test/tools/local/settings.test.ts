import { describe, expect, it } from '@jest/globals';
import { neededPorts } from '../../../tools/local';
import { LocalSettingsError, PROJECT_ROOT, readLocalSettings } from '../../../tools/local-settings';

describe('the local settings', () => {
  it('have a default each', () => {
    expect(readLocalSettings({ PORT: '' })).toEqual({
      dataDir: `${PROJECT_ROOT}/.data`,
      simulator: true,
      ports: { api: 3000, temporal: 7233, temporalUi: 8233, mongodb: 27017, simulator: 4010, smtp: 2525 },
      temporalAddress: undefined,
      mongodbUri: undefined,
      temporalNamespace: 'default',
    });
  });

  it('that are malformed are all named, with what was expected', () => {
    const read = (): unknown =>
      readLocalSettings({ PORT: 'http', SIMULATOR: 'yes', LOCAL_MONGODB_PORT: '70000' });
    expect(read).toThrow(LocalSettingsError);
    expect(read).toThrow('PORT=http: expected a port number');
    expect(read).toThrow('SIMULATOR=yes: expected `on` or `off`');
    expect(read).toThrow('LOCAL_MONGODB_PORT=70000');
  });

  it('decide which ports are needed: none of an engine that runs elsewhere, none of the simulator when it is off', () => {
    const variables = (env: NodeJS.ProcessEnv): string[] =>
      neededPorts(readLocalSettings(env)).map(({ variable }) => variable);
    expect(variables({})).toEqual([
      'PORT',
      'LOCAL_TEMPORAL_PORT',
      'LOCAL_TEMPORAL_UI_PORT',
      'LOCAL_MONGODB_PORT',
      'SIMULATOR_PORT',
      'SIMULATOR_SMTP_PORT',
    ]);
    expect(variables({ TEMPORAL_ADDRESS: 't:7233', MONGODB_URI: 'mongodb://m', SIMULATOR: 'off' })).toEqual([
      'PORT',
    ]);
  });
});
