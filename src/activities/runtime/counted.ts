const number = new Intl.NumberFormat('pt-BR');

/** So many of something, for operators: `1 cliente`, `12.345 clientes`. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
