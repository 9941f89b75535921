import { Button, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Schema } from '../../api';
import { accountQuery } from '../../connections';
import type { Account } from '../../connections';
import { ReadBody, WideTable } from '../../lists';
import { PageLink } from '../../shell';
import { noChannelOf, storeNamed, storesQuery } from '../../stores';
import { common, connection as all } from '../../words/pt';

const words = all.channels;

/** The sales channels of a company, and the store that each means. Bling is asked once somebody wants to see them. */
export function ChannelsPart({ connection }: { connection: Schema<'Connection'> }): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <Stack gap="xs" align="start">
      <Button variant="default" onClick={() => setShown(true)}>
        {words.see}
      </Button>
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={words.of(connection.companyName)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        {shown && <Channels connectionId={connection.id} />}
      </Modal>
    </Stack>
  );
}

function Channels({ connectionId }: { connectionId: string }): ReactNode {
  const account = useQuery(accountQuery(connectionId));
  return (
    <ReadBody query={account} loading={words.loading}>
      {({ channels }) => (
        <Stack gap="sm">
          {channels.answer === 'refused' && <Text size="sm">{words.refused}</Text>}
          <ChannelTable options={channels.options} />
          <PageLink to="/configuracoes/lojas">{words.toStores}</PageLink>
        </Stack>
      )}
    </ReadBody>
  );
}

function ChannelTable({ options }: { options: Account['channels']['options'] }): ReactNode {
  const { data: stores = [] } = useQuery(storesQuery);
  const { columns } = words;
  return (
    <WideTable title={words.caption} minWidth={300}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.channel}</Table.Th>
          <Table.Th>{columns.store}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {options.map((option) => (
          <Table.Tr key={option.id}>
            <Table.Td>{nameOf(option)}</Table.Td>
            <Table.Td>
              {option.storeId === null ? words.noStore : storeNamed(stores, option.storeId)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** Orders without a channel have no number that anybody would look for at Bling. */
function nameOf({ id, name, type, enabled }: Account['channels']['options'][number]): string {
  const known = name ?? type ?? id;
  if (noChannelOf(id) !== undefined) return known;
  return enabled ? words.name(known, id) : words.disabled(known, id);
}
