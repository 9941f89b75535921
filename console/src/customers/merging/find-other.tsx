import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatDocument, formatPhone } from '../../format';
import { useTyped } from '../../lists';
import { FailureNotice } from '../../parts';
import { customers, merges as words } from '../../words/pt';
import { foundCustomers } from '../found-customers';

interface Props {
  /** Who is not looked for. */
  customerId: string;
  onFound: (id: string) => void;
}

/** Looks for the other record of a person. */
export function FindOther({ customerId, onFound }: Props): ReactNode {
  const [query, setQuery] = useState('');
  const typed = useTyped(query, setQuery);
  const { data, error } = useQuery({ queryKey: ['customers', query], queryFn: () => foundCustomers(query) });
  const others = data?.data.filter(({ id, mergedInto }) => id !== customerId && mergedInto === null) ?? [];
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={words.search}
        description={words.searchHint}
        data-autofocus
        maxLength={200}
        value={typed.text}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
        onKeyDown={(event) => {
          // It looks by itself; the form is not sent by it.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <FailureNotice failure={error} />
      {query !== '' && data && others.length === 0 && <Text size="sm">{words.noMatch}</Text>}
      {data?.more && <Text size="sm">{customers.more(data.data.length)}</Text>}
      {others.map(({ id, name, document, phones: [phone] }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">
            {[
              name ?? customers.unnamed,
              document && formatDocument(document.value),
              phone === undefined ? null : formatPhone(phone),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => onFound(id)}>
            {words.compare(name ?? customers.unnamed)}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
