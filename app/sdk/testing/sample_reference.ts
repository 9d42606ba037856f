import type { ReferenceData } from '../../core/reference/reference_data.js'

const PLACES: Readonly<Record<string, string>> = {
  GTPRQ: 'Puerto Quetzal',
  GTSTC: 'Santo Tomás de Castilla',
  GTPBR: 'Puerto Barrios',
  CNSHA: 'Shanghai',
  COCTG: 'Cartagena',
  PAONX: 'Colón',
  JMKIN: 'Kingston',
  JMMBJ: 'Montego Bay',
  USPEF: 'Port Everglades',
  USMIA: 'Miami',
  PEPIO: 'Pisco',
  ECGYE: 'Guayaquil',
  BEANR: 'Antwerpen',
}
const COUNTRIES: Readonly<Record<string, string>> = {
  GT: 'GTM',
  CN: 'CHN',
  CO: 'COL',
  PA: 'PAN',
  JM: 'JAM',
  US: 'USA',
  PE: 'PER',
  EC: 'ECU',
  BE: 'BEL',
  BZ: 'BLZ',
}
const NAMES: Readonly<Record<string, string>> = { CHINA: 'CN', COLOMBIA: 'CO', PERU: 'PE', JAMAICA: 'JM' }
const UNITS = { KGM: 1, LBR: 0.45359237, TNE: 1000 } as const
const CONTAINER_TYPES: Readonly<Record<string, string>> = {
  '45R1': '45R1',
  '22G1': '22G1',
  '42G1': '42G1',
  '45GP': '45G1',
  '22G4': '22G1',
}

/** A few codes for tests; everything else is unknown. */
export const SAMPLE_REFERENCE: ReferenceData = {
  place: (code) => {
    const name = PLACES[code]
    return name === undefined ? null : { code, name, country: code.slice(0, 2), functions: ['port'] }
  },
  country: (code) => {
    const found = Object.entries(COUNTRIES).find((pair) => pair.includes(code.toUpperCase()))
    return found ? { alpha2: found[0], alpha3: found[1], name: found[0] } : null
  },
  countryNamed: (name) => {
    const alpha2 = NAMES[name.toUpperCase()]
    return alpha2 === undefined ? null : { alpha2, alpha3: COUNTRIES[alpha2] ?? '', name }
  },
  endsCountryName: (letters) => Object.keys(NAMES).some((name) => name.endsWith(letters.toUpperCase())),
  packageType: (code) => (['CT', 'PA', 'PK', 'BG'].includes(code) ? { code, name: code } : null),
  unit: (code) => {
    if (code in UNITS) return { code, kind: 'mass', factor: UNITS[code as keyof typeof UNITS] }
    return code === 'MTQ' ? { code, kind: 'volume', factor: 1 } : null
  },
  containerType: (code) => {
    const found = CONTAINER_TYPES[code]
    return found === undefined
      ? null
      : {
          code: found,
          group: found.includes('R') ? 'reefer' : 'dry',
          lengthFt: 40,
          tareKg: null,
          maxPayloadKg: 28_000,
          maxGrossKg: null,
        }
  },
  carrier: () => null,
  hsHeading: () => null,
}
