import { Container, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { CounterCustomer, CounterFound, CounterLimits, Registered } from '../api';
import { common } from '../words/pt';
import { canScan } from './can-scan';
import { ConfirmDialog } from './confirm-dialog';
import { CustomerCard } from './customer-card';
import { whoAt } from './desk';
import type { Desk } from './desk';
import { DeskHeader } from './desk-header';
import { Found } from './found';
import { MoveOutcome } from './move-outcome';
import { questionOf } from './moves';
import { OthersMoves } from './others-moves';
import { ParkedMoves } from './parked-moves';
import { RegisteredNotice } from './registered-notice';
import { SearchField } from './search-field';
import { useMove } from './use-move';
import { useScanner } from './use-scanner';
import { useSearch } from './use-search';
import type { SearchState } from './use-search';
import { useSingleEnter } from './use-single-enter';

/** What was done before can be read a moment after the field is there. */
const AttemptList = lazy(async () => ({ default: (await import('./attempt-list')).AttemptList }));
/** Only where the browser reads codes. */
const CameraPart = lazy(async () => ({ default: (await import('./camera-part')).CameraPart }));

interface Props {
  desk: Desk;
  /** Null where there is one store. */
  onChangeStore: (() => void) | null;
}

/** The counter: one field, the person behind it, what is to be done, and what was done today. */
export function CounterPage({ desk, onChangeStore }: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  /** Grows whenever value has moved, or something was tried in vain: what was read before is old. */
  const [moves, setMoves] = useState(0);
  const readAgain = (): void => setMoves((count) => count + 1);
  const search = useSearch(desk.store?.id ?? null, readAgain);
  const [chosen, setChosen] = useState<CounterCustomer | null>(null);
  /** How whoever stands there was just registered. */
  const [registered, setRegistered] = useState<Registered | null>(null);
  const move = useMove(whoAt(desk), readAgain);
  const { state, isHeld } = move;

  const choose = (customer: CounterCustomer | null): void => {
    setChosen(customer);
    setRegistered(null);
  };

  const next = (): void => {
    if (isHeld) return;
    move.leave();
    choose(null);
    search.clear();
    field.current?.focus();
  };

  /** At once: Enter was pressed, or a scanner has read it. */
  const look = async (text: string, called?: string): Promise<void> => {
    if (isHeld) return;
    move.leave();
    choose(null);
    const found = await search.look(text, called);
    if (found) setChosen(onlyOne(found));
  };

  /** Opens whom the API has written down or recognised, whatever was looked for before. */
  const open = (answer: Registered): void => {
    void look(answer.customer.id, answer.customer.name ?? '');
    setRegistered(answer);
  };

  /** The same once more: whoever was registered still is. */
  const lookAgain = (query: string): void => {
    void look(query, search.typed);
    setRegistered(registered);
  };

  useSingleEnter();
  useScanner((text) => void look(text));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && state.phase !== 'asking' && !event.defaultPrevented) next();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  // What was typed stays while it is sent: a refusal leaves it to be corrected.
  const isOpen = state.phase === 'sending' || (state.phase !== 'done' && !isHeld);
  const { phase } = search.state;
  const waiting = state.phase === 'unknown' ? state.kept : move.parked[0];
  const unanswered = waiting ? questionOf(waiting.move) : null;
  return (
    <>
      <DeskHeader desk={desk} isHeld={isHeld} unanswered={unanswered} onChangeStore={onChangeStore} />
      <Container component="main" size="lg" py="md">
        <Stack gap="lg">
          <SearchField
            ref={field}
            search={search}
            disabled={state.phase === 'sending'}
            onEnter={look}
            onType={() => choose(null)}
          />
          {canScan() && (
            <Suspense fallback={null}>
              <CameraPart disabled={isHeld || state.phase === 'sending'} onRead={(text) => void look(text)} />
            </Suspense>
          )}
          <OthersMoves moves={move.others} clock={desk.clock} onFoundOut={move.foundOut} />
          <ParkedMoves moves={move.parked} clock={desk.clock} onAgain={(kept) => void move.resume(kept)} />
          <MoveOutcome
            state={state}
            clock={desk.clock}
            onAgain={() => void move.go()}
            onLater={move.later}
            onFoundOut={move.foundOut}
            onNext={next}
          />
          <div inert={state.phase === 'sending'}>
            <Stack gap="md">
              {isOpen && registered && <RegisteredNotice registered={registered} />}
              {isOpen && !chosen && phase !== 'none' && (
                <Found
                  desk={desk}
                  search={search}
                  onRetry={lookAgain}
                  onChoose={choose}
                  onRegistered={open}
                  onAsk={move.ask}
                  onTried={readAgain}
                />
              )}
              {isOpen && chosen && (
                <CustomerCard
                  key={chosen.id}
                  desk={desk}
                  customer={chosen}
                  limits={limitsIn(search.state)}
                  moves={moves}
                  state={state}
                  onAsk={move.ask}
                  onTried={readAgain}
                  onNext={next}
                />
              )}
            </Stack>
          </div>
          <div inert={isHeld}>
            <Suspense fallback={<Text role="status">{common.loading}</Text>}>
              <AttemptList desk={desk} moves={moves} onAsk={move.ask} />
            </Suspense>
          </div>
        </Stack>
      </Container>
      {state.phase === 'asking' && (
        <ConfirmDialog
          move={state.move}
          before={state.before}
          clock={desk.clock}
          onYes={() => void move.go()}
          onNo={move.leave}
        />
      )}
    </>
  );
}

/** What the program allows, as it came with the people who were found. */
function limitsIn(state: SearchState): CounterLimits | null {
  return state.phase === 'found' && state.found.kind === 'customers' ? state.found.limits : null;
}

/** Whom a search found, where it is one person: only then nobody has to choose. */
function onlyOne(found: CounterFound): CounterCustomer | null {
  if (found.kind !== 'customers' || found.customers.length !== 1) return null;
  return found.customers[0] ?? null;
}
