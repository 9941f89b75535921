import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../lists';
import { useWorkplace } from '../../shell';
import { common, people } from '../../words/pt';
import type { Invitation } from '../people-query';

const words = people.invitations;

interface Props {
  invitations: readonly Invitation[];
  onWithdraw: (invitation: Invitation) => void;
}

/** Who was invited and has not come yet. */
export function InvitationsPart({ invitations, onWithdraw }: Props): ReactNode {
  const { clock } = useWorkplace();
  return (
    <Part title={words.title}>
      {invitations.length === 0 && <Text size="sm">{words.none}</Text>}
      {invitations.map((invitation) => {
        const { id, name, email, role, expiresAt } = invitation;
        return (
          <Group key={id} justify="space-between">
            <div style={{ overflowWrap: 'anywhere' }}>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {words.about(email, common.roles[role], clock.dateTime(expiresAt))}
              </Text>
            </div>
            <Button
              variant="default"
              size="compact-md"
              aria-label={words.withdrawOf(name)}
              onClick={() => onWithdraw(invitation)}
            >
              {words.withdraw}
            </Button>
          </Group>
        );
      })}
    </Part>
  );
}
