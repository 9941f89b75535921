import { Button, Group, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ListBody } from '../../lists';
import { keys as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { KeyForm } from './key-form';
import { keysQuery } from './key-query';
import type { Key } from './key-query';
import { KeyTable } from './key-table';
import { RevokeForm } from './revoke-form';

/** What speaks for the account without a person: tills, shops, spreadsheets. */
export function KeysPage(): ReactNode {
  const list = useQuery(keysQuery);
  const [open, setOpen] = useState<Key | 'new' | null>(null);
  const [said, setSaid] = useState('');
  const close = (): void => setOpen(null);
  const begin = (which: Key | 'new'): void => {
    setSaid('');
    setOpen(which);
  };
  const revoked = (text: string): void => {
    close();
    setSaid(text);
  };
  const key = open === 'new' ? null : open;
  return (
    <SettingsPage title={words.title}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {said}
        </Text>
        <Button onClick={() => begin('new')}>{words.create.action}</Button>
      </Group>
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => <KeyTable keys={all} onRevoke={begin} />}
      </ListBody>
      <Modal
        opened={open !== null}
        onClose={close}
        title={key ? words.revoke.title(key.label) : words.create.action}
      >
        {open === 'new' && <KeyForm onClose={close} />}
        {key && <RevokeForm of={key} onDone={revoked} onCancel={close} />}
      </Modal>
    </SettingsPage>
  );
}
