import { Button, Modal, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { connectionsQuery } from '../../connections';
import { formatDocument } from '../../format';
import { ListBody, zoneName } from '../../lists';
import { noChannelOf, storesQuery } from '../../stores';
import type { Store } from '../../stores';
import { stores as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { TopBar } from '../top-bar';
import { useDialog } from '../use-dialog';
import { StoreForm } from './store-form';

/** The account's stores, and what of Bling means each. */
export function StoresPage(): ReactNode {
  const list = useQuery(storesQuery);
  const dialog = useDialog<Store | 'new'>();
  const { about, close } = dialog;
  const store = about === 'new' ? null : about;
  return (
    <SettingsPage title={words.title}>
      <TopBar said={dialog.said} action={words.add} onAction={() => dialog.open('new')} />
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => <StoreTable stores={all} onChange={dialog.open} />}
      </ListBody>
      <Modal opened={about !== null} onClose={close} title={store ? words.changeOf(store.name) : words.add}>
        {about !== null && <StoreForm store={store} onSaved={dialog.done} onCancel={close} />}
      </Modal>
    </SettingsPage>
  );
}

interface TableProps {
  stores: readonly Store[];
  onChange: (store: Store) => void;
}

function StoreTable({ stores, onChange }: TableProps): ReactNode {
  const { columns } = words;
  const { data: connections = [] } = useQuery(connectionsQuery);
  const channelNamed = (said: string): string => {
    const of = noChannelOf(said);
    if (of === undefined) return said;
    return words.ordersWithoutChannel(of && (connections.find(({ id }) => id === of)?.companyName ?? of));
  };
  return (
    <Table verticalSpacing="sm" layout="fixed" aria-label={words.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.name}</Table.Th>
          <Table.Th>{columns.zone}</Table.Th>
          <Table.Th>{columns.means}</Table.Th>
          <Table.Th w={100}>{columns.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody style={{ overflowWrap: 'anywhere' }}>
        {stores.map((store) => (
          <Table.Tr key={store.id}>
            <Table.Td fw={600}>{store.name}</Table.Td>
            <Table.Td>{zoneName(store.zone)}</Table.Td>
            <Table.Td>{meansOf(store, channelNamed)}</Table.Td>
            <Table.Td>
              <Button
                variant="default"
                size="compact-md"
                aria-label={words.changeOf(store.name)}
                onClick={() => onChange(store)}
              >
                {words.change}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function meansOf({ channels, documents }: Store, channelNamed: (said: string) => string): string {
  const known = [
    ...(channels.length > 0 ? [words.channels(channels.map(channelNamed))] : []),
    ...(documents.length > 0 ? [words.documents(documents.map(formatDocument).join(', '))] : []),
  ];
  return known.length === 0 ? words.nothing : known.join(' · ');
}
