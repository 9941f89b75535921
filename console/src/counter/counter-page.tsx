import { Container, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { CounterCustomer, CounterFound } from '../api';
import { common } from '../words/pt';
import { ConfirmDialog } from './confirm-dialog';
import { CustomerCard } from './customer-card';
import type { Desk } from './desk';
import { DeskHeader } from './desk-header';
import { Found } from './found';
import { MoveOutcome } from './move-outcome';
import { SearchField } from './search-field';
import { useMove } from './use-move';
import { useScanner } from './use-scanner';
import { useSearch } from './use-search';

/** What was done before can be read a moment after the field is there. */
const AttemptList = lazy(async () => ({ default: (await import('./attempt-list')).AttemptList }));

interface Props {
  desk: Desk;
  /** Null where there is one store. */
  onChangeStore: (() => void) | null;
}

/** The counter: one field, the person behind it, what is to be done, and what was done today. */
export function CounterPage({ desk, onChangeStore }: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch(desk.store?.id ?? null);
  const [chosen, setChosen] = useState<CounterCustomer | null>(null);
  /** Grows whenever value has moved: what was read before is old. */
  const [moves, setMoves] = useState(0);
  const move = useMove(useCallback(() => setMoves((count) => count + 1), []));
  const { state } = move;

  const next = (): void => {
    if (state.phase === 'sending' || state.phase === 'unknown') return;
    move.leave();
    setChosen(null);
    search.clear();
    field.current?.focus();
  };

  /** At once: Enter was pressed, or a scanner has read it. */
  const look = async (text: string): Promise<void> => {
    if (state.phase === 'sending' || state.phase === 'unknown') return;
    move.leave();
    setChosen(null);
    const found = await search.look(text);
    setChosen(onlyOne(found));
  };

  useScanner((text) => void look(text));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && state.phase !== 'asking' && !event.defaultPrevented) next();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  // What was typed stays while it is sent: a refusal leaves it to be corrected.
  const open = state.phase !== 'done' && state.phase !== 'unknown';
  const { phase } = search.state;
  return (
    <>
      <DeskHeader desk={desk} onChangeStore={onChangeStore} />
      <Container component="main" size="lg" py="md">
        <Stack gap="lg">
          <SearchField
            ref={field}
            search={search}
            disabled={state.phase === 'sending'}
            onEnter={look}
            onType={() => setChosen(null)}
          />
          <MoveOutcome state={state} clock={desk.clock} onAgain={() => void move.go()} onNext={next} />
          <div inert={state.phase === 'sending'}>
            {open && !chosen && phase !== 'none' && (
              <Found desk={desk} search={search} onChoose={setChosen} onAsk={move.ask} />
            )}
            {open && chosen && (
              <CustomerCard
                key={chosen.id}
                desk={desk}
                customer={chosen}
                state={state}
                onAsk={move.ask}
                onNext={next}
              />
            )}
          </div>
          <Suspense fallback={<Text role="status">{common.loading}</Text>}>
            <AttemptList desk={desk} moves={moves} onAsk={move.ask} />
          </Suspense>
        </Stack>
      </Container>
      {state.phase === 'asking' && (
        <ConfirmDialog move={state.move} onYes={() => void move.go()} onNo={move.leave} />
      )}
    </>
  );
}

/** Whom a search found, where it is one person: only then nobody has to choose. */
function onlyOne(found: CounterFound | null): CounterCustomer | null {
  if (found?.kind !== 'customers' || found.customers.length !== 1) return null;
  return found.customers[0] ?? null;
}
