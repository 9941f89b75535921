import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { anApi } from '../an-api';
import type { AnApi } from '../an-api';
import { MY_KEY } from '../builders';
import { expectContract } from '../http/contract';

/*
 * Files as people have really sent them: what their spreadsheet or shop platform had done to them, and what of it is believed.
 */

interface ImportJson {
  id: string;
  state: string;
  total: number;
  failed: number;
  errors: { row: number; field: string; message: string }[];
}

/** Everything that these files tell of has been sold. */
const AFTERWARDS = Date.parse('2026-11-20T15:00:00.000Z');

async function imported(
  lines: readonly string[],
  kind: 'sales' | 'customers',
): Promise<{ api: AnApi; body: ImportJson }> {
  const api = anApi({ customers: [], sales: [], wallets: new Map() });
  api.clock.now = AFTERWARDS;
  const answer = await request(api.app)
    .post(`/v1/imports?kind=${kind}`)
    .set('authorization', `Bearer ${MY_KEY}`)
    .set('idempotency-key', 'key-1')
    .set('content-type', 'text/csv')
    .send(lines.join('\n'))
    .expect(201);
  await expectContract(answer, 'post', '/v1/imports');
  return { api, body: answer.body as ImportJson };
}

/** The rows that are to be worked on. */
const rowsOf = ({ holds }: AnApi): (typeof holds.imports)[number]['rows'] => holds.imports[0]!.rows;

describe('a file of orders that were refused or given back (C2, R51)', () => {
  it('is not read as one of completed sales', async () => {
    const { api, body } = await imported(
      [
        'Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Total',
        '2002;bia@example.com;11/11/2026 18:00:00;Aberto;Recusado;99,90',
        '2003;caio@example.com;12/11/2026 08:00:00;Cancelado;Devolvido;50,00',
      ],
      'sales',
    );
    expect(body).toMatchObject({ total: 2, failed: 0, errors: [] });
    expect(rowsOf(api).sales.map(({ sale }) => [sale.externalId, sale.sourceStatus])).toEqual([
      ['2002', 'open'],
      ['2003', 'cancelled'],
    ]);
  });
});

describe('a file of customers with the headers of a shop platform (C3)', () => {
  it('keeps name, document, e-mail and phone', async () => {
    const { api, body } = await imported(
      [
        'Nome completo;CPF/CNPJ;E-mail;Telefone de Contato',
        'RAFAEL DA SILVA;11144477735;rafael@example.com;+5511988887777',
      ],
      'customers',
    );
    expect(body).toMatchObject({ total: 1, failed: 0, errors: [] });
    expect(rowsOf(api).customers).toMatchObject([
      {
        contact: {
          name: 'RAFAEL DA SILVA',
          document: '11144477735',
          emails: ['rafael@example.com'],
          phones: ['+5511988887777'],
        },
      },
    ]);
  });

  it.each([
    ['Nome do comprador', 'RAFAEL DA SILVA', { name: 'RAFAEL DA SILVA' }],
    ['Celular/WhatsApp', '(11) 98888-7777', { phones: ['(11) 98888-7777'] }],
    ['Data de nascimento', '07/09/1990', { birthDate: '1990-09-07' }],
  ])('knows the header %s', async (header, cell, kept) => {
    const { api, body } = await imported([`CPF;${header}`, `11144477735;${cell}`], 'customers');
    expect(body).toMatchObject({ failed: 0, errors: [] });
    expect(rowsOf(api).customers).toMatchObject([{ contact: { document: '11144477735', ...kept } }]);
  });
});

describe('the id of a sale that a spreadsheet has rounded (C4, R51)', () => {
  it.each([
    '2,00001E+15;10/11/2026;100,00;39053344705',
    '2,00001E+15;11/11/2026;250,00;86288366757',
    '20000061234567,00;11/11/2026;250,00;86288366757',
  ])('is refused, and nobody earns or loses by it: %s', async (row) => {
    const { api, body } = await imported(['id;data;total;cpf', row], 'sales');
    expect(body).toMatchObject({ state: 'finished', total: 1, failed: 1 });
    expect(body.errors).toEqual([{ row: 2, field: 'id', message: expect.stringContaining('planilha') }]);
    expect(rowsOf(api).sales).toEqual([]);
    expect(api.runs.imports).toEqual([]);
    expect(api.asked).not.toContain('sales.record');
  });
});
