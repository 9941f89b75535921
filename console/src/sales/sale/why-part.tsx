import { Card, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatPoints } from '../../format';
import { Mark, Part } from '../../lists';
import { sale as words } from '../../words/pt';
import type { Sale } from './sale-query';

const labels = words.why;
type Reason = Sale['explanation'][number];

/** Why the sale earned what it earned, and why not more: each rule of the version that pays it. */
export function WhyPart({ sale: { explanation, program } }: { sale: Sale }): ReactNode {
  return (
    <Part title={labels.title}>
      {explanation.length === 0 && <Text>{labels.none}</Text>}
      {program && (
        <Text size="sm" c="dimmed">
          {labels.version(program.name, program.version)}
        </Text>
      )}
      <Stack gap="xs">
        {explanation.map((reason, place) => (
          <Rule
            key={`${reason.ruleId ?? ''}-${place}`}
            reason={reason}
            text={program?.rules.find(({ ruleId }) => ruleId === reason.ruleId)?.text}
          />
        ))}
      </Stack>
    </Part>
  );
}

interface RuleProps {
  reason: Reason;
  /** The rule itself, in words. */
  text: string | undefined;
}

function Rule({ reason: { ruleId, type, outcome, amount, lines }, text }: RuleProps): ReactNode {
  const paid = outcome === 'paid';
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{ruleId === null ? labels.whole : labels.rule(ruleId)}</Text>
        <Group gap="xs">
          {amount !== 0 && (
            <Text fw={600}>{type === 'points' ? formatPoints(amount) : formatMoney(amount)}</Text>
          )}
          <Mark color={paid ? 'indigo.7' : undefined}>{labels.outcomes[outcome] ?? outcome}</Mark>
        </Group>
      </Group>
      {text !== undefined && <Text size="sm">{text}</Text>}
      <List size="sm" mt={4}>
        {lines.map((line, place) => (
          // Two steps may read alike.
          <List.Item key={`${place}-${line}`}>{line}</List.Item>
        ))}
      </List>
    </Card>
  );
}
