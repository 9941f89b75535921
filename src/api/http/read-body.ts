import { isUtf8 } from 'node:buffer';
import express from 'express';
import type { Request, RequestHandler } from 'express';
import { Problem } from './problem';
import { cutOffIfSlow, hasBody } from './slow-body';
import type { BodyPace } from './slow-body';

/** Bodies beyond this are refused unread: nothing the API takes comes near it, but for files. */
const LIMIT = '256kb';
const FILE_LIMIT = '10mb';
/** Meta gathers reports into bodies of up to 3 MB (developers.facebook.com, WhatsApp webhooks). */
const BATCH_LIMIT = '3mb';

/** Bodies are not inflated: a signature is over the bytes sent, and no caller needs it. */
const parseJson = express.json({
  limit: LIMIT,
  type: 'application/json',
  inflate: false,
  verify: (_req, _res, bytes, encoding) => {
    // What is no UTF-8 would be read with other characters in its place.
    if (encoding === 'utf-8' && !isUtf8(bytes)) throw new Error('The body is not UTF-8.');
  },
});

/** Reads a JSON body; no body at all is left to the schema. */
const jsonBody: RequestHandler[] = [refuseOthers('application/json'), parseJson];

/** Reads the bytes as they came, whatever their type: signatures are over them. */
const rawBody: RequestHandler[] = [express.raw({ limit: LIMIT, type: () => true, inflate: false })];

/** Reads the bytes of a signed body that gathers many events. */
const batchBody: RequestHandler[] = [express.raw({ limit: BATCH_LIMIT, type: () => true, inflate: false })];

/** Reads the bytes of a CSV file. */
const csvBody: RequestHandler[] = [
  refuseOthers('text/csv'),
  express.raw({ limit: FILE_LIMIT, type: 'text/csv', inflate: false }),
];

/** A body has to be there within a quarter of a minute. */
const AT_ONCE: BodyPace = { withinMs: 15_000, leastBytes: Infinity, looks: 1 };
/** A file, which only comes with a key, has to come with a kilobyte a second, and be there within two minutes. */
const AS_A_FILE: BodyPace = { withinMs: 15_000, leastBytes: 15 * 1_024, looks: 8 };

/** How a route wants its body; null: not at all. */
export type BodyKind = 'json' | 'csv' | 'raw' | 'batch' | null;

/**
 * The handlers that read it.
 * @param pace a body that comes more slowly is cut off (408), also one that nobody wants
 */
export function bodyReaders(
  kind: BodyKind,
  pace: BodyPace = kind === 'csv' ? AS_A_FILE : AT_ONCE,
): RequestHandler[] {
  const readers = { json: jsonBody, csv: csvBody, raw: rawBody, batch: batchBody };
  return [cutOffIfSlow(pace, kind !== null), ...(kind === null ? [] : readers[kind])];
}

/** Methods whose bodies mean nothing. */
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where a body means nothing, the answer does not wait for it, and nobody keeps the connection by going on to send it. */
export const leaveUnread: RequestHandler = (req, res, next) => {
  if (WITHOUT_BODY.has(req.method) && hasBody(req)) res.set('Connection', 'close');
  next();
};

/** The raw bytes of a request on a route that asked for them; empty where it had no body. */
export function rawBytes(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** Refuses a body of another type (415). */
function refuseOthers(type: string): RequestHandler {
  return (req, _res, next) => {
    if (hasBody(req) && !req.is(type)) throw new Problem('unsupported_media_type');
    next();
  };
}
