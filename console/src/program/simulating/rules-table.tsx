import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatPoints } from '../../format';
import { Part } from '../../lists';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.rules;
const COUNT = new Intl.NumberFormat('pt-BR');
type Rule = Result['rules']['draft'][number];

/** What each rule of one program came to. */
export function RulesTable({ title, rules }: { title: string; rules: readonly Rule[] }): ReactNode {
  const { columns } = words;
  return (
    <Part title={title}>
      {rules.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <Table aria-label={title} layout="fixed" style={{ overflowWrap: 'anywhere' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.rule}</Table.Th>
              <Table.Th ta="right">{columns.matched}</Table.Th>
              <Table.Th ta="right">{columns.paid}</Table.Th>
              <Table.Th ta="right">{columns.amount}</Table.Th>
              <Table.Th ta="right">{columns.cut}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule) => (
              <Table.Tr key={rule.ruleId}>
                <Table.Td>{rule.ruleId}</Table.Td>
                <Table.Td ta="right">{COUNT.format(rule.matchedSales)}</Table.Td>
                <Table.Td ta="right">{COUNT.format(rule.paidSales)}</Table.Td>
                <Table.Td ta="right">{amountText(rule, rule.paid)}</Table.Td>
                <Table.Td ta="right">{amountText(rule, rule.cutByCaps + rule.cutByBudget)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Part>
  );
}

function amountText({ type }: Rule, amount: number): string {
  return type === 'points' ? formatPoints(amount) : formatMoney(amount);
}
