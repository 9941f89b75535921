import { describe, expect, it } from '@jest/globals';
import { ENGINE_VERSIONS } from '../../../tools/engines';
import { wantsSecondNode } from '../../../tools/test-run';

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
});
