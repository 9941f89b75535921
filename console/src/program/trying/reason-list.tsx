import { Box, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoney, formatPoints } from '../../format';
import { Mark } from '../../lists';
import { sale } from '../../words/pt';
import type { Tried } from './try-query';

const words = sale.why;

/** Why each rule gave what it gave, or nothing. */
export function ReasonList({ reasons }: { reasons: Tried['tried']['explanation'] }): ReactNode {
  return (
    <Stack gap="xs">
      {reasons.map(({ ruleId, type, outcome, amount, lines }, place) => (
        <Box key={`${ruleId ?? ''}-${place}`}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {ruleId === null ? words.whole : words.rule(ruleId)}
            </Text>
            <Mark color={outcome === 'paid' ? 'indigo.7' : undefined}>
              {words.outcomes[outcome] ?? outcome}
            </Mark>
            {amount !== 0 && (
              <Text size="sm">{type === 'points' ? formatPoints(amount) : formatMoney(amount)}</Text>
            )}
          </Group>
          <List size="sm">
            {lines.map((line, at) => (
              // Two steps may read alike.
              <List.Item key={`${at}-${line}`}>{line}</List.Item>
            ))}
          </List>
        </Box>
      ))}
    </Stack>
  );
}
