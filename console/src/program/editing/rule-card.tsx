import { Button, Card, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { programForm } from '../../words/pt';
import { NumberField, useWrongIn } from '../fields';
import { GrantFields } from './grant-fields';
import { RuleInWords } from './rule-in-words';
import { MORE_PLACES, MoreFields } from './rule-more';

const words = programForm.rules;

interface Props {
  place: number;
  last: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One rule: what it gives, for which purchases, and what that comes to. */
export function RuleCard({ place, last, onMove, onRemove }: Props): ReactNode {
  const path = `earning.rules[${place}]`;
  const [open, setOpen] = useState(false);
  const hidden = useWrongIn(MORE_PLACES.map((name) => `${path}.${name}`));
  const shown = open || hidden;
  const number = place + 1;
  return (
    <Card component="section" aria-label={words.rule(number)} withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {words.rule(number)}
          </Title>
          <Group gap="xs">
            {place > 0 && (
              <Small label={words.up(number)} onClick={() => onMove(place - 1)}>
                {words.upShort}
              </Small>
            )}
            {!last && (
              <Small label={words.down(number)} onClick={() => onMove(place + 1)}>
                {words.downShort}
              </Small>
            )}
            <Small label={words.remove(number)} onClick={onRemove}>
              {words.removeShort}
            </Small>
          </Group>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <GrantFields path={path} />
          <NumberField
            path={`${path}.when.minSaleCents`}
            kind="money"
            label={programForm.when.minSale}
            optional
          />
        </SimpleGrid>
        {shown && <MoreFields path={path} />}
        {!hidden && (
          <div>
            <Small
              label={`${open ? words.lessOf : words.more}: ${words.rule(number)}`}
              onClick={() => setOpen(!open)}
            >
              {open ? words.lessOf : words.more}
            </Small>
          </div>
        )}
        <RuleInWords place={place} />
      </Stack>
    </Card>
  );
}

interface SmallProps {
  label: string;
  onClick: () => void;
  children: string;
}

function Small({ label, onClick, children }: SmallProps): ReactNode {
  return (
    <Button variant="default" size="compact-md" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}
