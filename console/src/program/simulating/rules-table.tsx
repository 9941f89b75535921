import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatMoney, formatPoints } from '../../format';
import { FigureTable, Part } from '../../lists';
import { simulations } from '../../words/pt';
import type { Result } from './simulation-query';

const words = simulations.rules;
type Rule = Result['rules']['draft'][number];

/** What each rule of one program came to. */
export function RulesTable({ title, rules }: { title: string; rules: readonly Rule[] }): ReactNode {
  const { columns } = words;
  return (
    <Part title={title}>
      {rules.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <FigureTable
          title={title}
          heads={[columns.rule]}
          figures={[columns.matched, columns.paid, columns.amount, columns.cut]}
          lines={rules.map((rule) => ({
            key: rule.ruleId,
            heads: [rule.ruleId],
            figures: [
              formatCount(rule.matchedSales),
              formatCount(rule.paidSales),
              amountText(rule, rule.paid),
              amountText(rule, rule.cutByCaps + rule.cutByBudget),
            ],
          }))}
        />
      )}
    </Part>
  );
}

function amountText({ type }: Rule, amount: number): string {
  return type === 'points' ? formatPoints(amount) : formatMoney(amount);
}
