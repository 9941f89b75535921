import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ clientId: 'app', clientSecret: 'app-secret-of-the-test' });
});
afterAll(() => simulator.close());

/** Follows every import as a browser does: by the exact address, which must answer with a script. */
async function scriptsFrom(address: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const answer = await fetch(address);
  expect(`${answer.status} ${address}`).toBe(`200 ${address}`);
  expect(answer.headers.get('content-type')).toContain('javascript');
  for (const [, path] of (await answer.text()).matchAll(/^import .* from '([^']+)';$/gm))
    await scriptsFrom(new URL(path!, address).href, seen);
  return seen;
}

describe("the simulator's page", () => {
  it('is served with its style and every script that it imports', async () => {
    const html = await (await fetch(simulator.url)).text();
    const [, script] = /<script type="module" src="([^"]+)">/.exec(html)!;
    const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(html)!;
    expect((await fetch(new URL(style!, simulator.url))).status).toBe(200);
    expect((await scriptsFrom(new URL(script!, simulator.url).href)).size).toBeGreaterThan(5);
  });
});
