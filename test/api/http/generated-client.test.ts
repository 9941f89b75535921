import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import ts from 'typescript';
import { openApi } from './contract';

const run = promisify(execFile);

/** What somebody writes who uses the generated types: it compiles only if they say what the API answers. */
const USER = `
import type { components, paths } from './client';

type Wallet = paths['/v1/customers/{id}/wallet']['get']['responses'][200]['content']['application/json'];
export const active = (wallet: Wallet): number => wallet.cashback.activeCents;

type Voucher = components['schemas']['Voucher'];
export const cents = ({ discount }: Voucher): number | null => (discount.type === 'amount' ? discount.cents : null);
export const stores = (voucher: Voucher): string => (voucher.stores === null ? 'all' : voucher.stores.join());

type Decision = components['schemas']['Review']['decision'];
export const decisions: Decision[] = ['same', 'distinct', null];

type Reserve = NonNullable<paths['/v1/redemptions']['post']['requestBody']>['content']['application/json'];
export const reserve: Reserve = { type: 'points', points: 1, customerId: 'cus_1', saleTotalCents: 100 };

type Problem = paths['/v1/redemptions']['post']['responses'][422]['content']['application/problem+json'];
export const code = (problem: Problem): string => problem.code;

// @ts-expect-error a redemption of points has no cents
export const wrong: Reserve = { type: 'points', amountCents: 1, customerId: 'cus_1', saleTotalCents: 100 };
`;

describe('openapi.json for those who generate from it', () => {
  let source: string;
  let folder: string;
  beforeAll(async () => {
    source = JSON.stringify(await openApi());
    folder = await mkdtemp(join(tmpdir(), 'retorno-client-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has no errors by Redocly’s recommended rules', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it('uses no words that only some generators take', () => {
    const found: string[] = [];
    JSON.parse(source, function (this: unknown, name: string, value: unknown) {
      if (
        name === 'enum' &&
        Array.isArray(value) &&
        value.some((one) => typeof one !== 'string' && typeof one !== 'number')
      )
        found.push(`enum ${JSON.stringify(value)}`);
      if (name === 'default' && typeof value === 'object') found.push(`default ${JSON.stringify(value)}`);
      if (name === 'type' && Array.isArray(value) && value.some((one) => one === 'object' || one === 'array'))
        found.push(`type ${JSON.stringify(value)}`);
      return value;
    });
    expect(found).toEqual([]);
  });

  it('names what a value of one of several types can be: openapi-generator has no code for what is nameless', () => {
    const found: string[] = [];
    JSON.parse(source, function (this: unknown, name: string, value: unknown) {
      if (name === 'oneOf' && (value as object[]).some((one) => !('$ref' in one)))
        found.push(JSON.stringify(value).slice(0, 200));
      return value;
    });
    expect(found).toEqual([]);
    expect(source).toContain('"discriminator":{"propertyName":"type"');
  });

  it('gives a TypeScript client that compiles in strict mode', async () => {
    await writeFile(join(folder, 'openapi.json'), source);
    const generator = join(dirname(dirname(require.resolve('openapi-typescript'))), 'bin', 'cli.js');
    await run(process.execPath, [generator, 'openapi.json', '-o', 'client.ts'], { cwd: folder });
    const user = join(folder, 'user.ts');
    await writeFile(user, USER);
    const program = ts.createProgram([user], {
      ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, types: [] },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16 },
    });
    const problems = ts.getPreEmitDiagnostics(program);
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });
});
