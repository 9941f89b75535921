import { describe, expect, it } from '@jest/globals';
import { saleOutcome } from '../../../src/activities/sale/sale-outcome';
import type { SaleOutcome } from '../../../src/activities/sale/sale-outcome';
import { NO_HOLDINGS } from '../../../src/loyalty';
import { aSale, NOW } from '../../api/builders';

const ID = '24680013579';

function numbered(number: string | null) {
  return aSale({ source: { channel: 'bling', externalId: ID, number } });
}

/** What Temporal is given of a sale, and of it beside another. */
function shown(number: string | null): SaleOutcome[] {
  return [
    saleOutcome(numbered(number), NO_HOLDINGS, null, NOW, { messages: [], other: null }),
    saleOutcome(numbered(null), NO_HOLDINGS, null, NOW, { messages: [], other: numbered(number) }),
  ];
}

describe('the number of an order of Bling in Temporal', () => {
  it('is shown as it is', () => {
    const [own, beside] = shown('10231');
    expect(own).toMatchObject({ saleNumber: '10231', details: expect.stringContaining('Venda 10231') });
    expect(beside!.details).toContain('10231');
  });

  it.each(['529.982.247-25', '52998224725', 'maria@example.com', '(11) 98765-4321', '1 CPF 529.982.247-25'])(
    'is not shown where somebody has typed there what names a person, and the sale goes by its id: %s',
    (number) => {
      for (const outcome of shown(number)) {
        expect(outcome.saleNumber).toBeNull();
        expect(outcome.details).toContain(ID);
        expect(JSON.stringify(outcome)).not.toContain(number);
      }
    },
  );
});
