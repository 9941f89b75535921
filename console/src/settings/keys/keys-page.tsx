import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListBody } from '../../lists';
import { keys as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { TopBar } from '../top-bar';
import { useDialog } from '../use-dialog';
import { KeyForm } from './key-form';
import { keysQuery } from './key-query';
import type { Key } from './key-query';
import { KeyTable } from './key-table';
import { RevokeForm } from './revoke-form';

/** What speaks for the account without a person: tills, shops, spreadsheets. */
export function KeysPage(): ReactNode {
  const list = useQuery(keysQuery);
  const dialog = useDialog<Key | 'new'>();
  const { about, close } = dialog;
  const key = about === 'new' ? null : about;
  return (
    <SettingsPage title={words.title}>
      <TopBar said={dialog.said} action={words.create.action} onAction={() => dialog.open('new')} />
      <ListBody
        list={list}
        isEmpty={(all) => all.length === 0}
        loading={words.loading}
        empty={words.empty}
        noMatch={null}
      >
        {(all) => <KeyTable keys={all} onRevoke={dialog.open} />}
      </ListBody>
      <Modal
        opened={about !== null}
        onClose={close}
        title={key ? words.revoke.title(key.label) : words.create.action}
      >
        {about === 'new' && <KeyForm onClose={close} />}
        {key && <RevokeForm of={key} onDone={dialog.done} onCancel={close} />}
      </Modal>
    </SettingsPage>
  );
}
