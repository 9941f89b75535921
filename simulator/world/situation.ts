/** A situation of the sales module: its id, Bling's normalised value and how it looks. */
export interface Situation {
  id: number;
  value: number;
  name: string;
  /** The built-in situation a merchant's own one derives from; 0 for the built-in ones. */
  inheritedId: number;
  color: string;
}

/** The ids every Bling account is born with. */
export const situationIds = {
  open: 6,
  completed: 9,
  cancelled: 12,
  inProgress: 15,
  brokered: 18,
  typing: 21,
  verified: 24,
} as const;

/** The id of the module "Vendas", the same in every account seen. */
export const salesModuleId = 98310;

const builtIn: readonly Situation[] = [
  { id: 6, value: 0, name: 'Em aberto', inheritedId: 0, color: '#E9DC40' },
  { id: 9, value: 1, name: 'Atendido', inheritedId: 0, color: '#3FB57A' },
  { id: 12, value: 2, name: 'Cancelado', inheritedId: 0, color: '#CBCBCB' },
  { id: 15, value: 3, name: 'Em andamento', inheritedId: 0, color: '#0065F9' },
  { id: 18, value: 4, name: 'Venda Agenciada', inheritedId: 0, color: '#F79FEE' },
  { id: 21, value: 10, name: 'Em digitação', inheritedId: 0, color: '#FF6203' },
  { id: 24, value: 11, name: 'Verificado', inheritedId: 0, color: '#9DE8F2' },
];

/** The situations of one company: the built-in ones and one of its own, which inherits "Atendido" and its value. */
export function situationsOf(companyIndex: number): Situation[] {
  const own = {
    id: 447110 + companyIndex * 17,
    value: 1,
    name: 'Finalizado',
    inheritedId: 9,
    color: '#00AA88',
  };
  return [...builtIn, own];
}
