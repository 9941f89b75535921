import { describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../../../tools/engines';
import type { Finding, Way } from '../../../tools/engines';
import { resolveEngine } from '../../../tools/engines/ways';
import { quietReporter } from './quiet-reporter';

const READY: Finding = { state: 'ready', detail: 'there' };
const POSSIBLE: Finding = { state: 'possible', detail: 'building it', usualMs: 1_000 };
const absent = (reason: string, remedy?: string): Finding => ({ state: 'impossible', reason, remedy });

function way(
  name: string,
  finding: Finding,
  take: () => Promise<string> = () => Promise.resolve(`by ${name}`),
): Way<string> {
  return { name, look: () => Promise.resolve(finding), take };
}

describe('resolving an engine', () => {
  it('takes the first way that is open and does not touch those after it', async () => {
    const untouched: Way<string> = {
      name: 'build',
      look: () => Promise.reject(new Error('looked at')),
      take: () => Promise.reject(new Error('taken')),
    };
    const ways = [way('PATH', absent('there is none')), way('cache', READY), untouched];
    expect(await resolveEngine('MongoDB', ways, quietReporter())).toEqual({
      value: 'by cache',
      way: 'cache',
    });
  });

  it('goes on to the next way when one fails, and leaves a note of it', async () => {
    const report = quietReporter();
    const ways = [
      way('download', POSSIBLE, () => Promise.reject(new Error('cut off\nin the middle'))),
      way('build', POSSIBLE),
    ];
    expect((await resolveEngine('MongoDB', ways, report)).way).toBe('build');
    expect(report.said).toContain('note download failed: cut off');
  });

  it('says of every way why it is closed and what would open it when all are', async () => {
    const ways = [
      way('download', absent('example.test cannot be reached (ENOTFOUND)')),
      way('build', absent('`go` not found on PATH', 'Install Go')),
      way('other build', POSSIBLE, () => Promise.reject(new Error('no space left'))),
    ];
    const resolving = resolveEngine('The Temporal server', ways, quietReporter());
    await expect(resolving).rejects.toThrow(EngineUnavailableError);
    await expect(resolving).rejects.toThrow(/download: example\.test cannot be reached/);
    await expect(resolving).rejects.toThrow(/build: `go` not found on PATH\. Install Go/);
    await expect(resolving).rejects.toThrow(/other build: no space left/);
  });
});
