import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENTRY_TYPES } from '../../src/loyalty';
import { renderMessage } from '../../src/messaging';
import type { CustomerMessage } from '../../src/messaging';
import { COLLECTIONS } from '../../src/store/collections';
import { REGISTRIES } from '../e2e/registries';

const ROOT = join(__dirname, '..', '..');
const DOCUMENTS = [
  'README.md',
  'docs/architecture.md',
  'docs/console.md',
  'docs/domain.md',
  'docs/operations.md',
];
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);
const codeIn = (document: string): string[] => all(read(document), /`([^`\n]+)`/g);
const declaredIn = (file: string): string[] => all(read(file), /^ {2}([A-Z][A-Z0-9_]+): /gm);

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

describe('the documents', () => {
  it.each(DOCUMENTS)('name only files that exist: %s', (document) => {
    const paths = codeIn(document).filter((code) => /^(src|test|tools|simulator|docs)\/[\w./-]*$/.test(code));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(DOCUMENTS)('link only to what is there: %s', (document) => {
    const links = all(read(document), /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });

  it('name only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((document) => all(read(document), /npm run (?:--silent )?([\w:-]+)/g));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('README.md', () => {
  const settings = [...declaredIn('src/config.ts'), ...declaredIn('tools/local-settings.ts')];

  it('has every setting in its table, and none that nobody reads', () => {
    const table = read('README.md')
      .split('\n## ')
      .find((part) => part.startsWith('Settings'))!;
    const names = all(table, /^\| ([^|]+)\|/gm).flatMap((cell) => all(cell, /`([A-Z][A-Z0-9_]+)`/g));
    expect(names).toEqual(expect.arrayContaining(settings));
    const elsewhere = [
      ...declaredIn('simulator/settings.ts'),
      'TEMPORAL_API_KEY',
      'TEMPORAL_TLS',
      'TEMPORAL_PROFILE',
    ];
    expect(names.filter((name) => !settings.includes(name) && !elsewhere.includes(name))).toEqual([]);
  });

  it('says of no call that is there that it is missing', () => {
    const missing = all(
      read('README.md').split('**Calls that are not there:**')[1]!,
      /`((?:GET|POST) \/v1\/[^`]+)`/g,
    );
    expect(missing.length).toBeGreaterThan(0);
    const routes = sourcesUnder('src/api').map(read).join('\n');
    for (const call of missing) {
      const [method = '', path = ''] = call.split(' ');
      expect(routes).not.toMatch(
        new RegExp(`method: '${method.toLowerCase()}',\\s+path: '${path.replaceAll('{', '\\{')}'`),
      );
    }
  });

  it('has the WhatsApp templates with as many parameters as are sent', () => {
    const rows = [...read('README.md').matchAll(/^\| `(retorno_\w+)`.*$/gm)];
    const documented = Object.fromEntries(
      rows.map(([row, name = '']) => [name, Math.max(...all(row, /\{\{(\d)\}\}/g).map(Number))]),
    );
    const benefit = { cashbackCents: 1, points: 0, pointsCents: 0, vouchers: [] };
    const about = { firstName: 'Ana', programName: 'Clube', benefit };
    const messages: CustomerMessage[] = [
      { kind: 'earned', ...about, paysDebt: benefit, usableFrom: null, validUntil: null },
      { kind: 'expiring', ...about, validUntil: '2026-06-16' },
      { kind: 'expired', ...about, validUntil: '2026-06-16' },
      { kind: 'repurchase', ...about, firstEnd: null },
      ...(['welcome', 'balance', 'winBack', 'birthday'] as const).map((kind) => ({
        ...{ kind, ...about, firstEnd: null },
      })),
      {
        ...{ kind: 'returned', firstName: 'Ana', programName: 'Clube', reason: 'return' },
        ...{
          purchase: { number: '1', date: '2026-06-16' },
          taken: benefit,
          cameBack: benefit,
          cameBackUntil: null,
        },
        ...{ now: benefit, pending: benefit, owed: benefit },
      },
    ];
    const sent = messages.map((message) => renderMessage(message).whatsapp);
    expect(documented).toEqual(
      Object.fromEntries(sent.map(({ template, parameters }) => [template, parameters.length])),
    );
  });
});

describe('docs/architecture.md', () => {
  it('calls the kernel no shorter than it is', () => {
    const part = read('docs/architecture.md').split('### How long it is')[1]!;
    const [, most = ''] = /^Fewer than ([\d,]+) lines/m.exec(part)!;
    const [, count = ''] = /```sh\n(.+)\n```/.exec(part)!;
    const lines = Number(execFileSync('bash', ['-c', count], { cwd: ROOT, encoding: 'utf8' }));
    expect(lines).toBeGreaterThan(4_000);
    expect(lines).toBeLessThan(Number(most.replace(',', '')));
  });
});

describe('docs/domain.md', () => {
  it('explains every rule the code cites', () => {
    const explained = new Set(all(read('docs/domain.md'), /^\| (R\d+) /gm));
    const cited = ['src', 'test', 'tools', 'simulator']
      .flatMap(sourcesUnder)
      .flatMap((file) => all(read(file), /\b(R[1-9]\d?)\b/g));
    expect([...new Set(cited)].filter((rule) => !explained.has(rule))).toEqual([]);
  });

  it('names every kind of entry', () => {
    const codes = codeIn('docs/domain.md');
    expect(ENTRY_TYPES.filter((type) => !codes.includes(type))).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  const part = (title: string): string =>
    read('docs/operations.md')
      .split('\n## ')
      .find((text) => text.startsWith(title))!;
  const collections = [...new Set([...COLLECTIONS.map(({ collection }) => collection), ...REGISTRIES])];

  it('spreads every collection over shards, or says that it is left on the primary one', () => {
    const sharding = part('Many merchants: sharding');
    const left = sharding.split('Left on the primary shard')[1]!.split('(While an')[0]!;
    expect(all(left, /`(\w+)`/g)).toEqual(REGISTRIES);
    expect([...all(sharding, /^ {2}'(\w+)',$/gm), ...REGISTRIES].sort()).toEqual(collections.sort());
  });

  it('says of every collection whether it must be backed up', () => {
    expect(collections.filter((name) => !part('Backups').includes(`\`${name}\``))).toEqual([]);
  });
});
