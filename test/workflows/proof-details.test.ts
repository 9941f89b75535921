import { describe, expect, it } from '@jest/globals';
import type { MerchantProof } from '../../src/workflows';
import { proofDetails } from '../../src/workflows/proof-details';

const holds: MerchantProof = {
  ...{ merchantId: 'mer_1', outcome: 'holds', customers: 3, entries: 40, problems: 0 },
  ...{ firstMisfit: null, newestSeal: '2 abcd', alert: 'none' },
};
const broken: MerchantProof = {
  ...holds,
  ...{ merchantId: 'mer_2', outcome: 'broken', problems: 2, alert: 'raised' },
  firstMisfit: { customerId: 'cus_1', seq: 7, key: 'spend/red_1', problem: 'does not follow' },
};

describe('what operators see of a proof', () => {
  it('is one line for each merchant, with the newest seal as a witness outside of the database', () => {
    const details = proofDetails({ merchants: 1, holding: 1, broken: 0, unproved: 0, proofs: [holds] });
    expect(details).toContain('1 loja conferida · 1 sem divergência');
    expect(details).toContain('- mer_1: confere · 3 clientes, 40 lançamentos · último selo 2 abcd');
  });

  it('names the first entry that does not fit, and who could not be proved', () => {
    const proofs: MerchantProof[] = [broken, { merchantId: 'mer_3', outcome: 'unproved' }, holds];
    const details = proofDetails({ merchants: 9, holding: 7, broken: 1, unproved: 1, proofs });
    expect(details).toContain('**1 com divergência** · **1 não pôde ser conferida**');
    expect(details).toContain('**2 divergências**; primeiro lançamento: nº 7 de cus_1');
    expect(details).toContain('- mer_3: não pôde ser conferida');
    expect(details).toContain('e mais 6, sem divergência');
  });
});
