import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineCache } from '../../../tools/engines';
import { schemathesisWays } from '../../../tools/engines/schemathesis-ways';
import { testFolder } from '../folders';
import type { TestFolder } from '../folders';
import { quietReporter } from './quiet-reporter';

describe('the ways to Schemathesis', () => {
  let folder: TestFolder;
  let cache: EngineCache;
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    folder = await testFolder();
    cache = new EngineCache(`${folder.path}/cache`);
    env = { PATH: `${folder.path}/path`, HOME: folder.path };
  });
  afterEach(() => folder.remove());

  /** A Python of this version that has everything but some modules, and installs what only tells its version. */
  function python(name: string, version: string, without = 'nothing'): Promise<string> {
    return folder.program(
      name,
      `case "$*" in
        *realpath*) echo "$0"; echo ${version};;
        *"import "*${without}*) exit 1;;
        *"-m venv"*) /bin/mkdir -p "$3/bin"; /bin/cp "$0" "$3/bin/python";;
        *--version*) echo "schemathesis, version 4.32.5";;
      esac`,
    );
  }
  const states = async (): Promise<string[]> =>
    Promise.all(schemathesisWays(cache, env).map(async (way) => (await way.look()).state));

  it('are none without a Python that is new enough, which is said with what to install', async () => {
    await python('path/python3', '3.10.4');
    for (const way of schemathesisWays(cache, env))
      expect(await way.look()).toEqual({
        state: 'impossible',
        reason: 'there is no Python 3.11 or later',
        remedy: expect.stringContaining('apt-get install python3 python3-venv'),
      });
  });

  it('pass over a shim with nothing behind it, and find one that only pyenv has', async () => {
    await folder.program('path/python3', 'echo "pyenv: python3: command not found" >&2; exit 127');
    await python('.pyenv/versions/3.12.1/bin/python3', '3.12.1');
    expect(await states()).toEqual(['impossible', 'possible', 'possible']);
  });

  it('lead past a Python without venv by its pip alone', async () => {
    await python('path/python3', '3.11.2', 'ensurepip');
    expect(await states()).toEqual(['impossible', 'impossible', 'possible']);
    await python('path/python3', '3.11.2', 'pip');
    const [, venv, pip] = schemathesisWays(cache, env);
    expect([await venv?.look(), await pip?.look()]).toEqual([
      expect.objectContaining({ remedy: expect.stringContaining('python3-venv') }),
      expect.objectContaining({ remedy: expect.stringContaining('python3-venv') }),
    ]);
  });

  it('take what was installed before, and nothing that was installed by halves', async () => {
    await python('path/python3', '3.11.2');
    const [, venv] = schemathesisWays(cache, env);
    const { executable } = await venv!.take(quietReporter());
    expect(executable).toMatch(/\/cache\/schemathesis-4\.32\.5-[0-9a-f]{12}\/bin\/schemathesis$/);
    expect(await states()).toEqual(['ready', 'possible', 'possible']);
    await folder.program(
      'path/python3',
      'case "$*" in *realpath*) echo "$0"; echo 3.12.0;; *) exit 1;; esac',
    );
    const [known, another] = schemathesisWays(cache, env);
    await expect(another!.take(quietReporter())).rejects.toThrow('ended with code 1');
    expect(await known!.look()).toMatchObject({ state: 'impossible' });
  });
});
