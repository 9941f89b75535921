import { Modal } from '@mantine/core';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ReadBody } from '../../lists';
import { people as words } from '../../words/pt';
import { peopleQuery } from '../people-query';
import type { Person } from '../people-query';
import { SettingsPage } from '../settings-page';
import { TopBar } from '../top-bar';
import { useDialog } from '../use-dialog';
import { settingsQuery } from '../settings-query';
import { AccessForm } from './access-form';
import { InvitationsPart } from './invitations-part';
import { InviteForm } from './invite-form';
import { PeopleTable } from './people-table';
import { RemovalForm } from './removal-form';
import type { Leaving } from './removal-form';
import { SecondFactorRule } from './second-factor-rule';

type Open =
  { dialog: 'invite' } | { dialog: 'change'; person: Person } | { dialog: 'remove'; leaving: Leaving };

/** Who works with the program: what each may, who is invited, and how owners have to sign in. */
export function PeoplePage(): ReactNode {
  // A part needs these as well: it does not wait for the people first.
  usePrefetchQuery(settingsQuery);
  const people = useQuery(peopleQuery);
  const dialog = useDialog<Open>();
  const { about, close, done } = dialog;
  const leave = ({ id, name }: { id: string; name: string }, invited: boolean): void =>
    dialog.open({ dialog: 'remove', leaving: { id, name, invited } });
  return (
    <SettingsPage title={words.title}>
      <TopBar
        said={dialog.said}
        action={words.invite.action}
        onAction={() => dialog.open({ dialog: 'invite' })}
      />
      <ReadBody query={people} loading={words.loading}>
        {({ data, invitations }) => (
          <>
            <PeopleTable
              people={data}
              onChange={(person) => dialog.open({ dialog: 'change', person })}
              onRemove={(person) => leave(person, false)}
            />
            <InvitationsPart invitations={invitations} onWithdraw={(invitation) => leave(invitation, true)} />
            <SecondFactorRule people={data} />
          </>
        )}
      </ReadBody>
      <Modal opened={about !== null} onClose={close} title={about && titleOf(about)}>
        {about?.dialog === 'invite' && <InviteForm onClose={close} />}
        {about?.dialog === 'change' && <AccessForm person={about.person} onSaved={done} onCancel={close} />}
        {about?.dialog === 'remove' && <RemovalForm leaving={about.leaving} onDone={done} onCancel={close} />}
      </Modal>
    </SettingsPage>
  );
}

function titleOf(open: Open): string {
  if (open.dialog === 'invite') return words.invite.action;
  if (open.dialog === 'change') return words.changeOf(open.person.name);
  return words.removal.title(open.leaving.name);
}
