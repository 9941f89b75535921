import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api, bodyOf } from '../api';
import type { Schema } from '../api';
import { connectionsQuery } from '../connections';
import { formatMoney, formatPoints } from '../format';
import { FailureNotice, useAction } from '../parts';
import { useWorkplace } from '../shell';
import { storeNamed, storesQuery } from '../stores';
import { activation as words } from '../words/pt';
import { useShowActivation } from './activation-query';
import type { Activation } from './activation-query';

type Reference = Schema<'ReferenceSale'>;
const { sale } = words;

/** A past order, what it would earn, and a person's yes to it. */
export function SalePart({ activation }: { activation: Activation }): ReactNode {
  const { clock } = useWorkplace();
  const show = useShowActivation();
  const connections = useQuery(connectionsQuery);
  const [chosen, setChosen] = useState('');
  const [orderId, setOrderId] = useState('');
  const [seen, setSeen] = useState<Reference | null>(null);
  const all = connections.data ?? [];
  const connectionId = chosen || (all[0]?.id ?? '');
  const look = useAction(async () =>
    setSeen(
      await bodyOf(
        api.POST('/v1/connections/{id}/test-sale', {
          params: { path: { id: connectionId } },
          body: { orderId: orderId.trim() },
        }),
      ),
    ),
  );
  const approve = useAction(async ({ order, program }: Reference) => {
    const body = { connectionId, orderId: order.orderId, programVersion: program.version ?? 0 };
    setSeen(null);
    show(await bodyOf(api.POST('/v1/activation/reference-sale', { body })));
  });
  const { approvedSale } = activation;
  return (
    <>
      {approvedSale && (
        <Text size="sm">
          {sale.approved(
            approvedSale.number ?? approvedSale.orderId,
            approvedSale.programVersion,
            clock.dateTime(approvedSale.at),
          )}
        </Text>
      )}
      <Text size="sm">{sale.hint}</Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look.run();
        }}
      >
        <Stack gap="sm" align="start">
          {all.length > 1 && (
            <NativeSelect
              label={sale.connection}
              data={all.map(({ id, companyName }) => ({ value: id, label: companyName }))}
              value={connectionId}
              onChange={({ currentTarget }) => {
                setChosen(currentTarget.value);
                setSeen(null);
              }}
            />
          )}
          <TextInput
            label={sale.order}
            description={sale.orderHint}
            inputMode="numeric"
            maxLength={20}
            value={orderId}
            onChange={({ currentTarget }) => {
              setOrderId(currentTarget.value);
              setSeen(null);
            }}
          />
          <Button
            type="submit"
            variant="default"
            loading={look.busy}
            disabled={!connectionId || !orderId.trim()}
          >
            {sale.look}
          </Button>
        </Stack>
      </form>
      <FailureNotice failure={look.failure ?? approve.failure} />
      {seen && (
        <Stack gap="xs" align="start">
          <SeenSale reference={seen} />
          <Button loading={approve.busy} onClick={() => void approve.run(seen)}>
            {sale.approve}
          </Button>
        </Stack>
      )}
    </>
  );
}

function SeenSale({ reference }: { reference: Reference }): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  const { order, state, customer, benefits, explanation, messages } = reference;
  return (
    <>
      <Text fw={600}>{sale.result(order.number ?? order.orderId, formatMoney(order.totalCents))}</Text>
      <Text size="sm">{sale.store(order.storeId === null ? null : storeNamed(stores, order.storeId))}</Text>
      <Text size="sm">{state.text}</Text>
      <Text size="sm">{customer.text}</Text>
      <Text size="sm" fw={600}>
        {benefits.length === 0 ? sale.nothing : sale.gives(benefits.map(amountOf).join(' e '))}
      </Text>
      {explanation.flatMap(({ lines }, rule) =>
        lines.map((line, place) => (
          // Two steps may read alike.
          <Text key={`${rule}-${place}`} size="sm">
            {line}
          </Text>
        )),
      )}
      <Text size="sm">{sale.messages(messages.length)}</Text>
    </>
  );
}

function amountOf({ type, amount, voucher }: Reference['benefits'][number]): string {
  if (voucher) return sale.voucher(voucher.template);
  return type === 'points' ? formatPoints(amount) : formatMoney(amount);
}
