import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { saleDetails } from '../../src/activities/sale/sale-details';
import type { Message } from '../../src/store';
import { searchAttributes } from '../../src/workflows';
import { troubleText } from '../../src/workflows/sale-texts';
import { aSale, SOLD_AT } from '../loyalty/sale/sales';
import { rendered } from './rendered';

/*
 * What docs/operations.md tells operators to do in the Temporal UI can be done there: its filters name what runs have, and where it says
 * that an answer stands, the details that a run shows have it, by the rules that the UI renders them with.
 */

const RUNBOOK = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');

/** The rows of the table under this heading row, as their cells. */
function tableOf(first: string, second: string): string[][] {
  const lines = RUNBOOK.split('\n');
  const head = lines.findIndex((line) => new RegExp(`^\\| ${first} +\\| ${second} +\\|`).test(line));
  const rest = lines.slice(head + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const BUILT_IN = ['ExecutionStatus', 'WorkflowType'];
const OWN: string[] = Object.values(searchAttributes).map(({ name }) => name);

function expectIn(details: string, ...parts: string[]): void {
  for (const { rules, text } of rendered(details))
    for (const part of parts) expect({ rules, text }).toEqual({ rules, text: expect.stringContaining(part) });
}

describe('the filters of the runbook', () => {
  const filters = tableOf('question', 'filter').flatMap(([, cell = '']) =>
    all(cell, /`([^`]*(?:[=<]| IN )[^`]*)`/g),
  );

  it('name attributes that runs have', () => {
    expect(filters.length).toBeGreaterThan(8);
    const names = filters.flatMap((filter) => all(filter, /(\w+) (?:=|<|IN) /g));
    expect(names.filter((name) => ![...BUILT_IN, ...OWN].includes(name))).toEqual([]);
  });

  it('find living runs alone wherever they ask how a sale stands', () => {
    const living = filters.filter((filter) => /SaleStatus|NextStepAt/.test(filter));
    expect(living.filter((filter) => !filter.includes('ExecutionStatus = "Running"'))).toEqual([]);
  });
});

describe('the five questions of the runbook', () => {
  const rows = tableOf('question', 'clicks');
  const message: Message = {
    ...{ id: 'x', merchantId: 'mer_1', saleId: 'sal_1', customerId: 'cus_1', kind: 'earned' },
    ...{ channel: 'whatsapp', state: 'failed', reason: 'unreachable', providerId: null, attempts: 1 },
    ...{ sendingSince: null, nextAttemptAt: null, sentAt: null },
    ...{ createdAt: new Date(SOLD_AT), updatedAt: new Date(SOLD_AT) },
  };
  const lines = ['Base: R$ 751,20', '5% de R$ 751,20 = R$ 37,56'];
  const failed = ['A venda é de R$ 751,20; a regra vale a partir de R$ 900,00'];
  const details = saleDetails(
    aSale({ benefit: { status: 'active', earnedCents: 3_756 } }),
    [
      { ruleId: 'cashback-5', type: 'cashback', outcome: 'paid', amount: 3_756, lines },
      { ruleId: 'cashback-9', type: 'cashback', outcome: 'not_matched', amount: 0, lines: failed },
    ],
    { do: 'expire', at: SOLD_AT, doAt: SOLD_AT },
    { messages: [message], other: null },
  );

  it('are five, each answered at most three clicks from the list', () => {
    expect(rows).toHaveLength(5);
    for (const [question, way = ''] of rows) {
      const clicks = way.split(':')[0]!.split(';').length;
      expect({ question, few: clicks <= 3 }).toEqual({ question, few: true });
    }
  });

  it('are answered where it says: each part it names is there, as the UI renders it', () => {
    const parts = rows
      .flatMap(([, way = '']) => all(way, /_([^_]+)_/g))
      .filter((part) => part !== 'Current details');
    expect(parts).toEqual(['Próximo passo', 'Mensagens ao cliente']);
    expectIn(details, ...parts, ...lines, ...failed, 'não enviado: número não está no WhatsApp');
  });

  it('are answered of a sale that is stuck: why, since when, which attempt, what to do', () => {
    const input = {
      ...{ merchantId: 'mer_1', saleId: 'sal_1', channel: 'bling' as const, externalId: '16' },
      ...{ connectionId: 'con_1', settleMs: 0 },
    };
    const stuck = troubleText(input, { kind: 'Bling.unavailable', since: SOLD_AT, attempts: 7 });
    expectIn(stuck, 'Motivo: ', 'Desde: 03/11/2026 às 12:00', 'Tentativas até agora: 7', 'O que fazer: ');
  });
});
