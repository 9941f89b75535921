import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '../../..');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What a fresh clone has before anything is installed, as far as the doctor looks. */
function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-clone-'));
  folders.push(folder);
  for (const name of ['package.json', 'tools/doctor.mjs']) cpSync(join(ROOT, name), join(folder, name));
  return folder;
}

describe('the doctor before npm ci', () => {
  it('says what it can without any package, and what to do next', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'doctor'], {
      cwd: freshClone(),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain(`ok   Node                               ${process.versions.node}`);
    expect(stdout).toMatch(/^(ok {2}|note) Port 3000 /m);
    expect(stdout).toMatch(/^note Packages +not installed yet$/m);
    expect(stdout).toContain('Run `npm ci`');
    expect(status).toBe(0);
  });
});
