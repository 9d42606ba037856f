import type { DemoAdministration } from './traffic.js'

/** Sea ports of loading by country, UN/LOCODE; busiest first. `CNSHA` is what the field files for Shanghai. */
export const PORTS: Readonly<Record<string, readonly string[]>> = {
  CN: ['CNSHA', 'CNNGB', 'CNYTN', 'CNTAO', 'CNXMN', 'CNFOC'],
  US: ['USPEF', 'USMIA', 'USJAX', 'USSAV', 'USHOU', 'USMSY', 'USNYC'],
  KR: ['KRPUS', 'KRINC'],
  JP: ['JPYOK', 'JPNGO', 'JPOSA'],
  TW: ['TWKHH', 'TWKEL'],
  IN: ['INNSA', 'INMUN'],
  VN: ['VNSGN', 'VNHPH'],
  TR: ['TRIST', 'TRMER'],
  DE: ['DEHAM', 'DEBRV'],
  NL: ['NLRTM'],
  GB: ['GBFXT', 'GBLGP'],
  ES: ['ESALG', 'ESVLC', 'ESBCN'],
  IT: ['ITGOA'],
  FR: ['FRLEH'],
  BR: ['BRSSZ', 'BRPNG', 'BRITJ'],
  CO: ['COCTG', 'COBUN', 'COBAQ'],
  EC: ['ECGYE'],
  PE: ['PECLL'],
  CL: ['CLSAI', 'CLVAP'],
  MX: ['MXZLO', 'MXVER', 'MXATM'],
  PA: ['PAMIT', 'PACTB', 'PABLB'],
  CR: ['CRLIO', 'CRMOB'],
  DO: ['DOCAU', 'DOHAI'],
  TT: ['TTPOS', 'TTPTS'],
  GT: ['GTPRQ', 'GTSTC', 'GTPBR'],
  JM: ['JMKIN'],
  GY: ['GYGEO'],
}

/** Inland places of receipt a carrier files in LOC 88. */
export const RECEIPTS: Readonly<Record<string, readonly string[]>> = {
  US: ['USATL', 'USCHI'],
  CN: ['CNCAN', 'CNSZX'],
  CO: ['COBOG', 'COMDE'],
  DE: ['DESTR'],
  IT: ['ITMIL'],
  ES: ['ESMAD'],
  IN: ['INDEL', 'INAMD'],
  BR: ['BRSAO'],
  MX: ['MXMEX'],
}

/** Ports where a lane from that region changes ship on its way to the Caribbean side. */
export const TRANSHIPMENT: Readonly<Record<string, readonly string[]>> = {
  asia: ['PAMIT', 'PABLB', 'MXZLO', 'DOCAU'],
  europe: ['DOCAU', 'ESALG', 'COCTG'],
  america: ['PAMIT', 'COCTG', 'CRMOB', 'HNPCR'],
}
// prettier-ignore
export const REGIONS: Readonly<Record<string, keyof typeof TRANSHIPMENT>> = {
  CN: 'asia', KR: 'asia', JP: 'asia', TW: 'asia', IN: 'asia', VN: 'asia',
  DE: 'europe', NL: 'europe', GB: 'europe', ES: 'europe', IT: 'europe', FR: 'europe', TR: 'europe',
}

interface DemoPort {
  readonly code: string
  readonly berths: readonly string[]
  /** Guatemala: GLN of the customs office and of the warehouse that filings name. */
  readonly officeGln: string
  readonly warehouseGln: string
}

interface DemoCountry {
  readonly ports: readonly [DemoPort, ...DemoPort[]]
  /** Neither country changes its clocks in summer. */
  readonly offsetMinutes: number
}

// prettier-ignore
export const COUNTRIES: Readonly<Record<DemoAdministration, DemoCountry>> = {
  GT: {
    offsetMinutes: -360,
    ports: [
      { code: 'GTPRQ', berths: ['Muelle 1', 'Muelle 2', 'Muelle 3', 'Muelle 4'], officeGln: '7409000030070', warehouseGln: '7400000000087' },
      { code: 'GTSTC', berths: ['Atracadero 3', 'Atracadero 4', 'Atracadero 5'], officeGln: '7409000030162', warehouseGln: '7400000000094' },
      { code: 'GTPBR', berths: ['Muelle Norte', 'Muelle Sur'], officeGln: '7409000030179', warehouseGln: '7400000000100' },
    ],
  },
  JM: {
    offsetMinutes: -300,
    ports: [
      { code: 'JMKIN', berths: ['Berth 7', 'Berth 8', 'Berth 9', 'Berth 10', 'Berth 11'], officeGln: '', warehouseGln: '' },
      { code: 'JMMBJ', berths: ['Wharf 3', 'Wharf 5'], officeGln: '', warehouseGln: '' },
    ],
  },
}
