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
