/** A product of the store: its code (SKU), what it is called and its price in cents. */
export interface Product {
  id: number;
  code: string;
  description: string;
  priceCents: number;
}

const rows: readonly [code: string, description: string, priceCents: number][] = [
  ['CAM-P-AZUL', 'Camiseta básica P azul', 5990],
  ['CAM-M-BRANCA', 'Camiseta básica M branca', 5990],
  ['REG-G-VERDE', 'Regata canelada G verde', 4490],
  ['BLU-M-LINHO', 'Blusa de linho M off-white', 12990],
  ['CAL-40-JEANS', 'Calça jeans reta 40', 18990],
  ['CAL-42-ALF', 'Calça alfaiataria 42 preta', 22990],
  ['VES-M-FLORAL', 'Vestido midi M floral', 25990],
  ['SAI-P-PLISS', 'Saia plissada P', 14990],
  ['JAQ-G-COURO', 'Jaqueta couro ecológico G', 39990],
  ['CAS-M-TRICO', 'Casaco de tricô M', 27990],
  ['BON-01', 'Boné bordado', 4550],
  ['CIN-90-COURO', 'Cinto de couro 90 cm', 8990],
  ['BOL-TIRA', 'Bolsa tiracolo caramelo', 19990],
  ['CAR-SLIM', 'Carteira slim', 7990],
  ['OCU-RED', 'Óculos de sol redondo', 13990],
  ['BRI-ARG', 'Brinco argola folheado', 3990],
  ['COL-PONTO', 'Colar ponto de luz', 6990],
  ['CAN-BARRO', 'Caneca de cerâmica artesanal', 4990],
  ['VEL-LAV', 'Vela aromática lavanda', 3490],
  ['DIF-BAMBU', 'Difusor de ambiente bambu', 7490],
  ['KIT-CAFE', 'Kit presente café e caneca', 11990],
  ['LIV-CAPA', 'Caderno capa dura', 3290],
  ['POR-RETR', 'Porta-retrato 15x21', 4290],
  ['CAR-TAO', 'Cartão com embalagem para presente', 2290],
];

/** What the pretend stores sell: clothes, accessories and gifts. */
export const catalog: readonly Product[] = rows.map(([code, description, priceCents], at) => ({
  id: 16219735350 + at,
  code,
  description,
  priceCents,
}));
