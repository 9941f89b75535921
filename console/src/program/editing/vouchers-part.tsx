import { Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { programForm } from '../../words/pt';
import { readAt, useDrafting } from '../draft';
import type { Draft, Json } from '../draft';
import {
  freshName,
  keyName,
  LinesField,
  NumberField,
  OptionalDuration,
  useField,
  wholeKeyName,
} from '../fields';
import { FRESH_VOUCHER } from './fresh-voucher';

const words = programForm.vouchers;

/** The vouchers that rules can give. */
export function VouchersPart(): ReactNode {
  const { draft, set } = useDrafting();
  const vouchers = (readAt(draft, 'vouchers') ?? {}) as Readonly<Record<string, Json>>;
  const names = Object.keys(vouchers);
  const add = (): void => set(`vouchers.${freshName('vale', names)}`, FRESH_VOUCHER.template);
  return (
    <Part
      title={words.title}
      action={
        <Button variant="default" onClick={add}>
          {words.add}
        </Button>
      }
    >
      <Text size="sm">{words.intro}</Text>
      {names.length === 0 && <Text>{words.none}</Text>}
      <Stack gap="md">
        {names.map((name) => (
          <VoucherCard key={name} name={name} taken={names} />
        ))}
      </Stack>
    </Part>
  );
}

function VoucherCard({ name, taken }: { name: string; taken: readonly string[] }): ReactNode {
  const { set } = useDrafting();
  const path = `vouchers.${name}`;
  return (
    <Card component="section" aria-label={words.voucher(name)} withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {words.voucher(name)}
          </Title>
          <Button
            variant="default"
            size="compact-md"
            aria-label={words.remove(name)}
            onClick={() => set(path, undefined)}
          >
            {programForm.rules.removeShort}
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <NameField name={name} taken={taken} />
          <DiscountFields path={`${path}.discount`} />
          <NumberField path={`${path}.minSaleCents`} kind="money" label={words.minSale} />
          <NumberField path={`${path}.uses`} kind="whole" label={words.uses} />
          <OptionalDuration
            path={`${path}.validity`}
            label={words.validity}
            hint={words.validityHint}
            question={words.expires}
            none={undefined}
            begin="P60D"
          />
        </SimpleGrid>
        <LinesField
          path={`${path}.stores`}
          label={programForm.when.stores}
          hint={programForm.when.storesHint}
        />
      </Stack>
    </Card>
  );
}

function DiscountFields({ path }: { path: string }): ReactNode {
  const { value } = useField(`${path}.type`);
  const { set } = useField(path);
  const percent = value === 'percent';
  const change = (type: string): void =>
    type === 'percent' ? set({ type, bps: 1_000 }) : set({ type, cents: 2_000 });
  return (
    <>
      <NativeSelect
        label={words.type}
        data={(['amount', 'percent'] as const).map((type) => ({ value: type, label: words.types[type] }))}
        value={percent ? 'percent' : 'amount'}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      {percent ? (
        <>
          <NumberField path={`${path}.bps`} kind="rate" label={words.percent} />
          <NumberField path={`${path}.maxCents`} kind="money" label={words.most} optional />
        </>
      ) : (
        <NumberField path={`${path}.cents`} kind="money" label={words.amount} />
      )}
    </>
  );
}

/** The voucher's name counts once one leaves the field: rules that give it follow. */
function NameField({ name, taken }: { name: string; taken: readonly string[] }): ReactNode {
  const { draft, replace } = useDrafting();
  const [typed, setTyped] = useState(name);
  const settle = (): void => {
    const next = wholeKeyName(typed);
    if (next === name || next === '' || taken.includes(next)) setTyped(name);
    else replace(renamed(draft, name, next));
  };
  return (
    <TextInput
      id={`vouchers.${name}`}
      label={words.name}
      description={words.nameHint}
      autoComplete="off"
      value={typed}
      onChange={({ currentTarget }) => setTyped(keyName(currentTarget.value))}
      onBlur={settle}
    />
  );
}

function renamed(draft: Draft, name: string, next: string): Draft {
  const rules = (readAt(draft, 'earning.rules') ?? []) as { grant?: { template?: string } }[];
  const vouchers = Object.entries(draft['vouchers'] ?? {});
  return {
    ...draft,
    earning: {
      ...(draft['earning'] as object),
      rules: rules.map((rule) =>
        rule.grant?.template === name ? { ...rule, grant: { ...rule.grant, template: next } } : rule,
      ),
    },
    vouchers: Object.fromEntries(
      vouchers.map(([key, voucher]: [string, Json]) => [key === name ? next : key, voucher]),
    ),
  };
}
