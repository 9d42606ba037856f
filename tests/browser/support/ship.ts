/** `YYYYMMDDHHmm` in Jamaica, this many hours from now. */
const local = (hours: number) =>
  new Date(Date.now() + (hours - 5) * 3_600_000).toISOString().replace(/[-T:]/g, '').slice(0, 12)

export interface Bill {
  number: string
  goods: string
  consignor?: string
  consignee?: string
  consigneeAddress?: string
  /** UN/LOCODE of loading; Cartagena unless said, a default source country. */
  from?: string
  box?: string
  boxType?: string
  weight?: number
}

export interface Ship {
  voyage: string
  name: string
  imo: string
  /** Hours from now until it berths. */
  berthsIn: number
  bills: readonly Bill[]
}

let interchange = 0

/** A generic CUSCAR of one ship to Kingston, every name invented, filed a moment ago. */
export function shipManifest({ voyage, name, imo, berthsIn, bills }: Ship): Buffer {
  const number = String(++interchange)
  const body = [
    `BGM+85+${voyage}DOC${number}+9`,
    `DTM+137:${local(0)}:203`,
    `TDT+20+${voyage}+1++SBRL:172:20:SAMPLE BRIDGE LINE+++${imo}:146:11:${name}`,
    'LOC+60+JMKIN:139:6',
    `DTM+132:${local(berthsIn)}:203`,
    'GIS+23',
    ...bills.flatMap((bill) =>
      bill.box ? [`EQD+CN+${bill.box}+${bill.boxType ?? '45G1'}:102:5++3+5`, `SEL+SB${bill.box.slice(4)}+CA`] : []
    ),
    ...bills.flatMap(billSegments),
  ]
  const segments = [`UNH+${number}+CUSCAR:D:95B:UN`, ...body, `UNT+${body.length + 2}+${number}`]
  const lines = [`UNB+UNOC:2+SBRL:ZZ+JMCUSTOMS:ZZ+261120:1000+${number}`, ...segments, `UNZ+1+${number}`]
  return Buffer.from(lines.map((segment) => `${segment}'\n`).join(''))
}

function billSegments(bill: Bill, at: number): string[] {
  const {
    consignor = 'Calabash Mills S.A.S.',
    consignee = 'Blue Mahoe Interiors Ltd',
    from = 'COCTG',
    weight = 9000,
  } = bill
  return [
    `CNI+${at + 1}+${bill.number}`,
    `RFF+BM:${bill.number}`,
    `LOC+88+${from}:139:6`,
    `LOC+9+${from}:139:6`,
    'LOC+11+JMKIN:139:6',
    `NAD+CZ+++${consignor}+Carrera 9 12 30+Cartagena`,
    `NAD+CN+++${consignee}+${bill.consigneeAddress ?? '4 Sample Street'}+Kingston`,
    'GID+1+120:CT',
    `FTX+AAA+++${bill.goods}`,
    `MEA+AAE+G+KGM:${weight}`,
    ...(bill.box ? [`SGP+${bill.box}+120`] : []),
  ]
}
