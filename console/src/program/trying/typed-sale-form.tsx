import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWorkplace } from '../../shell';
import { programForm, programTry } from '../../words/pt';
import { MONEY } from '../fields';
import { ItemRows } from './item-rows';
import type { TypedItem } from './item-rows';
import { noonOf } from './noon';
import type { TypedSale } from './try-query';

const words = programTry.typed;
const CHANNELS = ['pos', 'ecommerce', 'bling', 'import', 'manual'] as const;
type Channel = (typeof CHANNELS)[number];

/** A sale that never was, to see what the draft makes of one like it. */
export function TypedSaleForm({ onTry }: { onTry: (sale: TypedSale) => void }): ReactNode {
  const { clock } = useWorkplace();
  const [total, setTotal] = useState('');
  const [freight, setFreight] = useState('');
  const [channel, setChannel] = useState<Channel>('pos');
  const [storeId, setStoreId] = useState('');
  const [date, setDate] = useState('');
  const [items, setItems] = useState<readonly TypedItem[]>([]);
  const [asked, setAsked] = useState(false);
  const totalCents = MONEY.read(total);
  const freightCents = freight.trim() === '' ? 0 : MONEY.read(freight);
  const sold = soldItems(items);
  const attempt = (): void => {
    setAsked(true);
    if (totalCents === null || freightCents === null || sold === null) return;
    onTry({
      ...{ channel, totalCents, freightCents, otherExpensesCents: 0, discountCents: 0, items: sold },
      ...(storeId.trim() ? { storeId: storeId.trim() } : {}),
      ...(date ? { soldAt: noonOf(date, clock) } : {}),
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }}>
          <TextInput
            label={words.total}
            withAsterisk
            inputMode="decimal"
            value={total}
            error={asked && totalCents === null ? words.totalWrong : undefined}
            onChange={({ currentTarget }) => setTotal(currentTarget.value)}
          />
          <TextInput
            label={words.freight}
            inputMode="decimal"
            value={freight}
            error={asked && freightCents === null ? words.amountWrong : undefined}
            onChange={({ currentTarget }) => setFreight(currentTarget.value)}
          />
          <NativeSelect
            label={words.channel}
            data={CHANNELS.map((value) => ({ value, label: programForm.when.channelNames[value] }))}
            value={channel}
            onChange={({ currentTarget }) =>
              setChannel(CHANNELS.find((one) => one === currentTarget.value) ?? 'pos')
            }
          />
          <TextInput
            label={words.store}
            description={words.storeHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={100}
            value={storeId}
            onChange={({ currentTarget }) => setStoreId(currentTarget.value)}
          />
          <TextInput
            label={words.date}
            description={words.dateHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="date"
            value={date}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
        </SimpleGrid>
        <ItemRows items={items} asked={asked} onChange={setItems} />
        <Group justify="flex-end">
          <Button type="submit">{words.submit}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Null: something of it cannot be read. Rows with nothing in them do not count. */
function soldItems(items: readonly TypedItem[]): TypedSale['items'] | null {
  const written = items.filter(({ sku, price }) => sku.trim() || price.trim());
  const read = written.map(({ sku, price }) => ({ sku: sku.trim(), totalCents: MONEY.read(price) }));
  return read.every(
    (item): item is { sku: string; totalCents: number } => item.sku !== '' && item.totalCents !== null,
  )
    ? read
    : null;
}
