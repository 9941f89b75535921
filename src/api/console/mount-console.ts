import { createHash } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { consoleFolder, readConsoleFiles } from './console-files';
import type { ConsoleFile, ConsoleFiles } from './console-files';
import { NOT_BUILT, pageAt, pageUnder, prefixOf } from './console-pages';

/** Scripts only from here, and none written into a page; Mantine writes styles into the page. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const A_YEAR = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** How the console is served. */
export interface ConsoleSettings {
  /** The address the installation is reached by; its path is the prefix of every page. */
  publicUrl: string;
  /** Where the built console is; default: where the build puts it. */
  folder?: string;
}

/**
 * Serves the console for whatever no route has answered: its files by their names, and its pages to browsers that go to any
 * other address. Programs that ask for what is not there get the problem of every unknown address.
 */
export function mountConsole(app: Express, { publicUrl, folder = consoleFolder() }: ConsoleSettings): void {
  const prefix = prefixOf(publicUrl);
  let reading: Promise<ConsoleFiles | null> | undefined;

  // No route: what is asked for here has no name in metrics and logs.
  app.use(async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const page = isNavigation(req) ? pageAt(req.path) : null;
    reading ??= readConsoleFiles(folder);
    const files = await reading;
    // Asked again next time: it may be built meanwhile.
    if (!files) reading = undefined;
    const file = files?.get(req.path.slice(1));
    if (file && !file.type.startsWith('text/html')) return sendFile(req, res, file);
    if (page === null) return next();
    res.set('Content-Security-Policy', POLICY).set('Cache-Control', ASK_AGAIN);
    const found = files?.get(page);
    if (!found) {
      res.status(503).type('html').send(NOT_BUILT);
      return;
    }
    sendPage(req, res, pageUnder(prefix, found));
  });
}

/** Whether a person goes to an address with a browser; programs say what they want or take anything. */
function isNavigation(req: Request): boolean {
  return /\btext\/html\b/.test(req.get('accept') ?? '');
}

function sendPage(req: Request, res: Response, page: string): void {
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 27)}"`;
  res.set('ETag', etag).vary('Accept').type('html');
  if (req.get('if-none-match') === etag) res.status(304).end();
  else res.send(page);
}

function sendFile(req: Request, res: Response, file: ConsoleFile): void {
  const encoding = (['br', 'gzip'] as const).find(
    (name) => file.compressed[name] && req.acceptsEncodings(name) === name,
  );
  res.set('ETag', file.etag).set('Cache-Control', file.lasting ? A_YEAR : ASK_AGAIN);
  res.vary('Accept-Encoding').type(file.type);
  if (req.get('if-none-match') === file.etag) {
    res.status(304).end();
    return;
  }
  if (encoding) res.set('Content-Encoding', encoding);
  res.send((encoding && file.compressed[encoding]) ?? file.bytes);
}
