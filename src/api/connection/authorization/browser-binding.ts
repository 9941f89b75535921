import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { sha256 } from '../../http';
import type { AppDeps } from '../../http';

/** How long a consent may take: as long as its state is remembered. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** `shown`: the browser was told which account will read the company's data; `agreed`: and went on from there. */
type Stage = 'shown' | 'agreed';

/**
 * Ties an authorisation to one browser by a signed cookie for each state. Whoever merely got a link to Bling's consent page
 * does not have it, and a page that was only shown is not one that was agreed to.
 */
export class BrowserBinding {
  private readonly key: Buffer;
  private readonly options: CookieOptions;
  private readonly prefix: string;

  constructor({ encryptionKey, publicUrl }: Pick<AppDeps['config'], 'encryptionKey' | 'publicUrl'>) {
    this.key = Buffer.from(hkdfSync('sha256', encryptionKey, '', 'retorno/bling consent', 32));
    const secure = publicUrl.startsWith('https:');
    this.options = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: KEPT_MS };
    this.prefix = secure ? '__Host-retorno-bling-' : 'retorno-bling-';
  }

  /** Notes that the page was shown. @returns the word by which its link goes on */
  show(req: Request, res: Response, state: string): string {
    const nonce = this.nonceIn(req, state, 'agreed') ?? this.nonceIn(req, state, 'shown') ?? fresh();
    if (this.nonceIn(req, state, 'agreed') === null) this.set(res, state, 'shown', nonce);
    return this.sign('go', state, nonce);
  }

  /** Notes that whoever saw the page goes on. False where the word was not given to this browser. */
  agree(req: Request, res: Response, state: string, word: string): boolean {
    const nonce = this.nonceIn(req, state, 'agreed') ?? this.nonceIn(req, state, 'shown');
    if (nonce === null || !same(word, this.sign('go', state, nonce))) return false;
    this.set(res, state, 'agreed', nonce);
    return true;
  }

  /** Whether this browser is the one that agreed. */
  hasAgreed(req: Request, state: string): boolean {
    return this.nonceIn(req, state, 'agreed') !== null;
  }

  private set(res: Response, state: string, stage: Stage, nonce: string): void {
    res.cookie(this.nameOf(state), `${stage}.${nonce}.${this.sign(stage, state, nonce)}`, this.options);
  }

  private nonceIn(req: Request, state: string, wanted: Stage): string | null {
    const name = this.nameOf(state);
    for (const cookie of (req.get('cookie') ?? '').split('; ')) {
      if (!cookie.startsWith(`${name}=`)) continue;
      const [stage, nonce = '', signature = ''] = cookie.slice(name.length + 1).split('.');
      if (stage === wanted && same(signature, this.sign(stage, state, nonce))) return nonce;
    }
    return null;
  }

  /** One cookie for each authorisation, so that two begun in one browser do not disturb each other. */
  private nameOf(state: string): string {
    return this.prefix + sha256(state).slice(0, 16);
  }

  private sign(what: Stage | 'go', state: string, nonce: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([what, state, nonce]))
      .digest('base64url');
  }
}

function fresh(): string {
  return randomBytes(16).toString('base64url');
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
