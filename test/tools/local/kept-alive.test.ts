import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChildLog } from '../../../tools/local/child-log';
import { KeptAlive, SettingsRefusedError } from '../../../tools/local/kept-alive';
import { waitUntil } from '../../../tools/processes';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('a process that is kept alive', () => {
  let folder: TestFolder;
  let alerts: string[];
  beforeEach(async () => {
    folder = await testFolder();
    alerts = [];
  });
  afterEach(() => folder.remove());

  const run = (script: string, entries: unknown[] = []): KeptAlive => {
    const alert = (text: string): number => alerts.push(text);
    return new KeptAlive({
      name: 'worker',
      command: 'sh',
      args: ['-c', script],
      env: process.env,
      cwd: folder.path,
      log: new ChildLog('worker', join(folder.path, 'worker.log'), alert),
      alert,
      onEntry: (entry) => entries.push(entry),
    });
  };

  it('is started again after a crash, and the person is told with its last words', async () => {
    const entries: unknown[] = [];
    const child = run(
      'if [ -e crashed ]; then echo \'{"msg":"worker ready"}\'; exec sleep 600; fi; touch crashed; echo "out of memory"; exit 9',
      entries,
    );
    await waitUntil(() => Promise.resolve(entries.length > 0), { what: 'It is up again', timeoutMs: 60_000 });
    expect(alerts).toEqual([
      expect.stringContaining('The worker ended (code 9); it is started again in 1 s'),
    ]);
    expect(alerts[0]).toContain('out of memory');
    await child.stop();
    await child.ended;
  }, 90_000);

  it('is not started again when it refuses its settings: they are shown instead', async () => {
    const child = run('echo "PORT: expected a port number"; exit 78');
    await expect(child.ended).rejects.toThrow(SettingsRefusedError);
    await expect(child.ended).rejects.toThrow('PORT: expected a port number');
    await child.stop();
    expect(alerts).toEqual([]);
  });

  it('stays down once it was stopped, also between a crash and the next start', async () => {
    const child = run('exit 1');
    await waitUntil(() => Promise.resolve(alerts.length > 0), { what: 'It crashed', timeoutMs: 60_000 });
    await child.stop();
    await child.ended;
    expect(alerts).toHaveLength(1);
  });
});
