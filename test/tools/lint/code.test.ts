import { describe, expect, it, jest } from '@jest/globals';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const config = jest.requireActual<Linter.Config[]>('../../../eslint.config.js');

/** The rules of eslint.config.js, but for those that need the types of a whole program. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [...config, tseslint.configs.disableTypeChecked],
});

/** The rules that a file of this content would break. */
async function brokenRules(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const LOYALTY = 'src/loyalty/sale/a.ts';
const WORKFLOW = 'src/workflows/a.ts';

const WRONG: [what: string, rule: string, file: string, code: string][] = [
  [
    'an expression that looks back without end',
    'regexp/no-super-linear-backtracking',
    'src/api/a.ts',
    'export const wrong = /^(?:a+)+$/;',
  ],
  [
    'an expression that begins anew at every character',
    'regexp/no-super-linear-move',
    'simulator/a.ts',
    'export const wrong = /a+b/;',
  ],
  ['the clock', 'no-restricted-syntax', LOYALTY, 'export const now = (): number => Date.now();'],
  ['the present date', 'no-restricted-syntax', LOYALTY, 'export const now = (): Date => new Date();'],
  ['randomness', 'no-restricted-syntax', LOYALTY, 'export const dice = (): number => Math.random();'],
  ['the environment', 'no-restricted-globals', LOYALTY, 'export const home = process.env.HOME;'],
  ['the network', 'no-restricted-globals', LOYALTY, "export const page = fetch('https://example.com');"],
  ['a Node module', 'no-restricted-imports', LOYALTY, "export { randomUUID } from 'node:crypto';"],
  ['a Node module without its prefix', 'no-restricted-imports', LOYALTY, "export { readFile } from 'fs';"],
  [
    'a step itself instead of its type',
    '@typescript-eslint/no-restricted-imports',
    WORKFLOW,
    "import { createActivities } from '../activities';\nexport const steps = createActivities;",
  ],
  [
    'a value of the core',
    '@typescript-eslint/no-restricted-imports',
    WORKFLOW,
    "export { settleSale } from '../loyalty';",
  ],
  ['a Node module', 'no-restricted-imports', WORKFLOW, "export { randomUUID } from 'node:crypto';"],
  ['a package of the other side', 'no-restricted-imports', WORKFLOW, "export { z } from 'zod';"],
  ['the network', 'no-restricted-globals', WORKFLOW, "export const page = fetch('https://example.com');"],
];

describe('the rules for code', () => {
  it.each(WRONG.map(([what, rule, file, code]) => ({ what, rule, file, code })))(
    'refuse $what in $file: $rule',
    async ({ file, code, rule }) => {
      expect(await brokenRules(file, code)).toEqual([rule]);
    },
  );

  it('let a workflow import the types of its steps', async () => {
    const code = "import type { Activities } from '../activities';\nexport type Steps = Activities;";
    expect(await brokenRules(WORKFLOW, code)).toEqual([]);
  });

  it('let the core calculate with the instants it is given', async () => {
    const code = 'export const later = (now: number): Date => new Date(now + 1);';
    expect(await brokenRules(LOYALTY, code)).toEqual([]);
  });
});
