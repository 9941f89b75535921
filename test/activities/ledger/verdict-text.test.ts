import { expect, it } from '@jest/globals';
import { verdictText } from '../../../src/activities/ledger/prove-ledger';

const verdict = (customers: number, entries: number, problems: number): string =>
  verdictText({ customers, entries, problems, firstMisfit: null } as never);

it('tells of one of each as of one', () => {
  expect(verdict(1, 1, 1)).toContain('encontrou 1 divergência em 1 cliente e 1 lançamento.');
});

it('tells of many as Brazil writes numbers', () => {
  expect(verdict(1_200, 23_456, 2)).toContain(
    'encontrou 2 divergências em 1.200 clientes e 23.456 lançamentos.',
  );
});
