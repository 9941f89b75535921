/** A first name with the sex Bling stores for it. */
export interface FirstName {
  name: string;
  sex: 'F' | 'M';
}

const women = [
  ...[
    'Ana Paula',
    'Beatriz',
    'Camila',
    'Débora',
    'Eduarda',
    'Fernanda',
    'Gabriela',
    'Helena',
    'Isabela',
    'Juliana',
  ],
  ...['Larissa', 'Letícia', 'Luciana', 'Maria Aparecida', 'Maria Eduarda', 'Mariana', 'Patrícia', 'Rafaela'],
  ...['Simone', 'Sônia', 'Tatiane', 'Vanessa', 'Vitória', 'Conceição'],
];
const men = [
  ...[
    'André',
    'Antônio Carlos',
    'Bruno',
    'Caio',
    'Diego',
    'Eduardo',
    'Felipe',
    'Gustavo',
    'Henrique',
    'João Pedro',
  ],
  ...[
    'José',
    'Leonardo',
    'Lucas',
    'Luiz Fernando',
    'Marcelo',
    'Matheus',
    'Paulo Sérgio',
    'Rafael',
    'Ricardo',
  ],
  ...['Rodrigo', 'Thiago', 'Vinícius'],
];

/** First names of customers. */
export const firstNames: readonly FirstName[] = [
  ...women.map((name): FirstName => ({ name, sex: 'F' })),
  ...men.map((name): FirstName => ({ name, sex: 'M' })),
];

/** Family names; one or two are joined to a first name. */
export const familyNames: readonly string[] = [
  ...[
    'Almeida',
    'Alves',
    'Araújo',
    'Barbosa',
    'Batista',
    'Borges',
    'Cardoso',
    'Carvalho',
    'Castro',
    'Correia',
  ],
  ...['Costa', 'da Silva', 'de Oliveira', 'Dias', 'dos Santos', 'Duarte', 'Farias', 'Fernandes', 'Ferreira'],
  ...['Gomes', 'Gonçalves', 'Lima', 'Lopes', 'Machado', 'Martins', 'Medeiros', 'Melo', 'Mendes', 'Monteiro'],
  ...[
    'Moreira',
    'Moura',
    'Nascimento',
    'Nunes',
    'Pereira',
    'Pinto',
    'Ramos',
    'Ribeiro',
    'Rocha',
    'Rodrigues',
  ],
  ...['Sales', 'Schneider', 'Souza', 'Teixeira', 'Vieira', 'Zanotto'],
];

/** What the shops that buy from a small store call themselves. */
export const businessNames: readonly string[] = [
  ...[
    'Boutique',
    'Ateliê',
    'Brindes',
    'Eventos',
    'Papelaria',
    'Uniformes',
    'Decorações',
    'Comércio de Presentes',
  ],
];

/** Names of the pretend merchants, in the order the companies are made. */
export const merchantNames: readonly string[] = [
  ...[
    'Ateliê Flor de Lis',
    'Casa Jacarandá Presentes',
    'Loja Maré Alta',
    'Empório Vila Nova',
    'Moda Ipê Amarelo',
  ],
  ...['Armazém do Sítio', 'Bazar Santa Rita', 'Estação Brasil Modas', 'Cantinho da Serra', 'Loja Bem Viver'],
];

/** A place a customer lives in. */
export interface Place {
  city: string;
  state: string;
  areaCode: string;
  postalCode: string;
  district: string;
}

/** Places on both sides of the rule that decides which WhatsApp ids keep the ninth digit. */
export const places: readonly Place[] = [
  { city: 'Bento Gonçalves', state: 'RS', areaCode: '54', postalCode: '95702', district: 'Imigrante' },
  { city: 'Porto Alegre', state: 'RS', areaCode: '51', postalCode: '90035', district: 'Bom Fim' },
  { city: 'São Paulo', state: 'SP', areaCode: '11', postalCode: '05422', district: 'Pinheiros' },
  { city: 'Campinas', state: 'SP', areaCode: '19', postalCode: '13025', district: 'Cambuí' },
  { city: 'Rio de Janeiro', state: 'RJ', areaCode: '21', postalCode: '22041', district: 'Copacabana' },
  { city: 'Belo Horizonte', state: 'MG', areaCode: '31', postalCode: '30140', district: 'Savassi' },
  { city: 'Curitiba', state: 'PR', areaCode: '41', postalCode: '80420', district: 'Batel' },
  { city: 'Florianópolis', state: 'SC', areaCode: '48', postalCode: '88015', district: 'Centro' },
  { city: 'Salvador', state: 'BA', areaCode: '71', postalCode: '40140', district: 'Barra' },
  { city: 'Recife', state: 'PE', areaCode: '81', postalCode: '51020', district: 'Boa Viagem' },
];

/** Streets, so common that every town has them. */
export const streets: readonly string[] = [
  ...['R. Olavo Bilac', 'Av. Brasil', 'R. XV de Novembro', 'R. Sete de Setembro', 'Av. Getúlio Vargas'],
  ...['R. Tiradentes', 'R. das Flores', 'R. Dom Pedro II', 'R. Marechal Deodoro', 'Trav. São José'],
];
