/** Somebody who buys: each number is a person of its own, with a valid CPF, a mobile and an e-mail address. */
export interface Person {
  readonly name: string;
  readonly document: string;
  readonly mobile: string;
  readonly email: string;
}

const FIRST_CPF = 100_000_000;
const FIRST_MOBILE = 70_000_000;

/** @param number below ten million */
export function personOf(number: number): Person {
  const mobile = String(FIRST_MOBILE + number);
  return {
    name: 'Beatriz Compradora',
    document: withCheckDigits(String(FIRST_CPF + number)),
    mobile: `(11) 9${mobile.slice(0, 4)}-${mobile.slice(4)}`,
    email: `compradora.${number}@correio.com.br`,
  };
}

/** The two digits that end a CPF: https://pt.wikipedia.org/wiki/Cadastro_de_Pessoas_Físicas#Cálculo_do_dígito_verificador */
function withCheckDigits(nine: string): string {
  const ten = nine + checkDigit(nine);
  return ten + checkDigit(ten);
}

function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (digits.length + 1 - at), 0);
  return String(((sum * 10) % 11) % 10);
}
