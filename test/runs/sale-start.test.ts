import { describe, expect, it } from '@jest/globals';
import { saleInput, saleStart } from '../../src/runs/sale-start';

const start = (channel: 'bling' | 'pos' | 'import') =>
  saleStart(
    'loja',
    saleInput(
      { id: 'sal_1', merchantId: 'mer_1', source: { channel, externalId: '1', connectionId: null } },
      0,
    ),
  );

describe('the run of a sale', () => {
  it('is on the queue of sales, and shares it with other merchants', () => {
    expect(start('pos')).toMatchObject({ taskQueue: 'loja', priority: { fairnessKey: 'mer_1' } });
    expect(start('bling').priority).not.toHaveProperty('priorityKey');
  });

  it('comes after the sales of the day where a spreadsheet brings it', () => {
    expect(start('import').priority).toEqual({ fairnessKey: 'mer_1', priorityKey: 4 });
  });
});
