/** `52998224725` → `529.982.247-25`, fourteen digits as a CNPJ; what is neither stays as it is. */
export function formatDocument(value: string): string {
  if (/^\d{11}$/.test(value)) return value.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4');
  if (/^[\dA-Z]{12}\d{2}$/.test(value))
    return value.replace(/(.{2})(.{3})(.{3})(.{4})(.{2})/, '$1.$2.$3/$4-$5');
  return value;
}

/** `+5511987654321` → `(11) 98765-4321`; other countries as they are. */
export function formatPhone(e164: string): string {
  return e164.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '($1) $2-$3');
}

/** A name short enough to be asked about aloud: `Maria da Silva` → `Maria S.` */
export function shortName(name: string): string {
  const [first = name, ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first;
}
