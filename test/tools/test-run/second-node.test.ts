import { describe, expect, it } from '@jest/globals';
import { ENGINE_VERSIONS } from '../../../tools/engines';
import { wantsSecondNode } from '../../../tools/test-run';
import { LEFT_OUT } from '../../../tools/test-run/second-node';

const LTS = ENGINE_VERSIONS.node.split('.', 1)[0];
const ran = process.versions.node.split('.', 1)[0];

describe('a second run by the Node of the image', () => {
  it('is made of a whole run in CI, unless that Node is the first already', () => {
    expect(wantsSecondNode([], { CI: 'true' })).toBe(ran !== LTS);
  });

  it('is not made of a part, nor where nobody asked for CI', () => {
    expect(wantsSecondNode(['test/e2e/sale'], { CI: 'true' })).toBe(false);
    expect(wantsSecondNode([], {})).toBe(false);
    expect(wantsSecondNode([], { CI: '' })).toBe(false);
  });

  it.each([
    ['test/loyalty/calendar/ends.test.ts', true],
    ['test/pages/format.test.ts', true],
    ['test/api/http/methods.test.ts', true],
    ['test/api/import/file/cells.test.ts', true],
    ['test/api/sale/posted-sales.test.ts', false],
    ['test/oracle/property.test.ts', false],
    ['test/e2e/sale.test.ts', false],
  ])('has %s in it: %s', (path, has) => {
    const isLeftOut = LEFT_OUT.some((pattern) => new RegExp(pattern).test(`/shop/${path}`));
    expect(isLeftOut).toBe(!has);
  });
});
