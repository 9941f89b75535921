import type { ConsoleFile } from './console-files';

/** Addresses of the API: what is not there is answered to programs, also where a browser asks. */
const OF_THE_API = /^\/(?:v1|webhooks|integrations|docs|healthz|readyz|openapi\.json)(?:\/|$)/;

/** The page behind an address of the console: the counter has one of its own, small enough for any tablet. */
export function pageAt(path: string): 'index.html' | 'balcao.html' | null {
  if (OF_THE_API.test(path)) return null;
  return /^\/balcao\/?$/.test(path) ? 'balcao.html' : 'index.html';
}

/** A page that says where it lies, so that its files and the API are found under a prefix as well. */
export function pageUnder(prefix: string, { bytes }: ConsoleFile): string {
  return bytes.toString().replace('<head>', `<head>\n    <base href="${prefix}" />`);
}

/** The path of an address the installation is reached by, with a slash at its end; what has a meaning in HTML is escaped. */
export function prefixOf(publicUrl: string): string {
  const { pathname } = new URL(publicUrl);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return path.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What a browser is shown where nobody has built the console. */
export const NOT_BUILT = `<!doctype html>
<html lang="pt-BR">
  <head><meta charset="utf-8" /><title>Retorno</title></head>
  <body>
    <main>
      <h1>O console não foi compilado</h1>
      <p>A API está no ar, mas os arquivos do console não estão nesta instalação.</p>
      <p>Compile-os com <code>npm run build:console</code> e inicie a API de novo.</p>
    </main>
  </body>
</html>
`;
