import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { readAt, useDrafting } from '../draft';
import type { Json } from '../draft';
import { ChoiceField, freshName, MONEY } from '../fields';
import { RuleCard } from './rule-card';

const words = programForm.rules;
const PATH = 'earning.rules';
const COMBINES = (['best', 'first', 'stack'] as const).map((value) => ({
  value,
  label: words.combines[value],
}));

/** What purchases earn: each rule with what it says and gives, in the order in which they are asked. */
export function RulesPart(): ReactNode {
  const { draft, set } = useDrafting();
  const rules = rulesIn(readAt(draft, PATH));
  const move = (from: number, to: number): void => {
    const next = rules.toSpliced(from, 1);
    set(PATH, next.toSpliced(to, 0, rules[from]!));
  };
  const add = (): void => {
    const ids = rules.map(({ id }) => String(id));
    set(PATH, [...rules, { id: freshName('regra', ids), grant: { type: 'cashback', rateBps: 500 } }]);
  };
  return (
    <Part title={words.title} action={<Button onClick={add}>{words.add}</Button>}>
      <Text size="sm">{words.intro}</Text>
      <ExampleAmount />
      {rules.length === 0 && <Text>{words.none}</Text>}
      <Stack gap="md">
        {rules.map((_rule, place) => (
          <RuleCard
            key={place}
            place={place}
            last={place === rules.length - 1}
            onMove={(to) => move(place, to)}
            onRemove={() => set(PATH, rules.toSpliced(place, 1))}
          />
        ))}
      </Stack>
      {rules.length > 1 && <ChoiceField path="earning.combine" label={words.combine} choices={COMBINES} />}
    </Part>
  );
}

/** The purchase that rules are worked out on. */
function ExampleAmount(): ReactNode {
  const { exampleCents, setExampleCents } = useDrafting();
  const [typed, setTyped] = useState(MONEY.show(exampleCents));
  const wrong = MONEY.read(typed) === null;
  const type = (text: string): void => {
    setTyped(text);
    const cents = MONEY.read(text);
    if (cents !== null && cents <= 100_000_000) setExampleCents(cents);
  };
  return (
    <Group>
      <TextInput
        label={words.example}
        description={words.exampleHint}
        inputMode="decimal"
        leftSection={
          <Text span size="sm" c="dimmed">
            R$
          </Text>
        }
        value={typed}
        error={wrong ? programForm.wrong.money : undefined}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    </Group>
  );
}

function rulesIn(value: Json): Readonly<Record<string, Json>>[] {
  return Array.isArray(value) ? (value as Record<string, Json>[]) : [];
}
