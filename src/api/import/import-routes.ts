import { Mutex } from 'async-mutex';
import { z } from 'zod';
import { importIdOf } from '../../ids';
import type { AppDeps, Route } from '../http';
import { doneBy, endpoint, keysNamed, placeAfter, readPlace } from '../http';
import { merchantZone } from '../program';
import { Problem } from '../http/problem';
import { fileBytes, readColumnAnswers, readImportFile, readStatusAnswers } from './file';
import { contactImportExample } from './contact-import-schema';
import { contactImportRoutes } from './contact-import-routes';
import { contactImportViews, oneContactImportView } from './contact-import-view';
import {
  anyImportSchema,
  fileImportExample,
  importListSchema,
  fileImportSchema,
  importPageSchema,
  importQuerySchema,
} from './import-schema';
import { fileImportSummaryView, fileImportView } from './import-view';

const tag = 'Imports';

const EXAMPLE = [
  'Pedido;Data;Valor total;CPF;Nome;Celular',
  '10231;03/11/2026 12:00;"1.234,56";529.982.247-25;Maria Exemplo;(11) 98765-4321',
].join('\n');

/** Customers and sales out of spreadsheets, and the people in a company of Bling. */
export function importRoutes(deps: AppDeps): Route[] {
  return [start(deps), list(deps), one(deps), ...contactImportRoutes(deps)];
}

/** Bytes, which OpenAPI knows as a text. */
const fileSchema = z.instanceof(Buffer).meta({ type: 'string' });

function start(deps: AppDeps): Route {
  const { store, runs } = deps;
  // However many files come, other requests wait for one of them at a time.
  const oneAtATime = new Mutex();
  return endpoint(deps, {
    method: 'post',
    path: '/v1/imports',
    permission: 'import',
    act: 'import.start',
    isDryRun: ({ query }) => query.dryRun === 'true',
    tag,
    summary: 'Import customers or sales from a CSV file',
    description:
      'Up to 10 MB and 50,000 rows; UTF-8 or Windows-1252; `;`, `,` or tab. The first row names the columns, in Portuguese or English. The rows are read at once, and what is wrong with them is in the answer; the others are written in the background. The same file again changes nothing. Columns are understood by the words of their titles, as shop platforms export them; those that are not are listed in `ignoredColumns`, and `column` says what a column holds; where one that is needed is missing, or two say the same, the answer is `columns_unclear` with the columns of the file. A column that seems to say how a sale stands (situação, status, pagamento, cancelamento …) with values that are not known, or any other with a value that as a whole is the status of a sale not done (`Recusado`, `Devolução`), stops the import with `status_unclear` and the question what they mean, which `status` answers; a sale is never taken for completed because nobody knew.',
    query: importQuerySchema,
    body: {
      type: 'text/csv',
      schema: fileSchema,
      example: EXAMPLE as never,
      read: fileBytes,
    },
    reply: {
      status: 201,
      description: 'The file has been read, and its rows are being written',
      schema: fileImportSchema,
      example: fileImportExample,
    },
    refusals: ['columns_unclear', 'status_unclear'],
    movesValue: true,
    async answer({ merchantId, caller, query, body, key, now, tell }) {
      const { kind } = query;
      const zone = await merchantZone(store, merchantId);
      const columns = readColumnAnswers(query.column ?? [], kind);
      const statuses = readStatusAnswers(query.status ?? []);
      const reading = await oneAtATime.runExclusive(() =>
        readImportFile(body, { kind, zone, now, columns, statuses }),
      );
      const id = importIdOf(merchantId, key);
      const about = { id, merchantId, kind, zone, by: doneBy(caller), ...readFlags(query) };
      const opened = await store.imports.open({ ...about, ...reading }, new Date(now));
      tell({ subject: { kind: 'import', id }, after: { kind } });
      if (opened.state === 'running') await runs.importFile({ merchantId, importId: id });
      return fileImportView(opened, await keysNamed(store, merchantId, [opened.by?.keyId]));
    },
  });
}

function readFlags({ dryRun, notify }: z.output<typeof importQuerySchema>): {
  dryRun: boolean;
  notify: boolean;
} {
  return { dryRun: dryRun === 'true', notify: notify === 'true' };
}

function list(deps: AppDeps): Route {
  const { errors: _errors, columns: _columns, ...summary } = fileImportExample;
  return endpoint(deps, {
    method: 'get',
    path: '/v1/imports',
    permission: 'import',
    tag,
    summary: 'Imports, newest first',
    query: importPageSchema,
    reply: {
      description: 'A page of imports',
      schema: importListSchema,
      example: { data: [summary, contactImportExample], next: null },
    },
    async answer({ merchantId, query: { limit, before }, now }) {
      const page = { limit, ...(before === undefined ? {} : readPlace(before)) };
      const [files, people] = await Promise.all([
        deps.store.imports.list(merchantId, page),
        deps.store.contactImports.list(merchantId, page),
      ]);
      const keyIds = [...files, ...people].map(({ by }) => by?.keyId);
      const keyNamed = await keysNamed(deps.store, merchantId, keyIds);
      const all = [
        ...files.map((file) => fileImportSummaryView(file, keyNamed)),
        ...(await contactImportViews(deps.store, people, keyNamed, now)),
      ].sort(newestFirst);
      const data = all.slice(0, limit);
      return { data, next: placeAfter(data, limit, ({ startedAt }) => Date.parse(startedAt)) };
    },
  });
}

function one(deps: AppDeps): Route {
  return endpoint(deps, {
    method: 'get',
    path: '/v1/imports/{id}',
    permission: 'import',
    tag,
    summary: 'How far an import is, and what could not be taken',
    reply: { description: 'The import', schema: anyImportSchema, example: fileImportExample },
    refusals: ['import_not_found'],
    async answer({ merchantId, id, now }) {
      const file = await deps.store.imports.get(merchantId, id);
      if (file) return fileImportView(file, await keysNamed(deps.store, merchantId, [file.by?.keyId]));
      const found = await deps.store.contactImports.get(merchantId, id);
      if (!found) throw new Problem('import_not_found');
      return oneContactImportView(deps.store, found, now);
    },
  });
}

interface Listed {
  id: string;
  startedAt: string;
}

function newestFirst(one: Listed, other: Listed): number {
  if (one.startedAt !== other.startedAt) return one.startedAt < other.startedAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}
