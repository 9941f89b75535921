import { Button, Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { HISTORIES, OpenImport, openImportIn, startContactImport } from '../../imports';
import type { ContactOrder } from '../../imports';
import { FailureNotice, useAction, useCallKey } from '../../parts';
import { imports as words } from '../../words/pt';

const labels = words.contacts.begin;

/** Has the people in a company of Bling become customers, with the orders of before where somebody wants them, and shows how far it is. */
export function ContactImportPart({ connection }: { connection: Schema<'Connection'> }): ReactNode {
  const navigate = useNavigate();
  const keyFor = useCallKey();
  const [order, setOrder] = useState<ContactOrder>({ history: null, earn: false });
  const start = useAction(async () => {
    const { id } = await startContactImport(connection.id, order, keyFor(order));
    await navigate({ to: '/importacoes/$id', params: { id } });
  });
  return (
    <Stack gap="xs" align="start">
      <Text fw={600}>{labels.title}</Text>
      <Text size="sm">{words.contacts.about}</Text>
      <NativeSelect
        label={labels.history}
        data={[{ value: '', label: labels.none }, ...HISTORIES.map(asOption)]}
        value={order.history ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setOrder({ history: HISTORIES.find((one) => one === value) ?? null, earn: false })
        }
      />
      {order.history !== null && (
        <Checkbox
          label={labels.earn}
          description={labels.earnHint}
          checked={order.earn}
          onChange={({ currentTarget: { checked } }) => setOrder({ ...order, earn: checked })}
        />
      )}
      <Button variant="default" loading={start.busy} onClick={() => void start.run()}>
        {labels.start}
      </Button>
      <FailureNotice failure={start.failure} />
      <OpenImport connectionId={connection.id} told={openImportIn(start.failure)} />
    </Stack>
  );
}

function asOption(value: (typeof HISTORIES)[number]): { value: string; label: string } {
  return { value, label: labels.histories[value] };
}
