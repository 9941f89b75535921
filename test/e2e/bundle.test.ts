import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { engine } from './engines';

/** What the SDK and our workflows need comes to about 2 MB with its source map; a library that slipped in would show. */
const LARGEST_BYTES = 2_200_000;

describe('the workflow bundle', () => {
  it('holds no database, no schema library and nothing of Node', () => {
    const code = readFileSync(engine('TEST_WORKFLOW_BUNDLE'), 'utf8');
    const withoutMap = code.slice(0, code.indexOf('//# sourceMappingURL'));
    for (const stranger of [
      'node_modules/mongoose',
      'node_modules/mongodb',
      'node_modules/zod',
      'node_modules/luxon',
      'node_modules/express',
      'node:crypto',
    ])
      expect(withoutMap).not.toContain(stranger);
    expect(code.length).toBeLessThan(LARGEST_BYTES);
  });
});
