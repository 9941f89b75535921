import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { Express } from 'express';
import request from 'supertest';
import { mountConsole } from '../../../src/api/console';
import { testFolder } from '../../tools/folders';
import type { TestFolder } from '../../tools/folders';
import { anApi, problemIn } from '../an-api';

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';
const SCRIPT = 'export const sum = 1;\n'.repeat(20);
const PAGE = '<!doctype html>\n<html><head>\n<title>all</title></head></html>';

describe('the console', () => {
  let folder: TestFolder;
  beforeEach(async () => {
    folder = await testFolder();
  });
  afterEach(() => folder.remove());

  async function built(): Promise<void> {
    await folder.file('index.html', PAGE);
    await folder.file('balcao.html', PAGE.replace('all', 'counter'));
    await folder.file('assets/main-C0ffee.js', SCRIPT);
    await folder.file('assets/main-C0ffee.js.br', 'compressed');
    await folder.file('favicon.svg', '<svg/>');
  }

  function served(publicUrl = 'http://localhost:3000'): Express {
    const app = express().disable('etag');
    app.get('/v1/sales', (_req, res) => void res.json({ data: [] }));
    mountConsole(app, { publicUrl, folder: folder.path });
    app.use((_req, res) => void res.status(404).json({ code: 'not_found' }));
    return app;
  }
  const open = (path: string, app = served()): request.Test => request(app).get(path).set('accept', BROWSER);

  it.each(['/', '/entrar', '/vendas/sal_1?aba=2', '/index.html'])('shows its page at %s', async (path) => {
    await built();
    const answer = await open(path).expect(200);
    expect(answer.text).toContain('<title>all</title>');
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('shows the counter by a page of its own', async () => {
    await built();
    expect((await open('/balcao').expect(200)).text).toContain('<title>counter</title>');
  });

  it('lets a page run no script but its own files', async () => {
    await built();
    const policy = (await open('/')).headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('says in the page under which prefix it lies', async () => {
    await built();
    expect((await open('/')).text).toContain('<base href="/" />');
    const under = served('https://loja.example.com/retorno/"><script>');
    expect((await open('/', under)).text).toContain('<base href="/retorno/');
    expect((await open('/', under)).text).not.toContain('"><script>');
  });

  it('answers a page that has not changed without sending it again', async () => {
    await built();
    const { etag } = (await open('/')).headers as { etag: string };
    await open('/').set('if-none-match', etag).expect(304);
  });

  it('lets files with a digest in their name be kept for ever, and asks again for the others', async () => {
    await built();
    const script = await request(served()).get('/assets/main-C0ffee.js').expect(200);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const icon = await request(served()).get('/favicon.svg').expect(200);
    expect(icon.headers['cache-control']).toBe('no-cache');
  });

  it('sends what was compressed at the build to those who take it', async () => {
    await built();
    const asked = (encoding: string): request.Test =>
      request(served()).head('/assets/main-C0ffee.js').set('accept-encoding', encoding);
    expect((await asked('gzip, br')).headers['content-encoding']).toBe('br');
    expect((await asked('gzip')).headers['content-length']).toBe(String(SCRIPT.length));
    expect((await asked('br;q=0')).headers['content-encoding']).toBeUndefined();
    expect((await asked('identity')).headers['vary']).toContain('Accept-Encoding');
  });

  it.each(['/assets/gone-1234.js', '/assets/../../package.json', '/assets/main-C0ffee.js.br', '/nothing'])(
    'has no page for a program that asks for %s',
    async (path) => {
      await built();
      await request(served()).get(path).set('accept', '*/*').expect(404);
    },
  );

  it.each(['/v1/nothing', '/webhooks/nothing', '/docs/nothing'])(
    'leaves %s to the API, also where a browser asks',
    async (path) => {
      await built();
      await open(path).expect(404, { code: 'not_found' });
    },
  );

  it('changes nothing: another method is for the API to refuse', async () => {
    await built();
    await request(served()).post('/vendas').set('accept', BROWSER).expect(404);
  });

  it('says how to build it where it is not built, and is there once it is', async () => {
    const app = served();
    expect((await open('/', app).expect(503)).text).toContain('npm run build:console');
    await request(app).get('/').set('accept', '*/*').expect(404);
    await built();
    await open('/', app).expect(200);
  });

  it('is asked last: what the API has no answer for stays a problem document to programs', async () => {
    expect(problemIn(await request(anApi().app).get('/nothing').expect(404)).code).toBe('not_found');
  });
});
