import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../format';
import { DayField, useTyped } from '../lists';
import { useWorkplace } from '../shell';
import { lists, sales } from '../words/pt';
import type { SaleSearch } from './sale-queries';

type Filters = Omit<SaleSearch, 'antes'>;

interface Props {
  filters: Filters;
  /** @param replace true: the address before is not worth going back to */
  onChange: (change: Filters, replace?: boolean) => void;
}

const words = sales.filter;

/** What to look for among the sales. */
export function SaleFilters({ filters, onChange }: Props): ReactNode {
  const number = useTyped(filters.numero ?? '', (text) => onChange({ numero: text || undefined }, true));
  const { membership } = useWorkplace();
  const { cliente, dia, de, ate } = filters;
  return (
    <Group component="search" aria-label={lists.filters} align="flex-end" gap="sm">
      <TextInput
        label={words.number}
        w={150}
        maxLength={100}
        value={number.text}
        onChange={({ currentTarget }) => number.type(currentTarget.value)}
      />
      <DayField label={words.day} w={160} day={filters.dia} onChange={(day) => onChange({ dia: day })} />
      <Choice
        label={words.status}
        any={words.anyStatus}
        options={sales.statuses}
        value={filters.situacao}
        onChoose={(situacao) => onChange({ situacao })}
      />
      <Choice
        label={words.channel}
        any={words.anyChannel}
        options={sales.channels}
        value={filters.canal}
        onChoose={(canal) => onChange({ canal })}
      />
      <Choice
        label={words.store}
        any={words.anyStore}
        options={storesBy(membership.stores ?? [], filters.loja)}
        value={filters.loja}
        onChoose={(loja) => onChange({ loja })}
      />
      {dia === undefined && (de ?? ate) !== undefined && (
        <Button variant="default" onClick={() => onChange({ de: undefined, ate: undefined })}>
          {words.leavePeriod(de && formatLocalDate(de), ate && formatLocalDate(ate))}
        </Button>
      )}
      {cliente !== undefined && (
        <Button variant="default" onClick={() => onChange({ cliente: undefined })}>
          {words.allCustomers}
        </Button>
      )}
    </Group>
  );
}

/** The stores by name; what sales call a store that nobody has entered is there under that name while it is looked for. */
function storesBy(
  stores: readonly { id: string; name: string }[],
  chosen: string | undefined,
): Record<string, string> {
  const known = Object.fromEntries(stores.map(({ id, name }) => [id, name]));
  return chosen === undefined ? known : { [chosen]: chosen, ...known };
}

interface ChoiceProps<Name extends string> {
  label: string;
  /** What stands for no choice. */
  any: string;
  options: Readonly<Record<Name, string>>;
  value: Name | undefined;
  onChoose: (value: Name | undefined) => void;
}

function Choice<Name extends string>({ label, any, options, value, onChoose }: ChoiceProps<Name>): ReactNode {
  const data = Object.entries<string>(options).map(([name, text]) => ({ value: name, label: text }));
  return (
    <NativeSelect
      label={label}
      w={150}
      data={[{ value: '', label: any }, ...data]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose((currentTarget.value as Name) || undefined)}
    />
  );
}
