import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHouse } from './house';
import type { House } from './house';
import { aBuyer, anOrder } from './shop';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
/** What a newcomer pastes: every shell block of the tour. */
const TOUR = README.slice(README.indexOf('## A first tour'), README.indexOf('### Without the pretend world'));
const BLOCKS = [...TOUR.matchAll(/```sh\n([^`]*)```/g)].map(([, block]) => block!);

const { TEST_ZSH: zsh, TEST_ZSH_MISSING: missing = '' } = process.env;
const SHELLS = {
  bash: { program: 'bash', args: ['--noprofile', '--norc', '-i'] },
  zsh: { program: zsh, args: ['-f', '-i'] },
};

let house: House;
beforeAll(async () => {
  house = await openHouse({ companies: 2 });
});
afterAll(() => house.close());

/** Pastes lines into an interactive shell, and gives back all it said. */
async function pasted(shell: keyof typeof SHELLS, lines: string): Promise<string> {
  const { program, args } = SHELLS[shell];
  if (program === undefined) throw new Error(missing || 'TEST_ZSH is not set.');
  const child = spawn(program, args, {
    env: { ...process.env, PS1: '', PROMPT: '' },
    timeout: 250_000,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  child.stdin.end(`${lines}\nexit\n`);
  await ended;
  return said;
}

describe.each(['bash', 'zsh'] as const)('the tour of the README, pasted whole into %s', (shell) => {
  const isThere = SHELLS[shell].program !== undefined;
  // Where nobody looks at what was skipped it has to be there.
  const test = isThere || process.env['CI'] === 'true' ? it : it.skip;
  const why = isThere ? '' : ` (${missing.replace(/\s+/g, ' ')})`;
  test(`runs to its end on the first second${why}`, async () => {
    const { api, company } = house.tenants[shell === 'bash' ? 0 : 1]!;
    const order = anOrder(company, { contactId: aBuyer(company).id, totalCents: 20_000 });
    company.completeOrder(order.id);
    const refused = 'call http://localhost:3000/v1/sales/sal_nowhere | field .id';
    const script = [`KEY=${api.apiKey}`, ...BLOCKS, refused]
      .join('\n')
      .replaceAll('http://localhost:3000', house.url);
    const said = await pasted(shell, script);
    expect(said).not.toMatch(/command not found|parse error|syntax error|no matches found|SyntaxError/);
    expect(said).not.toMatch(/"status":[45]\d\d/);
    // Whoever is looked for is found.
    expect(said).not.toContain('{"data":[]}');
    expect(said).toContain('"state":"confirmed"');
    expect(said).toContain('## Como você ganha');
    expect(said).toContain('"discountCents":2000');
    expect(said).toContain('"problems":[]');
    expect(said).toContain('"returnedCents":15000');
    expect(said).toContain('"ignoredColumns"');
    // Of what is refused the words are shown, and nothing goes on with them.
    const { detail } = (await api.get<{ detail: string }>('/v1/sales/sal_nowhere')).expect(404).body;
    expect(said).toContain(detail);
  });
});
