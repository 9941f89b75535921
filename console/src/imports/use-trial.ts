import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAction, useCallKey } from '../parts';
import type { Action } from '../parts';
import { asColumns, unclearTitles } from './columns';
import type { ColumnSaid, FileColumn } from './columns';
import type { ChosenFile } from './file-form';
import { importQuery, sendFile } from './import-queries';
import type { FileImport } from './import-queries';
import { asStatus, unclearColumns } from './meanings';
import type { Said, StatusColumn } from './meanings';

const NOTHING: ChosenFile = { kind: 'sales', file: null, notify: false };

/** What a file was found to have, and what somebody has said of it. */
interface Reading {
  columns: readonly FileColumn[];
  statusColumns: readonly StatusColumn[];
  columnsSaid: ColumnSaid[];
  said: Said[];
}

const UNREAD: Reading = { columns: [], statusColumns: [], columnsSaid: [], said: [] };

/** A file that is tried before it is imported. */
export interface Trial {
  chosen: ChosenFile;
  reading: Reading;
  /** What would come of the file as it is read now; undefined while it has to be tried first. */
  found: FileImport | undefined;
  /** Why the last trial could not be followed. */
  lost: Error | null;
  choose: (change: Partial<ChosenFile>) => void;
  say: (answers: Partial<Pick<Reading, 'columnsSaid' | 'said'>>) => void;
  look: Action<[File], void>;
  send: (file: File, dryRun: boolean) => Promise<FileImport>;
}

/** Keeps a file, what it was found to have, and what was said of it. */
export function useTrial(): Trial {
  const keyFor = useCallKey();
  const [chosen, setChosen] = useState(NOTHING);
  const [reading, setReading] = useState(UNREAD);
  const [triedId, setTriedId] = useState<string | null>(null);
  /** Which file and which answers are meant now: what comes late of others is of none of these. */
  const meant = useRef(0);
  const tried = useQuery({ ...importQuery(triedId ?? ''), enabled: triedId !== null });
  const { kind, notify } = chosen;
  const { columnsSaid, said } = reading;

  const send = (file: File, dryRun: boolean): Promise<FileImport> => {
    const status = kind === 'sales' ? asStatus(said) : [];
    const order = { kind, dryRun, notify, column: asColumns(columnsSaid), status };
    const { name, size, lastModified } = file;
    return sendFile(file, order, keyFor({ ...order, name, size, lastModified }));
  };
  const look = useAction(async (file: File) => {
    setTriedId(null);
    const asked = meant.current;
    try {
      const { id, columns, statusColumns } = await send(file, true);
      if (asked !== meant.current) return;
      setReading((before) => ({ ...before, columns, statusColumns }));
      setTriedId(id);
    } catch (failure) {
      if (asked !== meant.current) return;
      setReading((before) => ({
        ...before,
        columns: unclearTitles(failure) ?? before.columns,
        statusColumns: unclearColumns(failure) ?? [],
      }));
      throw failure;
    }
  });
  return {
    chosen,
    reading,
    found: triedId === null || tried.data?.kind === 'contacts' ? undefined : tried.data,
    lost: tried.error,
    choose: (change) => {
      meant.current += 1;
      setChosen({ ...chosen, ...change });
      setTriedId(null);
      look.clear();
      if (change.notify === undefined) setReading(UNREAD);
    },
    say: (answers) => {
      meant.current += 1;
      setReading({ ...reading, ...answers });
      setTriedId(null);
    },
    look,
    send,
  };
}
