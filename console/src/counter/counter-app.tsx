import { Button, Container, Loader } from '@mantine/core';
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { ReactNode } from 'react';
import { chooseMerchant, ROOT } from '../api';
import { clockOf } from '../format';
import { FailureNotice, useLoaded } from '../parts';
import { chosenStore, chooseStore, loadSession, membershipOf } from '../session';
import type { Membership, Session } from '../session';
import { common, counter, signing } from '../words/pt';
import { CounterPage } from './counter-page';
import { PlainPage } from './plain-page';
import { StoppedPage } from './stopped-page';

/** The counter: only for who has signed in, for one merchant, in one store. */
export function CounterApp(): ReactNode {
  const [, look] = useReducer((times: number) => times + 1, 0);
  const { value: session, failure, again } = useLoaded('session', loadSession);
  useEffect(() => {
    if (session === null) window.location.replace(new URL('entrar?ir=/balcao', ROOT).href);
  }, [session]);

  if (!session)
    return (
      <Container component="main" py="xl">
        {failure === null ? (
          <Loader aria-label={common.loading} />
        ) : (
          <FailureNotice failure={failure} onRetry={again} />
        )}
      </Container>
    );
  const membership = membershipOf(session);
  const options = session.merchants.filter(({ suspended }) => !suspended);
  if (session.merchants.length === 0) return <StoppedPage {...signing.none} />;
  if (options.length === 0) return <StoppedPage {...signing.suspended} />;
  if (!membership || membership.suspended)
    return (
      <Choice
        title={signing.choose.title}
        options={options}
        onChoose={(id) => (chooseMerchant(id), look())}
      />
    );
  return <InStore session={session} membership={membership} onStore={look} />;
}

interface InStoreProps {
  session: Session;
  membership: Membership;
  onStore: () => void;
}

function InStore({ session, membership, onStore }: InStoreProps): ReactNode {
  const storeId = chosenStore(membership);
  const { stores } = membership;
  const store = stores.find(({ id }) => id === storeId) ?? null;
  const zone = store?.zone ?? membership.zone;
  const clock = useMemo(() => clockOf(zone), [zone]);
  const [changing, setChanging] = useState(false);
  if (stores.length > 1 && (storeId === null || changing))
    return (
      <Choice
        title={counter.chooseStore}
        options={stores}
        onChoose={(id) => {
          chooseStore(membership, id);
          setChanging(false);
          onStore();
        }}
      />
    );
  return (
    <CounterPage
      key={storeId}
      desk={{ session, membership, store, clock }}
      onChangeStore={stores.length > 1 ? () => setChanging(true) : null}
    />
  );
}

interface ChoiceProps {
  title: string;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}

function Choice({ title, options, onChoose }: ChoiceProps): ReactNode {
  return (
    <PlainPage title={title}>
      {options.map(({ id, name }) => (
        <Button key={id} size="lg" variant="default" onClick={() => onChoose(id)}>
          {name}
        </Button>
      ))}
    </PlainPage>
  );
}
