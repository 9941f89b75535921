import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineCache } from '../../../tools/engines';
import { chromiumWays } from '../../../tools/engines/chromium-ways';
import { mongodbWays } from '../../../tools/engines/mongodb-ways';
import { nodeWays } from '../../../tools/engines/node-ways';
import { temporalWays } from '../../../tools/engines/temporal-ways';
import { testServerWays } from '../../../tools/engines/test-server-ways';
import { zshWays } from '../../../tools/engines/zsh-ways';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';
import { quietReporter } from './quiet-reporter';

describe('the ways to the engines', () => {
  let folder: TestFolder;
  let cache: EngineCache;
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    folder = await testFolder();
    cache = new EngineCache(`${folder.path}/cache`);
    env = { PATH: `${folder.path}/path` };
  });
  afterEach(() => folder.remove());

  const names = (ways: readonly { name: string }[]): string[] => ways.map(({ name }) => name);

  it('are tried in the order that was decided', () => {
    expect(names(temporalWays(cache, env))).toEqual([
      '`temporal` on PATH',
      expect.stringMatching(/^the cache/),
      'the official download',
      'a build with Go',
    ]);
    expect(names(mongodbWays(cache, env))).toEqual([
      '`mongod` on PATH',
      expect.stringMatching(/^the cache \(mongod/),
      expect.stringMatching(/^the cache \(secantusd/),
      'the download of the real `mongod`',
      'a build of the stand-in secantusd-rs with Rust',
    ]);
    expect(names(testServerWays(cache, env))).toEqual([
      expect.stringMatching(/^the cache/),
      'the official download',
      'the jar from Maven Central',
    ]);
    expect(names(chromiumWays(cache, env))).toEqual([
      '`CHROMIUM_PATH`',
      'a Chromium on PATH',
      'the package of Debian',
      'the download of Playwright',
    ]);
    expect(names(zshWays(env))).toEqual(['`zsh` on PATH', 'the package of Debian']);
    expect(names(nodeWays(cache, env))).toEqual([
      expect.stringMatching(/^the cache \(node-24/),
      'the package of npm',
    ]);
  });

  it('to MongoDB lead only to the server that can read the data that is there', () => {
    expect(names(mongodbWays(cache, env, 'secantusd'))).toEqual([
      expect.stringMatching(/^the cache \(secantusd/),
      'a build of the stand-in secantusd-rs with Rust',
    ]);
    expect(mongodbWays(cache, env, 'mongod')).toHaveLength(3);
  });

  it('take a `temporal` on PATH that carries a server new enough', async () => {
    const executable = await folder.program(
      'path/temporal',
      'echo "temporal version 1.6.0 (Server 1.30.0, UI 2.44.0)"',
    );
    const [onPath] = temporalWays(cache, env);
    expect(await onPath?.look()).toMatchObject({ state: 'ready', detail: `${executable}, server 1.30.0` });
    expect(await onPath?.take(quietReporter())).toEqual({ executable });
  });

  it('take the Chromium that is named, or else one on PATH, where it runs', async () => {
    const program = await folder.program('path/chromium', 'echo "Chromium 156.0.1"');
    const [named, onPath] = chromiumWays(cache, { ...env, CHROMIUM_PATH: '/nowhere/chrome' });
    expect(await named?.look()).toMatchObject({ state: 'impossible' });
    expect(await onPath?.look()).toMatchObject({ state: 'ready', detail: `${program}, 156.0.1` });
    expect(await onPath?.take(quietReporter())).toEqual({ executable: program });
  });

  it('take a zsh on PATH only when it really is one', async () => {
    const [onPath] = zshWays(env);
    expect(await onPath?.look()).toMatchObject({ state: 'impossible', reason: 'there is none' });
    const program = await folder.program('path/zsh', 'exit 1');
    expect(await onPath?.look()).toMatchObject({ state: 'impossible' });
    await folder.program('path/zsh', 'echo "zsh 5.9 (x86_64-debian-linux-gnu)"');
    expect(await onPath?.look()).toMatchObject({ state: 'ready', detail: `${program}, 5.9` });
    expect(await onPath?.take(quietReporter())).toEqual({ executable: program });
  });

  it.each([
    ['a browser', (here: NodeJS.ProcessEnv) => chromiumWays(cache, here).at(-2)],
    ['a shell', (here: NodeJS.ProcessEnv) => zshWays(here).at(-1)],
  ])('install %s of the system only where nobody is surprised by it', async (_, way) => {
    await folder.program('path/apt-get', 'exit 1');
    expect(await way({ ...env, CI: '' })?.look()).toMatchObject({
      state: 'impossible',
      remedy: expect.stringContaining('apt-get') as unknown,
    });
  });

  it('install packages of the system one after the other: no two are taken at once', async () => {
    const held = `${folder.path}/held`;
    await folder.program('path/apt-get', `mkdir "${held}" || exit 100; sleep 0.1; rmdir "${held}"`);
    const here = { ...env, PATH: `${folder.path}/path:${process.env['PATH'] ?? ''}` };
    const ways = [chromiumWays(cache, here).at(-2), zshWays(here).at(-1)];
    const taken = await Promise.all(ways.map((way) => way!.take(quietReporter())));
    expect(taken.map(({ executable }) => typeof executable)).toEqual(['string', 'string']);
  });

  it.each([
    ['an old one', 'echo "temporal version 1.0.0 (Server 1.24.2, UI 2.28.0)"', /older than 1\.28/],
    ['another program of that name', 'echo "temporal dead 1.0"', /is not the Temporal CLI/],
    ['one that does not run here', 'exit 126', /is not the Temporal CLI/],
  ])('pass over %s', async (_, script, reason) => {
    await folder.program('path/temporal', script);
    expect(await temporalWays(cache, env)[0]?.look()).toMatchObject({
      state: 'impossible',
      reason: expect.stringMatching(reason) as unknown,
    });
  });

  it('take a `mongod` on PATH only when it really is one', async () => {
    const [onPath] = mongodbWays(cache, env);
    expect(await onPath?.look()).toMatchObject({ state: 'impossible', reason: 'there is none' });
    await folder.program('path/mongod', 'echo "ferretdb 2.1"');
    expect(await onPath?.look()).toMatchObject({ state: 'impossible' });
    await folder.program('path/mongod', 'echo "db version v4.4.29"; echo "Build Info: {}"');
    expect(await onPath?.look()).toMatchObject({ state: 'impossible' });
    await folder.program('path/mongod', 'echo "db version v8.0.4"; echo "Build Info: {}"');
    expect(await onPath?.look()).toMatchObject({ state: 'ready' });
  });

  it('lead to the cache once something is in it', async () => {
    const [, cached] = temporalWays(cache, env);
    expect(await cached?.look()).toMatchObject({ state: 'impossible' });
    await folder.program('cache/temporal-1.5.1/bin/temporal', 'true');
    expect(await cached?.look()).toMatchObject({ state: 'ready' });
    expect(await cached?.take(quietReporter())).toEqual({
      executable: `${folder.path}/cache/temporal-1.5.1/bin/temporal`,
    });
  });

  it('that are builds say which tool chain is missing and how to get it', async () => {
    await folder.program('path/cargo', 'true');
    expect(await temporalWays(cache, env).at(-1)?.look()).toEqual({
      state: 'impossible',
      reason: '`go` not found on PATH',
      remedy: expect.stringContaining('https://go.dev') as unknown,
    });
    expect(await mongodbWays(cache, env).at(-1)?.look()).toMatchObject({
      state: 'impossible',
      reason: '`cc` and `cmake` not found on PATH',
    });
  });

  it('build with the very command that is known to work, in a folder of their own', async () => {
    await folder.program(
      'path/go',
      'mkdir -p "$GOBIN"; printf "#!/bin/sh\\necho \\"$*\\"\\n" > "$GOBIN/temporal"; chmod +x "$GOBIN/temporal"; echo "$@" > "$GOBIN/asked"',
    );
    env.PATH += `:${process.env.PATH}`;
    const report = quietReporter();
    const built = await temporalWays(cache, env).at(-1)?.take(report);
    expect(built?.executable).toBe(`${folder.path}/cache/temporal-1.5.1/bin/temporal`);
    expect((await readFile(`${folder.path}/cache/temporal-1.5.1/bin/asked`, 'utf8')).trim()).toBe(
      'install -v github.com/temporalio/cli/cmd/temporal@v1.5.1',
    );
  });

  it('that fail to build leave nothing in the cache', async () => {
    await folder.program('path/cargo', 'mkdir -p half; echo "error: linker not found" >&2; exit 101');
    env.PATH += `:${process.env.PATH}`;
    const building = mongodbWays(cache, env).at(-1)?.take(quietReporter());
    await expect(building).rejects.toThrow(/error: linker not found/);
    expect(await readdir(cache.root)).toEqual([]);
  });
});
