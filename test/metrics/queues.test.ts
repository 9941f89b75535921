import { describe, expect, it } from '@jest/globals';
import { showQueues } from '../../src/metrics';
import { registry } from '../../src/metrics/registry';

describe('queues in the metrics', () => {
  it('are shown with whether somebody serves them, and not at all where nobody can tell', async () => {
    let unattended: () => Promise<string[]> = () => Promise.resolve(['b']);
    showQueues(['a', 'b'], () => unattended());
    const shown = await registry.metrics();
    expect(shown).toContain('retorno_queue_attended{queue="a"} 1');
    expect(shown).toContain('retorno_queue_attended{queue="b"} 0');
    unattended = () => Promise.reject(new Error('away'));
    expect(await registry.metrics()).not.toContain('retorno_queue_attended{');
  });
});
