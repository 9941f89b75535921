import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorkplace } from '../../shell';
import { ownAccess as words } from '../../words/pt';
import { SettingsPage } from '../settings-page';
import { PasswordPart } from './password-part';
import { SecondFactorPart } from './second-factor-part';
import { SessionsPart } from './sessions-part';

/** How somebody signs in, and where they have: of everybody, their own. */
export function OwnAccessPage(): ReactNode {
  const { membership } = useWorkplace();
  return (
    <SettingsPage title={words.title}>
      {membership.secondFactorRequired && (
        <Alert color="red.9" variant="outline" title={words.required.title}>
          <Text>{words.required.text}</Text>
        </Alert>
      )}
      <PasswordPart />
      <SecondFactorPart />
      <SessionsPart />
    </SettingsPage>
  );
}
