import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineNotStartedError } from '../../../tools/engines';
import { startEngine } from '../../../tools/engines/start-engine';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('starting an engine', () => {
  let folder: TestFolder;
  beforeEach(async () => (folder = await testFolder()));
  afterEach(() => folder.remove());

  const spec = (script: string, isReady: () => Promise<boolean>) => ({
    name: 'The engine',
    command: 'sh',
    args: ['-c', script],
    ports: [] as number[],
    logFile: join(folder.path, 'logs', 'engine.log'),
    isReady,
  });

  it('is over when it says that it is ready, and not before', async () => {
    let asked = 0;
    const engine = await startEngine(spec('sleep 600', () => Promise.resolve(++asked === 3)));
    expect(asked).toBe(3);
    await engine.stop();
    expect(await engine.exited).toMatchObject({ signal: 'SIGTERM' });
  });

  it('does not take another program on its port for the engine', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const starting = startEngine({ ...spec('sleep 600', () => Promise.resolve(true)), ports: [port] });
    await expect(starting).rejects.toThrow(`port ${port} is taken by another program`);
    other.close();
  });

  it('fails at once, with its last words, when the engine ends before it is ready', async () => {
    const starting = startEngine(
      spec('echo "port already in use" >&2; exit 4', () => Promise.resolve(false)),
    );
    await expect(starting).rejects.toThrow(EngineNotStartedError);
    await expect(starting).rejects.toThrow('it ended at once (code 4)');
    await expect(starting).rejects.toThrow('port already in use');
    await expect(starting).rejects.toThrow(join(folder.path, 'logs', 'engine.log'));
  });
});
