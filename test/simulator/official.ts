/*
 * What the simulator is held to where Bling's own document is not at hand. A test compares it with the document where that is there.
 */

const PAGE = ['pagina', 'limite'];
const between = (name: string): string[] => [`${name}Inicial`, `${name}Final`];

/** The parameters by which the lists that the app's scopes reach are filtered, as Bling's own document names them. */
export const OFFICIAL_FILTERS: Readonly<Record<string, readonly string[]>> = {
  '/contatos': [
    ...[...PAGE, 'pesquisa', 'criterio', ...between('dataInclusao'), ...between('dataAlteracao')],
    ...['idTipoContato', 'idVendedor', 'uf', 'telefone', 'idsContatos[]', 'numeroDocumento', 'tipoPessoa'],
  ],
  '/pedidos/vendas': [
    ...[...PAGE, 'idContato', 'idsSituacoes[]', ...between('data'), ...between('dataAlteracao')],
    ...[...between('dataPrevista'), 'numero', 'idLoja', 'idVendedor', 'idControleCaixa', 'numerosLojas[]'],
    'idUnidadeNegocio',
  ],
  '/nfce': [
    ...[...PAGE, 'idTransportador', 'chaveAcesso', 'numero', 'serie', 'situacao'],
    ...between('dataEmissao'),
  ],
  '/canais-venda': [...PAGE, 'tipos[]', 'situacao', 'agrupador'],
  '/canais-venda/tipos': ['agrupador'],
};

/** The paths that those scopes let an app read. */
export const OFFICIAL_RESOURCES =
  /^\/(?:contatos|pedidos\/vendas|nfce|situacoes|canais-venda|empresas)(?:\/|$)/;
