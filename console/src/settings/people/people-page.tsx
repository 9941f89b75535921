import { Button, Group, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { people as words } from '../../words/pt';
import { peopleQuery } from '../people-query';
import type { Person } from '../people-query';
import { ReadPart } from '../read-part';
import { SettingsPage } from '../settings-page';
import { AccessForm } from './access-form';
import { InvitationsPart } from './invitations-part';
import { InviteForm } from './invite-form';
import { PeopleTable } from './people-table';
import { RemovalForm } from './removal-form';
import type { Leaving } from './removal-form';
import { SecondFactorRule } from './second-factor-rule';

type Open =
  | { dialog: 'none' }
  | { dialog: 'invite' }
  | { dialog: 'change'; person: Person }
  | { dialog: 'remove'; leaving: Leaving };

/** Who works with the program: what each may, who is invited, and how owners have to sign in. */
export function PeoplePage(): ReactNode {
  const people = useQuery(peopleQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const [said, setSaid] = useState('');
  const close = (): void => setOpen({ dialog: 'none' });
  const begin = (next: Open): void => {
    setSaid('');
    setOpen(next);
  };
  const done = (text: string): void => {
    close();
    setSaid(text);
  };
  const leave = ({ id, name }: { id: string; name: string }, invited: boolean): void =>
    begin({ dialog: 'remove', leaving: { id, name, invited } });
  return (
    <SettingsPage title={words.title}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {said}
        </Text>
        <Button onClick={() => begin({ dialog: 'invite' })}>{words.invite.action}</Button>
      </Group>
      <ReadPart query={people} loading={words.loading}>
        {({ data, invitations }) => (
          <>
            <PeopleTable
              people={data}
              onChange={(person) => begin({ dialog: 'change', person })}
              onRemove={(person) => leave(person, false)}
            />
            <InvitationsPart invitations={invitations} onWithdraw={(invitation) => leave(invitation, true)} />
            <SecondFactorRule people={data} />
          </>
        )}
      </ReadPart>
      <Modal opened={open.dialog !== 'none'} onClose={close} title={titleOf(open)}>
        {open.dialog === 'invite' && <InviteForm onClose={close} />}
        {open.dialog === 'change' && <AccessForm person={open.person} onSaved={done} onCancel={close} />}
        {open.dialog === 'remove' && <RemovalForm leaving={open.leaving} onDone={done} onCancel={close} />}
      </Modal>
    </SettingsPage>
  );
}

function titleOf(open: Open): string {
  if (open.dialog === 'invite') return words.invite.action;
  if (open.dialog === 'change') return words.changeOf(open.person.name);
  if (open.dialog === 'remove') return words.removal.title(open.leaving.name);
  return '';
}
