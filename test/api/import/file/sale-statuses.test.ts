import { describe, expect, it } from '@jest/globals';
import { readImportFile, readStatusAnswers } from '../../../../src/api/import/file';
import { Problem } from '../../../../src/api/http/problem';
import { NOW } from '../../builders';

type Reading = Awaited<ReturnType<typeof readImportFile>>;

function sales(lines: readonly string[], ...answers: string[]): Promise<Reading> {
  const about = { zone: 'America/Sao_Paulo', now: NOW, columns: [], statuses: readStatusAnswers(answers) };
  return readImportFile(Buffer.from(lines.join('\n')), { kind: 'sales', ...about });
}

async function questionOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem && error.code === 'status_unclear') return error.toDocument();
    throw error;
  }
  throw new Error('Nothing was asked.');
}

const statuses = ({ sales }: Reading): string[] => sales.map(({ sale }) => sale.sourceStatus);
const SALE = 'Pedido;Data;Total';
const rows = (title: string, ...values: string[]): string[] => [
  `${SALE};${title}`,
  ...values.map((value, index) => `A${index};03/11/2026;10,00;${value}`),
];

describe('how the sales of a file stand (R51)', () => {
  it('is what the most doubtful of several columns says', async () => {
    const reading = await sales([
      'Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Total',
      '2002;bia@example.com;01/11/2026 18:00:00;Aberto;Recusado;99,90',
      '2003;caio@example.com;02/11/2026 08:00:00;Cancelado;Devolvido;50,00',
      '2004;dora@example.com;02/11/2026 08:00:00;Concluído;Pago;50,00',
      '2005;enzo@example.com;02/11/2026 08:00:00;Concluído;Pendente;50,00',
      '2006;fabi@example.com;02/11/2026 08:00:00;Concluído;Estornado;50,00',
    ]);
    expect(statuses(reading)).toEqual(['open', 'cancelled', 'completed', 'open', 'cancelled']);
    expect(reading.statusColumns.map(({ column }) => column)).toEqual([
      'Status do Pedido',
      'Status do Pagamento',
    ]);
  });

  it.each([
    [
      'Situação',
      ['Cancelado', 'em aberto', 'Atendido', 'Pedido cancelado pelo cliente', 'Aguardando pagamento'],
      ['cancelled', 'open', 'completed', 'cancelled', 'open'],
    ],
    ['Pagamento', ['Pago', 'não', 'SIM', '05/11/2026'], ['completed', 'open', 'completed', 'completed']],
    [
      'Financial Status',
      ['paid', 'pending', 'refunded', 'voided'],
      ['completed', 'open', 'cancelled', 'cancelled'],
    ],
    ['Pago?', ['s', 'N'], ['completed', 'open']],
  ])('is known by a column %s', async (title, values, expected) => {
    expect(statuses(await sales(rows(title, ...values)))).toEqual(expected);
  });

  it('is never "completed" because a cell is blank', async () => {
    const reading = await sales(rows('Situação', 'Concluída', ''));
    expect(statuses(reading)).toEqual(['completed']);
    expect(reading.errors).toMatchObject([{ row: 3, field: 'Situação' }]);
    expect(statuses(await sales(rows('Situação', 'Concluída', ''), 'situacao:=open'))).toEqual([
      'completed',
      'open',
    ]);
  });

  it('is cancelled by a date of cancellation, and not said by none', async () => {
    const reading = await sales([
      `${SALE};Paid at;Cancelled at`,
      'A1;2026-11-03;10.00;2026-11-03 10:00:00 -0300;'.replaceAll(' -0300', ''),
      'A2;2026-11-03;10.00;2026-11-03;2026-11-04',
    ]);
    expect(statuses(reading)).toEqual(['completed', 'cancelled']);
  });

  it.each([
    'Situação',
    'STATUS',
    'status_do_pedido',
    'Situacao da venda',
    'Estado do Pedido',
    'Pagamento',
    'Status do pagamento',
    'Cancelamento',
    'Pedido cancelado?',
    'Motivo do cancelamento',
    'Devolução',
    'Fulfillment Status',
    'Etapa',
    'Faturado',
    'Estado',
    'statusPagamento',
    'Reembolso',
    'Valor estornado',
  ])('is asked where a column %s says what is not understood, and nothing is taken', async (title) => {
    const value = title === 'Valor estornado' ? '7,50' : 'Em transe';
    const question = await questionOf(sales(rows(title, value, value)));
    expect(question).toMatchObject({
      status: 422,
      statusColumns: [
        {
          column: title,
          values: [{ value: title === 'Valor estornado' ? 'valor' : value, rows: 2, means: 'unknown' }],
        },
      ],
    });
    expect(question['detail']).toContain(`"${title}"`);
    const example = String(question['example']).replace('status=', '');
    expect(statuses(await sales(rows(title, value, value), example))).toEqual(['completed', 'completed']);
  });

  it.each([
    'Forma de pagamento',
    'Método de pagamento',
    'Payment Method',
    'Valor pago',
    'Parcelas',
    'Cidade',
    'Vendedor',
    'Data prevista de entrega',
  ])('is not asked for a column %s, which is listed as meaning nothing', async (title) => {
    const reading = await sales(rows(title, 'Pix'));
    expect(statuses(reading)).toEqual(['completed']);
    expect(reading.ignoredColumns).toEqual([title]);
  });

  it.each([
    ['Anulado', 'Sim', 'cancelled'],
    ['Desistência', 'Sim', 'cancelled'],
    ['Inutilizada', 'Sim', 'cancelled'],
    ['Aprovação', 'Negada', 'open'],
    ['Confirmado', 'Não', 'open'],
    ['Processado', 'Não', 'open'],
    ['Confirmação do pedido', 'Não confirmado', 'open'],
    ['Situação', 'Anulada', 'cancelled'],
    ['Pagamento', 'Não aprovado', 'open'],
  ])('is not "completed" by a column %s that says %s', async (title, value, standing) => {
    const reading = await sales(rows(title, value));
    expect(statuses(reading)).toEqual([standing]);
    expect(reading).toMatchObject({ ignoredColumns: [], statusColumns: [{ column: title }] });
  });

  it.each([
    ['Meio de pagamento', 'Recusado', 'open', 'Pix'],
    ['Tipo', 'Devolução', 'cancelled', 'Venda'],
    ['Observação', 'CANCELADO', 'cancelled', 'Deixar na portaria; cliente cancelou a primeira visita'],
    ['Observação', 'Não pago', 'open', ''],
    ['Histórico', 'Pedido cancelado pelo cliente', 'cancelled', 'sim'],
  ])('is asked where a column %s, that means nothing, says %s', async (title, value, standing, other) => {
    const file = rows(title, value, `"${other}"`, value);
    const question = await questionOf(sales(file));
    expect(question).toMatchObject({
      statusColumns: [{ column: title, values: [{ value, rows: 2, means: 'unknown' }] }],
    });
    const example = String(question['example']).replace('status=', '');
    expect(statuses(await sales(file, example))).toEqual([standing, 'completed', standing]);
    const nothing = await sales(file, `${title}:*=ignore`);
    expect(statuses(nothing)).toEqual(['completed', 'completed', 'completed']);
  });

  it('is asked of such a column also beside one that says how sales stand', async () => {
    const file = [
      `${SALE};Situação;Observação`,
      'A1;03/11/2026;10,00;Atendido;',
      'A2;03/11/2026;10,00;Atendido;Estornado',
    ];
    const { statusColumns } = await questionOf(sales(file));
    expect(statusColumns).toMatchObject([{ column: 'Situação' }, { column: 'Observação' }]);
    expect(statuses(await sales(file, 'observacao:estornado=cancelled'))).toEqual(['completed', 'cancelled']);
  });

  it.each([
    ['Observação', 'Cliente pediu para cancelar o cartão de presente'],
    ['Observação', 'Pedido anterior devolvido, mandar sem cobrar frete'],
    ['Produto', 'Aguardente'],
    ['Cupom', 'VOLTA10'],
    ['Cupom', 'CANCELA15'],
    ['Cupom', 'OPENHOUSE'],
    ['Evento', 'Abertura'],
    ['Tipo', 'Venda'],
    ['Forma de pagamento', 'Pago com Pix'],
    ['E-mail confirmado', 'Não'],
    ['Presente', 'Não'],
    ['Vendedor', 'Não informado'],
  ])('is not asked where a column %s says %s, which is no status', async (title, value) => {
    const reading = await sales(rows(title, value));
    expect(statuses(reading)).toEqual(['completed']);
    expect(reading).toMatchObject({ ignoredColumns: [title], statusColumns: [] });
  });

  it('is not said by the state of an address', async () => {
    expect(statuses(await sales(rows('Estado', 'SP', 'Rio de Janeiro', '')))).toEqual([
      'completed',
      'completed',
      'completed',
    ]);
    const mixed = [
      `${SALE};Estado;UF`,
      'A1;03/11/2026;10,00;Venda cancelada;SP',
      'A2;03/11/2026;10,00;Entregue;RJ',
    ];
    expect(statuses(await sales(mixed))).toEqual(['cancelled', 'completed']);
  });

  it('is what a person said: value by value, for all others, or of a column that seems to say nothing', async () => {
    const file = rows('Situação', 'Faturado', 'Em separação', 'Enviado');
    const answers = ['SITUAÇÃO:faturado=completed', 'situacao:*=open'];
    expect(statuses(await sales(file, ...answers))).toEqual(['completed', 'open', 'open']);
    const own = rows('Fluxo', 'ok', 'fim');
    expect(statuses(await sales(own, 'fluxo:ok=completed', 'fluxo:fim=cancelled'))).toEqual([
      'completed',
      'cancelled',
    ]);
    await expect(sales(own, 'situacao:ok=completed')).rejects.toThrow(Problem);
  });

  it('is shown with at most fifty values, however many there are', async () => {
    const values = Array.from({ length: 80 }, (_, index) => `etapa ${index} nova`);
    const question = await questionOf(sales(rows('Situação', ...values)));
    const [column] = question['statusColumns'] as { values: unknown[] }[];
    expect(column!.values).toHaveLength(50);
  });
});

describe('a number that a spreadsheet may have rounded (R51)', () => {
  const codes = (...ids: string[]): Promise<Reading> =>
    sales([SALE, ...ids.map((id) => `${id};03/11/2026;10,00`)]);

  it('is refused where all long ones end in zeros', async () => {
    const reading = await codes('20000061234567800', '20000061234567900', '77');
    expect(reading.errors.map(({ row }) => row)).toEqual([2, 3]);
    expect(reading.sales).toHaveLength(1);
  });

  it('is taken where another shows that the column was not rounded', async () => {
    const reading = await codes('2000006123456780', '2000006123456781');
    expect(reading.errors).toEqual([]);
  });

  it.each(['Número', 'Pedido no marketplace', 'Loja'])(
    'is refused in a column %s as well, unless another there shows that it was not rounded',
    async (title) => {
      const reading = (other: string): Promise<Reading> =>
        sales([
          `id;data;total;${title}`,
          'A1;03/11/2026;10,00;2000006123456780',
          `2000006123456781;03/11/2026;10,00;${other}`,
        ]);
      const rounded = await reading('77');
      expect(rounded).toMatchObject({ failed: 1, errors: [{ row: 2, field: title }] });
      expect(rounded.sales.map(({ row }) => row)).toEqual([3]);
      expect(await reading('2000006123456789')).toMatchObject({ failed: 0, errors: [] });
    },
  );

  it("never takes one customer's sale for another's: each file refuses it", async () => {
    for (const document of ['39053344705', '86288366757']) {
      const reading = await sales(['id;data;total;cpf', `2,00001E+15;01/11/2026;100,00;${document}`]);
      expect(reading).toMatchObject({ failed: 1, sales: [], errors: [{ row: 2, field: 'id' }] });
    }
  });
});
