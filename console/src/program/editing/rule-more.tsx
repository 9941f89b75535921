import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { programForm } from '../../words/pt';
import { readAt, useDrafting } from '../draft';
import {
  ChecksField,
  ChoiceField,
  keyName,
  LinesField,
  NumberField,
  StoresField,
  TextField,
} from '../fields';

const { when: words, limits } = programForm;

/** What of a rule is out of sight until it is asked for. */
export const MORE_PLACES = [
  ...['id', 'name', 'priority', 'multiplierMilli', 'bonusCents', 'bonusPoints', 'capPerSaleCents'],
  ...['capPerSalePoints', 'capPerCustomerPerMonthCents', 'capPerCustomerPerMonthPoints', 'budgetCents'],
  ...['budgetPoints', 'when.maxSaleCents', 'when.channels', 'when.stores', 'when.weekdays', 'when.from'],
  ...['when.until', 'when.skus', 'when.firstPurchase', 'when.segment'],
] as const;

const CHANNELS = (['bling', 'ecommerce', 'pos', 'import', 'manual'] as const).map((value) => ({
  value,
  label: words.channelNames[value],
}));
const WEEKDAYS = words.weekdayNames.map((label, place) => ({ value: place + 1, label }));
const FIRSTS = [
  { value: undefined, label: words.firsts.any },
  { value: true, label: words.firsts.first },
  { value: false, label: words.firsts.later },
];

/** The conditions and limits of a rule that few rules have. */
export function MoreFields({ path }: { path: string }): ReactNode {
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NumberField
          path={`${path}.when.maxSaleCents`}
          kind="money"
          label={words.maxSale}
          hint={words.empty}
          optional
        />
        <TextField path={`${path}.when.from`} label={words.from} type="date" optional />
        <TextField path={`${path}.when.until`} label={words.until} type="date" optional />
        <ChoiceField path={`${path}.when.firstPurchase`} label={words.first} choices={FIRSTS} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <ChecksField
          path={`${path}.when.weekdays`}
          label={words.weekdays}
          hint={words.allOf}
          choices={WEEKDAYS}
        />
        <ChecksField
          path={`${path}.when.channels`}
          label={words.channels}
          hint={words.allOf}
          choices={CHANNELS}
        />
        <StoresField path={`${path}.when.stores`} label={words.stores} hint={words.storesHint} />
        <LinesField path={`${path}.when.skus`} label={words.skus} hint={words.skusHint} />
      </SimpleGrid>
      <LimitFields path={path} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <TextField path={`${path}.name`} label={limits.name} maxLength={60} optional />
        <TextField path={`${path}.id`} label={limits.id} hint={limits.idHint} shape={keyName} />
        <TextField path={`${path}.when.segment`} label={words.segment} optional />
        <NumberField
          path={`${path}.priority`}
          kind="whole"
          label={limits.priority}
          hint={limits.priorityHint}
          optional
        />
      </SimpleGrid>
    </Stack>
  );
}

/** What limits how much a rule gives, in its own unit; a voucher has its limits of its own. */
function LimitFields({ path }: { path: string }): ReactNode {
  const { draft } = useDrafting();
  const type = readAt(draft, `${path}.grant.type`);
  if (type === 'voucher') return null;
  const [unit, kind] = type === 'points' ? (['Points', 'whole'] as const) : (['Cents', 'money'] as const);
  const amounts = [
    ['bonus', limits.bonus],
    ['capPerSale', limits.capPerSale],
    ['capPerCustomerPerMonth', limits.capPerMonth],
    ['budget', limits.budget],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }}>
      <NumberField path={`${path}.multiplierMilli`} kind="times" label={limits.multiplier} optional />
      {amounts.map(([name, label]) => (
        <NumberField key={name} path={`${path}.${name}${unit}`} kind={kind} label={label} optional />
      ))}
    </SimpleGrid>
  );
}
