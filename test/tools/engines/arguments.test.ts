import { describe, expect, it } from '@jest/globals';
import { mongoArguments } from '../../../tools/engines/start-mongo';
import { temporalArguments } from '../../../tools/engines/start-temporal';
import { isAtLeast } from '../../../tools/engines/versions';

const temporal = {
  executable: 'temporal',
  port: 7233,
  uiPort: null,
  dbFile: null,
  namespace: 'default',
  logFile: 'l',
};
const mongo = { executable: 'm', port: 27017, dataDir: '/data', database: 'retorno', logFile: 'l' };

/** The values that follow an option. */
const valuesOf = (args: string[], option: string): (string | undefined)[] =>
  args.flatMap((arg, index) => (arg === option ? [args[index + 1]] : []));

describe('the engines are started', () => {
  it('so that the one shard of the Temporal server does not hold every step up', () => {
    const settings = valuesOf(temporalArguments(temporal), '--dynamic-config-value');
    expect(settings).toContain('history.transferProcessorMaxPollRPS=2000');
    expect(settings).toContain('history.timerProcessorMaxPollRPS=2000');
    expect(settings).toContain('system.forceSearchAttributesCacheRefreshOnRead=true');
    expect(settings).toContain('system.enableActivityEagerExecution=true');
    expect(valuesOf(temporalArguments(temporal), '--sqlite-pragma')).toEqual([
      'journal_mode=WAL',
      'synchronous=NORMAL',
    ]);
  });

  it('in memory and without a page for tests, on a file and with its page for a person', () => {
    expect(temporalArguments(temporal)).toContain('--headless');
    expect(temporalArguments(temporal)).not.toContain('--db-filename');
    const lasting = temporalArguments({ ...temporal, uiPort: 8233, dbFile: '/data/t.db' });
    expect(lasting).not.toContain('--headless');
    expect([valuesOf(lasting, '--ui-port'), valuesOf(lasting, '--db-filename')]).toEqual([
      ['8233'],
      ['/data/t.db'],
    ]);
  });

  it('on the loopback address only', () => {
    expect(valuesOf(temporalArguments(temporal), '--ip')).toEqual(['127.0.0.1']);
    expect(valuesOf(mongoArguments({ ...mongo, kind: 'mongod' }), '--bind_ip')).toEqual(['127.0.0.1']);
    expect(valuesOf(mongoArguments({ ...mongo, kind: 'secantusd' }), '--host')).toEqual(['127.0.0.1']);
  });

  it('so that an acknowledged write survives the death of the server', () => {
    expect(mongoArguments({ ...mongo, kind: 'secantusd' })).toContain('--sync-on-commit');
  });

  it('as a replica set, which transactions need', () => {
    expect(valuesOf(mongoArguments({ ...mongo, kind: 'mongod' }), '--replSet')).toEqual(['retorno']);
  });
});

describe('comparing versions', () => {
  it.each([
    ['1.28.0', true],
    ['1.29.1', true],
    ['2.0.0', true],
    ['1.27.9', false],
    ['0.99.0', false],
  ])('%s is at least 1.28: %s', (version, expected) => {
    expect(isAtLeast(version, [1, 28])).toBe(expected);
  });
});
