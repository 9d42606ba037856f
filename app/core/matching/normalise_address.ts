import { normaliseText } from './normalise_text.js'

/** Words written in full and short, to one form. Facts of everyday writing, English, Spanish and French. */
const SHORT: Readonly<Record<string, string>> = {
  STREET: 'ST',
  STR: 'ST',
  AVENUE: 'AVE',
  AV: 'AVE',
  AVENIDA: 'AVE',
  ROAD: 'RD',
  BOULEVARD: 'BLVD',
  LANE: 'LN',
  DRIVE: 'DR',
  CALLE: 'CL',
  CARRERA: 'CRA',
  CARRETERA: 'CTRA',
  EDIFICIO: 'EDIF',
  BUILDING: 'BLDG',
  FLOOR: 'FL',
  PISO: 'FL',
  SUITE: 'STE',
  OFFICE: 'OF',
  OFICINA: 'OF',
  NUMBER: 'NO',
  NUMERO: 'NO',
  NRO: 'NO',
  APARTMENT: 'APT',
  APARTAMENTO: 'APT',
  NORTH: 'N',
  SOUTH: 'S',
}

/** An address as it is compared: words and numbers apart, common words in their short form, order kept. */
export const normaliseAddress = (address: string): string =>
  normaliseText(address)
    .replace(/([A-Z])(?=\d)|(\d)(?=[A-Z])/g, '$1$2 ')
    .split(' ')
    .map((word) => (Object.hasOwn(SHORT, word) ? SHORT[word] : word))
    .join(' ')
