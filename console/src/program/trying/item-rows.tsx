import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { programTry } from '../../words/pt';
import { MONEY } from '../fields';

const words = programTry.typed;

/** A product as it was typed. */
export interface TypedItem {
  sku: string;
  price: string;
}

interface Props {
  items: readonly TypedItem[];
  /** Whether what is wrong is to be said. */
  asked: boolean;
  onChange: (items: readonly TypedItem[]) => void;
}

/** The products of a sale that is typed in: only rules for certain products look at them. */
export function ItemRows({ items, asked, onChange }: Props): ReactNode {
  const change = (place: number, part: Partial<TypedItem>): void =>
    onChange(items.map((item, at) => (at === place ? { ...item, ...part } : item)));
  return (
    <>
      {items.map(({ sku, price }, place) => (
        <Group key={place} gap="xs" align="start">
          <TextInput
            label={words.sku(place + 1)}
            maxLength={120}
            value={sku}
            onChange={({ currentTarget }) => change(place, { sku: currentTarget.value })}
          />
          <TextInput
            label={words.price(place + 1)}
            inputMode="decimal"
            value={price}
            error={asked && sku.trim() && MONEY.read(price) === null ? words.amountWrong : undefined}
            onChange={({ currentTarget }) => change(place, { price: currentTarget.value })}
          />
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onChange([...items, { sku: '', price: '' }])}
        >
          {words.addItem}
        </Button>
      </div>
    </>
  );
}
