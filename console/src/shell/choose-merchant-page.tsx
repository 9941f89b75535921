import { Button, Container, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { chooseMerchant } from '../api';
import type { Session } from '../session';
import { common, signing } from '../words/pt';

interface Props {
  session: Session;
  /** Once it is chosen. */
  onChosen: () => void;
}

/** Asks somebody of several merchants for which one to work. */
export function ChooseMerchantPage({ session, onChosen }: Props): ReactNode {
  return (
    <Container component="main" size="xs" py="xl">
      <Stack gap="md">
        <Title order={1} size="h2">
          {signing.choose.title}
        </Title>
        {session.merchants.map(({ id, name, role, suspended }) => (
          <Button
            key={id}
            size="lg"
            variant="default"
            disabled={suspended}
            onClick={() => {
              chooseMerchant(id);
              onChosen();
            }}
          >
            {`${name} · ${suspended ? signing.choose.suspended : common.roles[role]}`}
          </Button>
        ))}
      </Stack>
    </Container>
  );
}
