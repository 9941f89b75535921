import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../format';
import { DayField, useTyped } from '../lists';
import { useWorkplace } from '../shell';
import { NO_STORE, storeNamed, storesQuery } from '../stores';
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
  const { cliente, loja, dia, de, ate, contam, parada } = filters;
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
      <StoreChoice value={loja} onChoose={(chosen) => onChange({ loja: chosen })} />
      {dia === undefined && (de ?? ate) !== undefined && (
        <Button variant="default" onClick={() => onChange({ de: undefined, ate: undefined })}>
          {words.leavePeriod(de && formatLocalDate(de), ate && formatLocalDate(ate))}
        </Button>
      )}
      {contam !== undefined && filters.situacao === undefined && (
        <Button variant="default" onClick={() => onChange({ contam: undefined })}>
          {words.leaveCounted}
        </Button>
      )}
      {parada !== undefined && (
        <Button variant="default" onClick={() => onChange({ parada: undefined })}>
          {words.leaveParked}
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

interface StoreProps {
  value: string | undefined;
  onChoose: (value: string | undefined) => void;
}

/**
 * Of which store, or of none, for whoever sees those; one that the address names and nobody knows goes by what it says. There is no choice
 * where there is only one.
 */
function StoreChoice({ value, onChoose }: StoreProps): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  const { membership } = useWorkplace();
  const nowhere = membership.boundToStores ? [] : [[NO_STORE, storeNamed(stores, NO_STORE)] as const];
  const known = Object.fromEntries([...stores.map(({ id, name }) => [id, name] as const), ...nowhere]);
  if (value === undefined && (stores.length === 0 || Object.keys(known).length < 2)) return null;
  const options =
    value === undefined || value in known ? known : { ...known, [value]: storeNamed(stores, value) };
  return (
    <Choice label={words.store} any={words.anyStore} options={options} value={value} onChoose={onChoose} />
  );
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
