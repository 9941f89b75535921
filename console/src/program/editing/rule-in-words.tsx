import { Box, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatLocalDate, formatMoney, formatPoints } from '../../format';
import { programForm } from '../../words/pt';
import { readAt, useDrafting } from '../draft';
import type { Preview } from '../draft';

const words = programForm.rules;
type RulePreview = Preview['rules'][number];

/** A rule as customers read it, and what it makes of the purchase that is looked at: what was said last, until it is said anew. */
export function RuleInWords({ place }: { place: number }): ReactNode {
  const { draft, preview, errors } = useDrafting();
  const said = preview?.rules[place];
  const known = said?.ruleId === readAt(draft, `earning.rules[${place}].id`) ? said : undefined;
  return (
    <Box aria-live="polite" p="sm" bg="gray.0" style={{ borderRadius: 8 }}>
      <Text size="sm" fw={600}>
        {words.inWords}
      </Text>
      {known && <Said {...known} />}
      {errors.size > 0 && <Text size="sm">{words.stale}</Text>}
    </Box>
  );
}

function Said({ text, example: { totalCents, soldOn, reason } }: RulePreview): ReactNode {
  return (
    <>
      <Text>{text.charAt(0).toUpperCase() + text.slice(1)}</Text>
      <Text size="sm" mt={6} fw={600}>
        {words.worked(formatMoney(totalCents), formatLocalDate(soldOn))}: {earned(reason)}
      </Text>
      <List size="sm">
        {reason.lines.map((line, at) => (
          // Two steps may read alike.
          <List.Item key={`${at}-${line}`}>{line}</List.Item>
        ))}
      </List>
    </>
  );
}

const EARNS: Readonly<Record<string, string>> = words.earns;

function earned({ outcome, type, amount }: RulePreview['example']['reason']): string {
  if (outcome !== 'paid') return words.nothing;
  const value = type === 'points' ? formatPoints(amount) : formatMoney(amount);
  return (EARNS[type ?? ''] ?? '{}').replace('{}', value);
}
