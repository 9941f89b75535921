import { Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatLocalDate } from '../../format';
import { Part } from '../../lists';
import { customers as words, sale } from '../../words/pt';
import { walletQuery } from './wallet-query';

const labels = words.vouchers;

/** The vouchers a customer has. What failed to load is said with the wallet, which is the same call. */
export function VouchersPart({ customerId }: { customerId: string }): ReactNode {
  const { data } = useQuery(walletQuery(customerId));
  if (!data) return null;
  return (
    <Part title={labels.title}>
      {data.vouchers.length === 0 && <Text>{labels.none}</Text>}
      {data.vouchers.map(({ code, state, usesLeft, expiresOn }) => (
        <Group key={code} gap="xs">
          <Code>{code}</Code>
          <Text size="sm">
            {[
              sale.benefit.voucherState[state],
              labels.uses(usesLeft),
              ...(expiresOn === null ? [] : [labels.until(formatLocalDate(expiresOn))]),
            ].join(' · ')}
          </Text>
        </Group>
      ))}
    </Part>
  );
}
