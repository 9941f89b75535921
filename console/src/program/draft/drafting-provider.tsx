import { useState } from 'react';
import type { ReactNode } from 'react';
import { DraftingContext } from './draft-context';
import type { Drafting } from './draft-context';
import { sameJson, writeAt } from './json-path';
import type { Draft } from './json-path';
import { keepDraft, keptDraft } from './kept-draft';
import type { Base, KeptDraft } from './kept-draft';
import { STARTER } from './starter';
import { usePreview } from './use-preview';

const EXAMPLE_CENTS = 10_000;

interface Props {
  merchantId: string;
  /** The version in force: what a draft begins as, until something of it is changed. */
  inForce: Base;
  children: ReactNode;
}

/** Keeps the draft for all pages of the program. */
export function DraftingProvider({ merchantId, inForce, children }: Props): ReactNode {
  const [kept, setKept] = useState(() => keptDraft(merchantId));
  const [exampleCents, setExampleCents] = useState(EXAMPLE_CENTS);
  const base = kept?.base ?? inForce;
  const draft = kept?.draft ?? base.program ?? STARTER;
  const previewed = usePreview(draft, exampleCents);

  const keep = (next: KeptDraft): void => {
    const changed = !sameJson(next.draft, next.base.program ?? STARTER);
    setKept(changed ? next : null);
    keepDraft(merchantId, changed ? next : null);
  };
  const replace = (next: Draft): void => keep({ base, draft: next });
  const drafting: Drafting = {
    ...{ base, draft, changed: kept !== null, replace },
    set: (path, value) => replace(writeAt(draft, path, value)),
    rebase: (on, next = draft) => keep({ base: on, draft: next }),
    discard: () => replace(base.program ?? STARTER),
    ...previewed,
    ...{ exampleCents, setExampleCents },
  };
  return <DraftingContext value={drafting}>{children}</DraftingContext>;
}
