import type { LocalDate } from '../../basis';
import { dateWords } from '../../words/phrases';

/** What the sentences depend on. Dates are both inclusive. */
export interface SimulatedPeriod {
  from: LocalDate;
  until: LocalDate;
}

/** What a simulation takes for granted, in pt-BR: to be read with its numbers. */
export function simulationAssumptions(
  { from, until }: SimulatedPeriod,
  current: 'published' | 'none',
  unidentified: number,
): string[] {
  return [
    `Foram calculadas as vendas concluídas de ${dateWords(from)} a ${dateWords(until)}, com o conteúdo que têm hoje; as importadas contam na data da venda. Vendas ainda em aberto ficaram fora.`,
    `Cada programa calcula todas as vendas do período, como se sempre tivesse valido, e todas as carteiras começam vazias em ${dateWords(from)}.`,
    current === 'published'
      ? 'A comparação é com a versão atual do programa, mesmo que outra valesse na época.'
      : 'A loja ainda não publicou um programa: a comparação é com nenhum benefício.',
    'Ninguém compra mais nem menos por causa do programa: as vendas, devoluções e cancelamentos são os que houve.',
    'Os resgates confirmados são repetidos no mesmo momento, tipo e valor. Onde o saldo simulado, ou os limites do programa, não bastam, usa-se o que for possível; o resto está em unpayable. Reservas que não viraram uso ficam fora.',
    'Créditos e débitos manuais são repetidos como foram feitos. Uma venda que mudou de cliente conta, até a mudança, como sem cliente.',
    'Grupos de clientes são os de hoje; primeira compra leva em conta as vendas anteriores ao período e as do histórico, que não geram benefício.',
    'Pontos valem o preço de cada programa. Um vale conta pelo valor de face: o desconto em reais, o máximo do desconto ou, sem máximo, a porcentagem sobre a venda que o gerou.',
    'Mensagens, canais de envio e custos de envio não entram na conta: os avisos de vencimento são dados como feitos a tempo, e nenhuma validade é prorrogada por falta deles.',
    ...(unidentified > 0
      ? [
          `${unidentified === 1 ? 'Uma venda não tem' : `${unidentified} vendas não têm`} cliente identificado e não ${unidentified === 1 ? 'gera' : 'geram'} benefício.`,
        ]
      : []),
  ];
}
