import { Checkbox, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../../api';
import type { Schema } from '../../api';
import { connectionsQuery } from '../../connections';
import { FailureNotice, useAction } from '../../parts';
import { useWorkplace } from '../../shell';
import { connection as all } from '../../words/pt';

const words = all.invoices;

/** Whether NFC-e that no order names are sales as well: what it does, and when it is right. */
export function InvoicesPart({ connection }: { connection: Schema<'Connection'> }): ReactNode {
  const { id, consumerInvoices, consumerInvoicesSince } = connection;
  const { clock } = useWorkplace();
  const client = useQueryClient();
  const change = useAction(async (count: boolean) => {
    const params = { path: { id } };
    await bodyOf(api.PATCH('/v1/connections/{id}', { params, body: { consumerInvoices: count } }));
    await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  });
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.title}</Text>
      <Checkbox
        label={words.label}
        description={words.about}
        checked={consumerInvoices}
        disabled={change.busy}
        onChange={({ currentTarget: { checked } }) => void change.run(checked)}
      />
      <Text size="sm">
        {consumerInvoicesSince === null ? words.off : words.since(clock.dateTime(consumerInvoicesSince))}
      </Text>
      <FailureNotice failure={change.failure} />
    </Stack>
  );
}
