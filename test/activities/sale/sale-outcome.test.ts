import { describe, expect, it } from '@jest/globals';
import { updatedSale } from '../../../src/activities/sale/sale-outcome';
import type { UpdatedSale } from '../../../src/activities/sale/sale-outcome';
import { NO_HOLDINGS } from '../../../src/loyalty';
import { aSale, NOW } from '../../api/builders';

describe('a sale after its value has moved', () => {
  const of = (programVersion: number | null, patched: number): UpdatedSale =>
    updatedSale(
      aSale({ benefit: { programVersion } }),
      NO_HOLDINGS,
      null,
      NOW,
      { messages: [], other: null },
      { benefit: { programVersion: patched } },
    );

  it('says once that it was calculated, and by which version', () => {
    const text = 'Calculada pela versão 3 do programa';
    expect(of(null, 3).change).toMatchObject({ event: { at: NOW, event: 'calculated', text } });
    expect(of(3, 3).change?.event).toBeUndefined();
  });
});
