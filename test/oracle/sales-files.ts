import * as fc from 'fast-check';
import type { SalesFile } from './model/file';

const DONE = ['Concluído', 'CONCLUÍDA', 'Pago', 'paga', 'Aprovado', 'Entregue', 'Atendido'];
const UNDONE = [
  ...['Aberto', 'em aberto', 'Pendente', 'Aguardando pagamento', 'RECUSADO', 'Não pago', 'Em andamento'],
  ...['Cancelado', 'cancelada', 'Cancelado pelo cliente', 'Estornado', 'DEVOLVIDO', 'Reembolsado'],
];
const STATUS_TITLES =
  'Situação,STATUS,Status do Pedido,Status do Pagamento,Pagamento,Etapa,Estado do Pedido'.split(',');
const OTHER_TITLES = ['Vendedor', 'Observação', 'Forma de pagamento'];

/** Three statuses of four are known ones; now and then nothing is said, or what nobody understands. */
const status = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...DONE) },
  { weight: 6, arbitrary: fc.constantFrom(...UNDONE) },
  { weight: 1, arbitrary: fc.constantFrom('', '-') },
  { weight: 1, arbitrary: fc.constantFrom('Em transe', 'xyz') },
);
const remark = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('Pix', 'Bia', '', 'Deixar na portaria', 'Pago') },
  { weight: 1, arbitrary: fc.constantFrom(...UNDONE) },
);

/** What spreadsheets make of identifiers, and long ones that are whole, or cut. */
const DAMAGED = [
  '2,00001E+15',
  '2.00001e+15',
  '2E+15',
  '20000061234567,00',
  '10231.0',
  '20.000.061.234.567,00',
];
const identifier = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('A-', '1023', '000', '200000612345678') },
  { weight: 1, arbitrary: fc.constantFrom('cut', ...DAMAGED) },
);
/** Its place in the file tells it from the others. */
const written = (text: string, index: number): string =>
  text === 'cut' ? `20000061234567${index}00` : DAMAGED.includes(text) ? text : text + index;

interface Column {
  title: string;
  cell: fc.Arbitrary<string>;
}
const columns: fc.Arbitrary<Column[]> = fc
  .record({
    statuses: fc.subarray(STATUS_TITLES, { maxLength: 2 }),
    others: fc.subarray(OTHER_TITLES, { maxLength: 1 }),
    numbers: fc.subarray(['Número', 'Pedido no marketplace', 'Loja']),
    who: fc.subarray(['CPF', 'Telefone', 'Chave de acesso']),
  })
  .map(({ statuses, others, numbers, who }) => [
    { title: 'ID do pedido', cell: identifier },
    ...statuses.map((title) => ({ title, cell: status })),
    ...others.map((title) => ({ title, cell: remark })),
    ...numbers.map((title) => ({ title, cell: identifier })),
    ...who.map((title) => ({ title, cell: WHO[title]! })),
  ]);

const sometimes = (right: string[], wrong: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
const KEY = '3526111122233300018155001000013726123456789';
const WHO: Record<string, fc.Arbitrary<string>> = {
  CPF: sometimes(['', '529.982.247-25', '11144477735'], ['5,29982E+10', '52998224725,00']),
  Telefone: sometimes(['', '(11) 98888-7777'], ['1,19889E+10', '11988887777,00']),
  'Chave de acesso': sometimes(['', `${KEY}0`], ['3,52611E+43', KEY.slice(0, 15).padEnd(44, '0')]),
};

/** Files of sales as shops and tills write them, in any order of columns. */
export const salesFiles: fc.Arbitrary<SalesFile> = columns.chain((some) =>
  fc
    .record({
      rows: fc.array(fc.tuple(...some.map(({ cell }) => cell)), { minLength: 1, maxLength: 5 }),
      order: fc.shuffledSubarray([...some.keys()], { minLength: some.length }),
    })
    .map(({ rows, order }) => ({
      titles: [...order.map((at) => some[at]!.title), 'Data', 'Total', 'E-mail'],
      rows: rows.map((row, index) => [
        ...order.map((at) => (some[at]!.cell === identifier ? written(row[at]!, index) : row[at]!)),
        ...['10/03/2026', `1${index},0${index}`, `c${index}@correio.com.br`],
      ]),
    })),
);
