import { describe, expect, it } from '@jest/globals';
import { CommandFailedError, runCommand } from '../../../tools/processes';

describe('running a command', () => {
  it('gives what it printed, and every line as it came', async () => {
    const heard: string[] = [];
    const output = await runCommand({
      command: 'sh',
      args: ['-c', 'echo one; echo two >&2'],
      onLine: (line) => heard.push(line),
    });
    expect(output.split('\n').sort()).toEqual(['one', 'two']);
    expect(heard.sort()).toEqual(['one', 'two']);
  });

  it('fails with the command, its exit code and its last lines', async () => {
    const failed = runCommand({ command: 'sh', args: ['-c', 'echo no space left; exit 3'] });
    await expect(failed).rejects.toThrow(CommandFailedError);
    await expect(failed).rejects.toMatchObject({ reason: 'ended with code 3', lastLines: ['no space left'] });
  });

  it('is stopped when its signal aborts, and says why', async () => {
    const stop = new AbortController();
    const running = runCommand({
      command: 'sh',
      args: ['-c', 'echo started; sleep 600'],
      onLine: () => stop.abort('nothing arrived'),
      signal: stop.signal,
    });
    await expect(running).rejects.toMatchObject({ reason: 'was stopped: nothing arrived' });
  });
});
