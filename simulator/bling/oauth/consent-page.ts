import type { Company } from '../../world';
import { escapeHtml } from '../answer';

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="pt-BR">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef3ee;
    font: 16px/1.5 system-ui, sans-serif; color: #1d2b22; }
  main { background: #fff; border-radius: 16px; box-shadow: 0 8px 40px #1d2b2222; padding: 2rem; width: min(26rem, 88vw); }
  h1 { font-size: 1.25rem; margin: 0 0 .75rem; } p, li { color: #44554a; } code { word-break: break-all; }
  select { width: 100%; padding: .6rem; border-radius: 8px; border: 1px solid #b9c8bd; font: inherit; margin-bottom: 1rem; }
  .buttons { display: flex; gap: .75rem; } button { flex: 1; padding: .75rem; border-radius: 10px; font: inherit;
    font-weight: 600; cursor: pointer; border: 1px solid #2f8f5b; background: #2f8f5b; color: #fff; }
  button.deny { background: #fff; color: #2f8f5b; } small { color: #6b7c71; }
</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

function companyChoice(companies: readonly Company[]): string {
  const named = companies.map((company) => ({
    index: company.profile.index,
    name: escapeHtml(company.profile.name),
  }));
  if (named.length === 1)
    return `<p>Empresa: <strong>${named[0]?.name ?? ''}</strong></p><input type="hidden" name="company" value="0">`;
  const options = named.map(({ index, name }) => `<option value="${index}">${name}</option>`).join('');
  return `<label>Empresa<select name="company">${options}</select></label>`;
}

/** The page on which the merchant allows or denies the app access to one of the companies. */
export function consentPage(companies: readonly Company[], clientId: string, state: string): string {
  return page(
    'Autorizar aplicativo',
    `<h1>Um aplicativo quer acessar os dados da sua empresa</h1>
<p>Aplicativo <code>${escapeHtml(clientId)}</code> pede para ler:</p>
<ul><li>pedidos de venda</li><li>contatos</li><li>situações e canais de venda</li><li>dados básicos da empresa</li></ul>
<form method="post" action="">
  <input type="hidden" name="client_id" value="${escapeHtml(clientId)}">
  <input type="hidden" name="state" value="${escapeHtml(state)}">
  ${companyChoice(companies)}
  <div class="buttons">
    <button class="deny" name="decision" value="deny">Negar</button>
    <button name="decision" value="allow">Permitir</button>
  </div>
</form>
<p><small>Esta é uma tela do simulador: nenhum dado real é acessado.</small></p>`,
  );
}

/** The page for a request that cannot be sent back to the app. `reason` is shown to the merchant. */
export function refusedPage(reason: string): string {
  return page(
    'Não foi possível autorizar',
    `<h1>Não foi possível autorizar o aplicativo</h1><p>${escapeHtml(reason)}</p>`,
  );
}
