import { existsSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RunningEngine } from '../../../tools/engines';
import { startEngine } from '../../../tools/engines/start-engine';
import type { EngineLostError } from '../../../tools/local/kept-engine';
import { KeptEngine } from '../../../tools/local/kept-engine';
import { waitUntil } from '../../../tools/processes';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';

describe('an engine that is kept', () => {
  let folder: TestFolder;
  let alerts: string[];
  let lost: EngineLostError[];
  let started: RunningEngine[];
  beforeEach(async () => {
    folder = await testFolder();
    alerts = [];
    lost = [];
    started = [];
  });
  afterEach(() => folder.remove());

  /** Keeps an engine that begins with these commands. */
  const keep = async (script: string) => {
    const logFile = join(folder.path, 'engine.log');
    const ready = join(folder.path, 'ready');
    const start = async (signal: AbortSignal): Promise<RunningEngine> => {
      rmSync(ready, { force: true });
      const engine = await startEngine({
        name: 'The engine',
        command: 'sh',
        args: ['-c', `cd '${folder.path}'; ${script} touch ready; exec sleep 600`],
        ports: [],
        logFile,
        isReady: () => Promise.resolve(existsSync(ready)),
        signal,
      });
      started.push(engine);
      return engine;
    };
    const alert = (text: string): number => alerts.push(text);
    const onLost = (error: EngineLostError): number => lost.push(error);
    return KeptEngine.start({ name: 'The engine', logFile, start, alert, onLost });
  };
  const until = (what: string, holds: () => boolean): Promise<unknown> =>
    waitUntil(() => Promise.resolve(holds()), { what, timeoutMs: 60_000 });

  it('comes up again when it is killed, and the person is told both times', async () => {
    const { engine, kept } = await keep('');
    process.kill(engine.pid, 'SIGKILL');
    await until('It is up again', () => alerts.includes('The engine is up again.'));
    expect(started).toHaveLength(2);
    expect(started[1]!.pid).not.toBe(engine.pid);
    expect(alerts[0]).toContain(
      'The engine ended by itself (killed by SIGKILL); it is started again in 1 s, on the same data.',
    );
    expect(alerts[0]).toContain(join(folder.path, 'engine.log'));
    await kept.stop();
    expect(await started[1]!.exited).toMatchObject({ signal: 'SIGTERM' });
    expect(lost).toEqual([]);
  }, 90_000);

  it('stays down once it was stopped, also between its end and the next start', async () => {
    const { engine, kept } = await keep('');
    process.kill(engine.pid, 'SIGKILL');
    await until('Its end is told', () => alerts.length > 0);
    await kept.stop();
    expect(started).toHaveLength(1);
    expect(alerts).toHaveLength(1);
  }, 90_000);

  it('is given up after four starts that failed, with the last words of the last', async () => {
    const { engine } = await keep('[ -e broken ] && { echo "the data is damaged"; exit 3; };');
    await writeFile(join(folder.path, 'broken'), '');
    process.kill(engine.pid, 'SIGKILL');
    await until('It is given up', () => lost.length > 0);
    expect(lost[0]!.message).toContain('did not come up again in 4 attempts');
    expect(lost[0]!.message).toContain('the data is damaged');
    expect(alerts).toHaveLength(4);
    expect(alerts[3]).toContain('It is tried again in 8 s.');
    expect(started).toHaveLength(1);
  }, 120_000);
});
