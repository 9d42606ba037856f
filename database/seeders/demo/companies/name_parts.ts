import type { Sector } from '../goods.js'

/** Invented stems are joined from a first and a second part; none is a company we know of. */
interface Culture {
  readonly first: readonly string[]
  readonly second: readonly string[]
  /** Between the parts: coined words are written together, Spanish place-like names are not. */
  readonly joint: '' | ' '
  readonly language: 'english' | 'spanish' | 'portuguese' | 'german'
}

// prettier-ignore
export const CULTURES = {
  chinese: {
    first: ['Hai', 'Jin', 'Rui', 'Xin', 'Hong', 'Tian', 'Yong', 'Zhong', 'Bao', 'Feng', 'Ling', 'Sheng', 'Wan', 'Kai', 'Ming', 'Yuan', 'Chang', 'Lian', 'Qing', 'Shun'],
    second: ['yue', 'lida', 'shun', 'hexing', 'boda', 'chuang', 'yida', 'fulai', 'tong', 'senmu', 'yaxin', 'kelong', 'weijia', 'dongli', 'huaxi', 'junlan', 'taihe', 'renda', 'guanyi', 'zhilin'],
    joint: '', language: 'english',
  },
  english: {
    first: ['Alder', 'Bright', 'Cedar', 'Dover', 'Ember', 'Fallow', 'Granite', 'Hazel', 'Iron', 'Juniper', 'Kings', 'Lowland', 'Maple', 'North', 'Oak', 'Palmetto', 'Quarry', 'Ridge', 'Sable', 'Tidal', 'Upland', 'Vale', 'Willow', 'Sandbar'],
    second: ['brook', 'crest', 'field', 'gate', 'haven', 'ford', 'mere', 'point', 'stone', 'wick', 'bridge', 'hollow', 'shore', 'mark', 'land', 'well', 'ton', 'cove', 'line', 'mill'],
    joint: '', language: 'english',
  },
  spanish: {
    first: ['Alto', 'Valle', 'Cerro', 'Monte', 'Puerto', 'Rio', 'Campo', 'Villa', 'Laguna', 'Costa', 'Sierra', 'Loma', 'Fuente', 'Piedra', 'Torre', 'Bosque', 'Brisa', 'Lago', 'Prado', 'Llano'],
    second: ['Claro', 'Sereno', 'del Roble', 'Dorado', 'San Marcelo', 'del Sur', 'Bermejo', 'Santa Ines', 'Real', 'del Jilguero', 'Azulado', 'del Cipres', 'Tranquilo', 'del Colibri', 'Nuevo', 'de la Palma', 'Florido', 'del Encino', 'Manantial', 'del Ceibo'],
    joint: ' ', language: 'spanish',
  },
  portuguese: {
    first: ['Serra', 'Campo', 'Vale', 'Ponte', 'Porto', 'Rio', 'Mata', 'Lagoa', 'Praia', 'Morro', 'Fonte', 'Ilha'],
    second: ['Clara', 'Bonito', 'do Ipe', 'Sereno', 'da Barra', 'Novo', 'do Cedro', 'Dourado', 'das Flores', 'do Sabia', 'Verdejante', 'do Jatoba'],
    joint: ' ', language: 'portuguese',
  },
  german: {
    first: ['Nord', 'Alt', 'Berg', 'Eich', 'Linden', 'Rhein', 'Wald', 'Stein', 'Hafen', 'Silber', 'Birken', 'Moor'],
    second: ['wald', 'hagen', 'brunn', 'feld', 'rode', 'stett', 'kamp', 'tal', 'horst', 'becken', 'hof', 'werder'],
    joint: '', language: 'german',
  },
  indian: {
    first: ['Shree', 'Anand', 'Vara', 'Surya', 'Kirti', 'Nava', 'Omkar', 'Prith', 'Rath', 'Vish'],
    second: ['ya', 'vilas', 'dhara', 'mukti', 'lok', 'prasad', 'kala', 'mitra', 'deep', 'sagar'],
    joint: '', language: 'english',
  },
  asian: {
    first: ['Haneul', 'Mizu', 'Taka', 'Seorin', 'Kuro', 'Baek', 'Ishi', 'Nuri', 'Minh', 'Phu', 'Lien', 'Dae'],
    second: ['kawa', 'tech', 'sung', 'moto', 'hwa', 'mori', 'ha', 'shin', 'thanh', 'long', 'ya', 'won'],
    joint: '', language: 'english',
  },
  latin: {
    first: ['Bel', 'Cor', 'Dora', 'Fior', 'Luna', 'Mar', 'Nova', 'Oli', 'Sol', 'Terra', 'Vera', 'Alba'],
    second: ['vento', 'lina', 'metta', 'rossa', 'donia', 'vista', 'nero', 'silva', 'mare', 'tessa', 'calda', 'riva'],
    joint: '', language: 'english',
  },
} as const satisfies Record<string, Culture>
type CultureName = keyof typeof CULTURES

/** Culture, legal forms and cities of the countries that trade in the demo. */
export interface CompanyCountry {
  readonly culture: CultureName
  readonly forms: readonly string[]
  readonly cities: readonly string[]
  /** `{n}` a number, `{w}` an invented word. */
  readonly street: string
  readonly name: string
  readonly dialling: string
}

// prettier-ignore
export const COMPANY_COUNTRIES: Readonly<Record<string, CompanyCountry>> = {
  CN: { culture: 'chinese', forms: ['Co., Ltd.', 'Co. Ltd', 'Import and Export Co., Ltd.'], cities: ['Ningbo', 'Shanghai', 'Guangzhou', 'Yiwu', 'Qingdao', 'Xiamen', 'Foshan', 'Hangzhou'], street: 'No. {n} {w} Road', name: 'China', dialling: '86' },
  US: { culture: 'english', forms: ['LLC', 'Inc', 'Corp', 'Trading LLC'], cities: ['Miami FL', 'Doral FL', 'Houston TX', 'Savannah GA', 'Newark NJ', 'Fort Lauderdale FL', 'Chicago IL', 'Atlanta GA'], street: '{n} NW {w} Street', name: 'USA', dialling: '1' },
  GB: { culture: 'english', forms: ['Ltd', 'Limited', 'plc'], cities: ['Felixstowe', 'Leeds', 'Birmingham', 'Glasgow'], street: '{n} {w} Lane', name: 'United Kingdom', dialling: '44' },
  TT: { culture: 'english', forms: ['Ltd', 'Manufacturing Ltd'], cities: ['Port of Spain', 'Chaguanas', 'Couva'], street: 'Lot {n} {w} Industrial Estate', name: 'Trinidad and Tobago', dialling: '1868' },
  GY: { culture: 'english', forms: ['Inc', 'Ltd'], cities: ['Georgetown', 'Linden'], street: '{n} {w} Public Road', name: 'Guyana', dialling: '592' },
  JM: { culture: 'english', forms: ['Ltd', 'Limited', 'Company Ltd', 'Ja. Ltd'], cities: ['Kingston 5', 'Kingston 10', 'Kingston 11', 'Kingston 20', 'Montego Bay', 'Spanish Town', 'Mandeville', 'Ocho Rios', 'May Pen'], street: '{n} {w} Road', name: 'Jamaica', dialling: '1876' },
  BZ: { culture: 'english', forms: ['Ltd', 'Company Limited'], cities: ['Belize City', 'Ladyville'], street: '{n} {w} Street', name: 'Belize', dialling: '501' },
  GT: { culture: 'spanish', forms: ['Sociedad Anonima', 'S.A.', 'y Compania Limitada'], cities: ['Guatemala', 'Mixco', 'Villa Nueva', 'Quetzaltenango', 'Escuintla', 'Antigua Guatemala', 'Coban'], street: '{n} Avenida {m}-{k} Zona {z}', name: 'Guatemala', dialling: '502' },
  CO: { culture: 'spanish', forms: ['S.A.S.', 'S.A.', 'Ltda.'], cities: ['Bogota', 'Medellin', 'Cali', 'Barranquilla', 'Cartagena'], street: 'Carrera {n} No. {m}-{k}', name: 'Colombia', dialling: '57' },
  MX: { culture: 'spanish', forms: ['S.A. de C.V.', 'S. de R.L. de C.V.'], cities: ['Monterrey', 'Guadalajara', 'Puebla', 'Queretaro', 'Ciudad de Mexico'], street: 'Av. {w} {n}, Parque Industrial', name: 'Mexico', dialling: '52' },
  ES: { culture: 'spanish', forms: ['S.L.', 'S.A.'], cities: ['Valencia', 'Castellon', 'Barcelona', 'Sevilla'], street: 'Calle {w} {n}', name: 'Espana', dialling: '34' },
  PA: { culture: 'spanish', forms: ['S.A.', 'Zona Libre S.A.'], cities: ['Colon', 'Panama'], street: 'Calle {n}, Zona Libre', name: 'Panama', dialling: '507' },
  CR: { culture: 'spanish', forms: ['S.A.', 'S.R.L.'], cities: ['San Jose', 'Alajuela', 'Cartago'], street: '{n} metros norte de {w}', name: 'Costa Rica', dialling: '506' },
  DO: { culture: 'spanish', forms: ['S.R.L.', 'S.A.S.'], cities: ['Santo Domingo', 'Santiago', 'Haina'], street: 'Calle {w} No. {n}', name: 'Republica Dominicana', dialling: '1809' },
  EC: { culture: 'spanish', forms: ['S.A.', 'Cia. Ltda.'], cities: ['Guayaquil', 'Quito', 'Manta'], street: 'Av. {w} Km {n}', name: 'Ecuador', dialling: '593' },
  PE: { culture: 'spanish', forms: ['S.A.C.', 'S.R.L.'], cities: ['Lima', 'Callao', 'Trujillo'], street: 'Jr. {w} {n}', name: 'Peru', dialling: '51' },
  CL: { culture: 'spanish', forms: ['SpA', 'S.A.', 'Ltda.'], cities: ['Santiago', 'San Antonio', 'Concepcion'], street: 'Camino {w} {n}', name: 'Chile', dialling: '56' },
  BR: { culture: 'portuguese', forms: ['Ltda', 'S.A.', 'Industria e Comercio Ltda'], cities: ['Sao Paulo', 'Joinville', 'Curitiba', 'Santos'], street: 'Rua {w} {n}', name: 'Brasil', dialling: '55' },
  DE: { culture: 'german', forms: ['GmbH', 'GmbH & Co. KG', 'AG'], cities: ['Hamburg', 'Bremen', 'Stuttgart', 'Dortmund'], street: '{w}strasse {n}', name: 'Germany', dialling: '49' },
  NL: { culture: 'german', forms: ['B.V.'], cities: ['Rotterdam', 'Breda', 'Zwolle'], street: '{w}weg {n}', name: 'Netherlands', dialling: '31' },
  IT: { culture: 'latin', forms: ['S.R.L.', 'S.P.A.'], cities: ['Modena', 'Genova', 'Bologna'], street: 'Via {w} {n}', name: 'Italy', dialling: '39' },
  FR: { culture: 'latin', forms: ['SAS', 'SARL'], cities: ['Le Havre', 'Lyon', 'Reims'], street: '{n} rue {w}', name: 'France', dialling: '33' },
  TR: { culture: 'latin', forms: ['A.S.', 'Ltd. Sti.'], cities: ['Istanbul', 'Mersin', 'Bursa'], street: '{w} Caddesi No. {n}', name: 'Turkiye', dialling: '90' },
  IN: { culture: 'indian', forms: ['Pvt Ltd', 'Exports Pvt Ltd'], cities: ['Mumbai', 'Ahmedabad', 'Chennai', 'Ludhiana'], street: 'Plot {n} GIDC {w} Estate', name: 'India', dialling: '91' },
  KR: { culture: 'asian', forms: ['Co., Ltd.', 'Corp.'], cities: ['Busan', 'Seoul', 'Incheon'], street: '{n} {w}-ro', name: 'Korea', dialling: '82' },
  JP: { culture: 'asian', forms: ['K.K.', 'Co., Ltd.'], cities: ['Yokohama', 'Nagoya', 'Osaka'], street: '{n}-{m} {w}-cho', name: 'Japan', dialling: '81' },
  TW: { culture: 'asian', forms: ['Co., Ltd.', 'Industrial Co., Ltd.'], cities: ['Kaohsiung', 'Taichung', 'Taipei'], street: 'No. {n}, {w} Rd.', name: 'Taiwan', dialling: '886' },
  VN: { culture: 'asian', forms: ['Co., Ltd', 'JSC'], cities: ['Ho Chi Minh City', 'Hai Phong'], street: '{n} {w} Street', name: 'Vietnam', dialling: '84' },
}

// prettier-ignore
export const TRADE_WORDS: Readonly<Record<Culture['language'], Readonly<Record<Sector, readonly string[]>>>> = {
  english: {
    food: ['Foods', 'Provisions', 'Wholesale Foods'], fresh: ['Cold Stores', 'Fresh Produce', 'Meats'], drinks: ['Beverages', 'Bottlers', 'Wines'],
    building: ['Building Materials', 'Tiles', 'Ceramics'], hardware: ['Hardware', 'Tools', 'Metal Products'], machinery: ['Machinery', 'Equipment', 'Appliances'],
    electrical: ['Electric', 'Electronics', 'Lighting'], vehicles: ['Motors', 'Auto Parts', 'Tyres'], textiles: ['Textiles', 'Garments', 'Footwear'],
    plastics: ['Plastics', 'Polymers', 'Packaging'], chemicals: ['Chemicals', 'Fertilisers', 'Coatings'], paper: ['Paper', 'Stationery', 'Packaging Board'],
    furniture: ['Furniture', 'Housewares', 'Interiors'], medical: ['Medical Supplies', 'Pharma', 'Health Products'], recycling: ['Metals', 'Recycling', 'Salvage'],
  },
  spanish: {
    food: ['Alimentos', 'Productos Alimenticios', 'Comestibles'], fresh: ['Frigorificos', 'Frutas', 'Carnes'], drinks: ['Bebidas', 'Embotelladora', 'Licores'],
    building: ['Materiales', 'Ceramicas', 'Acabados'], hardware: ['Ferreteria', 'Herramientas', 'Metales'], machinery: ['Maquinaria', 'Equipos', 'Electrodomesticos'],
    electrical: ['Electrica', 'Electronica', 'Iluminacion'], vehicles: ['Automotriz', 'Repuestos', 'Llantas'], textiles: ['Textiles', 'Confecciones', 'Calzado'],
    plastics: ['Plasticos', 'Polimeros', 'Empaques'], chemicals: ['Quimicos', 'Agroquimicos', 'Pinturas'], paper: ['Papelera', 'Papeles', 'Libreria'],
    furniture: ['Muebles', 'Hogar', 'Decoracion'], medical: ['Farmaceutica', 'Insumos Medicos', 'Laboratorios'], recycling: ['Reciclados', 'Chatarras', 'Recuperadora'],
  },
  portuguese: {
    food: ['Alimentos', 'Cereais'], fresh: ['Frigorifico', 'Frutas'], drinks: ['Bebidas', 'Sucos'], building: ['Ceramica', 'Madeiras'], hardware: ['Ferragens', 'Metais'],
    machinery: ['Maquinas', 'Equipamentos'], electrical: ['Eletrica', 'Transformadores'], vehicles: ['Autopecas', 'Pneus'], textiles: ['Textil', 'Calcados'],
    plastics: ['Plasticos', 'Embalagens'], chemicals: ['Quimica', 'Tintas'], paper: ['Papel', 'Celulose'], furniture: ['Moveis', 'Utilidades'],
    medical: ['Farmaceutica', 'Cosmeticos'], recycling: ['Reciclagem', 'Metais Usados'],
  },
  german: {
    food: ['Nahrungsmittel', 'Foods'], fresh: ['Frischwaren', 'Dairy'], drinks: ['Brauerei', 'Drinks'], building: ['Baustoffe', 'Keramik'], hardware: ['Werkzeuge', 'Tools'],
    machinery: ['Maschinenbau', 'Antriebe'], electrical: ['Elektrotechnik', 'Solar'], vehicles: ['Fahrzeugteile', 'Automotive'], textiles: ['Textil', 'Stoffe'],
    plastics: ['Kunststoffe', 'Polymere'], chemicals: ['Chemie', 'Duenger'], paper: ['Papier', 'Druck'], furniture: ['Moebel', 'Haushaltswaren'],
    medical: ['Pharma', 'Medizintechnik'], recycling: ['Metallhandel', 'Recycling'],
  },
}
