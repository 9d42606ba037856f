interface CargoOfRecord {
  bill?: string
  declaration?: string
  box?: string
}

const element = (name: string, text: string | undefined) => (text === undefined ? '' : `<${name}>${text}</${name}>`)
const cargoXml = ({ bill, declaration, box }: CargoOfRecord) =>
  `<Cargo>${element('Summary_declaration', bill)}${element('Declaration', declaration)}${element('Container_identity', box)}</Cargo>`

interface Permitted extends CargoOfRecord {
  /** Empty: without one. */
  number: string
  status?: string
  kind?: string
  hs?: string
  from?: string
  until?: string
  holder?: string
}

/** One permit of the plant quarantine as the national system writes it. */
export const permitXml = ({
  number,
  status = 'GRANTED',
  kind = 'PHYTO',
  hs = '0803',
  from = '2020-01-01',
  until = '2099-12-31',
  holder = 'BLUE HILLS PRODUCE LTD',
  ...cargo
}: Permitted): string =>
  `<LPCO>
  <Identification>
    <Agency_code>PQ</Agency_code><Agency_name>PLANT QUARANTINE</Agency_name>
    ${number && element('LPCO_number', number)}
    <LPCO_type>${kind}</LPCO_type>
    <Status>${status}</Status>
  </Identification>
  <Validity><Valid_from>${from}</Valid_from>${until && element('Valid_until', until)}</Validity>
  <Holder><Holder_code>101234567</Holder_code><Holder_name>${holder}</Holder_name></Holder>
  <Goods><Commodity_code>${hs}</Commodity_code><Description_of_goods>FRESH BANANAS</Description_of_goods><Quantity>20000</Quantity><Unit_code>KGM</Unit_code></Goods>
  ${cargoXml(cargo)}
</LPCO>
`

interface Act extends CargoOfRecord {
  /** Empty: without one. */
  number: string
  /** Of our order, as it was told. */
  order?: string
  type?: string
  /** `FOUND`, `NOTHING_FOUND` …; empty: not told. */
  result?: string
  /** Kinds of what was found. */
  found?: readonly string[]
  examiner?: string
  mail?: string
  date?: string
  status?: string
}

/** The result of one examination as the national system writes it. */
export const inspectionActXml = ({
  number,
  order,
  type = 'PHYSICAL',
  result = 'NOTHING_FOUND',
  found = [],
  examiner = 'J. BROWN',
  mail,
  date = '2099-01-01T14:30',
  status,
  ...cargo
}: Act): string =>
  `<Inspection_act>
  <Identification>
    <Office_segment><Customs_clearance_office_code>JMKCT</Customs_clearance_office_code></Office_segment>
    ${number && element('Act_number', number)}
    ${element('Status', status)}
  </Identification>
  ${order ? `<Selectivity><Order_number>${order}</Order_number></Selectivity>` : ''}
  ${cargoXml(cargo)}
  <Examination>
    <Type>${type}</Type><Date>${date}</Date><Minutes>95</Minutes>
    <Examiner>${element('Examiner_code', mail)}<Examiner_name>${examiner}</Examiner_name></Examiner>
    ${result && element('Result', result)}
  </Examination>
  ${found.map((kind) => `<Finding><Kind>${kind}</Kind><Place>REEFER_UNIT</Place><Quantity>12.4</Quantity><Unit_code>KGM</Unit_code></Finding>`).join('\n  ')}
</Inspection_act>
`
