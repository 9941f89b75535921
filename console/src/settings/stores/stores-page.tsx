import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatDocument } from '../../format';
import { ListBody, zoneName } from '../../lists';
import { stores as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { storesQuery } from '../store-query';
import type { Store } from '../store-query';
import { StoreForm } from './store-form';

/** The account's stores, and what of Bling means each. */
export function StoresPage(): ReactNode {
  const list = useQuery(storesQuery);
  const [open, setOpen] = useState<Store | 'new' | null>(null);
  const [said, setSaid] = useState('');
  const close = (): void => setOpen(null);
  const begin = (which: Store | 'new'): void => {
    setSaid('');
    setOpen(which);
  };
  const saved = (text: string): void => {
    close();
    setSaid(text);
  };
  const store = open === 'new' ? null : open;
  return (
    <SettingsPage title={words.title}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {said}
        </Text>
        <Button onClick={() => begin('new')}>{words.add}</Button>
      </Group>
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => <StoreTable stores={all} onChange={begin} />}
      </ListBody>
      <Modal opened={open !== null} onClose={close} title={store ? words.changeOf(store.name) : words.add}>
        {open !== null && <StoreForm store={store} onSaved={saved} onCancel={close} />}
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
            <Table.Td>{meansOf(store)}</Table.Td>
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

function meansOf({ channels, documents }: Store): string {
  const known = [
    ...(channels.length > 0 ? [words.channels(channels.join(', '))] : []),
    ...(documents.length > 0 ? [words.documents(documents.map(formatDocument).join(', '))] : []),
  ];
  return known.length === 0 ? words.nothing : known.join(' · ');
}
