import { describe, expect, it } from '@jest/globals';
import { allMigrations } from '../../../src/store/migration';
import { Sealer } from '../../../src/store/secret';

const KEY = Buffer.alloc(32, 7);
const migrations = allMigrations({ digestKey: KEY, sealer: new Sealer(KEY) });

describe('what a terminal says of the moves of data', () => {
  // All else in a terminal is English.
  it.each(migrations.map(({ id, about }) => [id, about]))('is one English line: %s', (_id, about) => {
    expect(about).toMatch(/^[A-Z][a-z, -]+( [A-Za-z, -]+)*[a-z]$/);
    expect(about).not.toMatch(/\b(de|que|são|por|em|não|para|ficar|venda|uso)\b/i);
  });

  it('names each once', () => {
    const ids = migrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
