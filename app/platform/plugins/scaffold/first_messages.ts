/** The message that a new plugin is begun with: invented parties, real structure, ports of the test kit's reference data. */
export interface FirstMessage {
  readonly file: string
  readonly text: (country: string) => string
  /** By what the profile knows it, as source. */
  readonly clue: (country: string) => string
  /** What in it has to be replaced, in words. */
  readonly invented: (country: string) => string
}

export type FirstMessageKind = 'CUSCAR' | 'ASYCUDA'

const recipientOf = (country: string) => `${country}CUSTOMS`
const officeOf = (country: string) => `${country}001`

const cuscar = (country: string) =>
  [
    `UNB+UNOA:2+SEABRIDGE+${recipientOf(country)}+261120:0900+1`,
    'UNH+1+CUSCAR:D:95B:UN',
    'BGM+85+MAN0001+9',
    'DTM+137:20261120:102',
    'TDT+20+118N+1++SEAB:172:20+++9074729:146:11:CORAL HERON',
    'DTM+132:202612010600:203',
    'LOC+11+PAONX:139:6',
    'GIS+23',
    'CNI+1+SEAB0000001',
    'RFF+BM:SEAB0000001',
    'LOC+9+CNSHA:139:6',
    'LOC+11+PAONX:139:6',
    'NAD+CZ+++INVENTED MILLS LTD+1 INVENTED ROAD+SHANGHAI',
    'NAD+CN+++INVENTED INTERIORS+2 INVENTED STREET+COLON',
    'GID+1+20:CT',
    'FTX+AAA+++CERAMIC TILES',
    'MEA+AAE+G+KGM:18000',
    'UNT+17+1',
    'UNZ+1+1',
  ]
    .map((segment) => `${segment}'\n`)
    .join('')

const awmds = (country: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Awmds>
 <General_segment>
  <General_segment_id>
   <Customs_office_code>${officeOf(country)}</Customs_office_code>
   <Voyage_number>118N</Voyage_number>
   <Date_of_departure>2026-11-20</Date_of_departure>
   <Date_of_arrival>2026-12-01</Date_of_arrival>
   <Time_of_arrival>06:00</Time_of_arrival>
  </General_segment_id>
  <Totals_segment>
   <Total_number_of_bols>1</Total_number_of_bols>
   <Total_number_of_packages>20</Total_number_of_packages>
   <Total_gross_mass>18000</Total_gross_mass>
  </Totals_segment>
  <Transport_information>
   <Carrier>
    <Carrier_code>SEAB</Carrier_code>
    <Carrier_name>SEABRIDGE</Carrier_name>
   </Carrier>
   <Mode_of_transport_code>1</Mode_of_transport_code>
   <Identity_of_transporter>CORAL HERON</Identity_of_transporter>
  </Transport_information>
  <Load_unload_place>
   <Place_of_departure_code>CNSHA</Place_of_departure_code>
   <Place_of_destination_code>PAONX</Place_of_destination_code>
  </Load_unload_place>
 </General_segment>
 <Bol_segment>
  <Bol_id>
   <Bol_reference>SEAB0000001</Bol_reference>
   <Line_number>1</Line_number>
   <Bol_nature>23</Bol_nature>
   <Bol_type_code>710</Bol_type_code>
  </Bol_id>
  <Load_unload_place>
   <Place_of_loading_code>CNSHA</Place_of_loading_code>
   <Place_of_unloading_code>PAONX</Place_of_unloading_code>
  </Load_unload_place>
  <Traders_segment>
   <Exporter>
    <Exporter_name>INVENTED MILLS LTD</Exporter_name>
    <Exporter_address>1 INVENTED ROAD, SHANGHAI</Exporter_address>
   </Exporter>
   <Consignee>
    <Consignee_code>1234567</Consignee_code>
    <Consignee_name>INVENTED INTERIORS</Consignee_name>
    <Consignee_address>2 INVENTED STREET, COLON</Consignee_address>
   </Consignee>
  </Traders_segment>
  <Goods_segment>
   <Number_of_packages>20</Number_of_packages>
   <Package_type_code>CT</Package_type_code>
   <Gross_mass>18000</Gross_mass>
   <Shipping_marks>NM</Shipping_marks>
   <Goods_description>CERAMIC TILES</Goods_description>
  </Goods_segment>
 </Bol_segment>
</Awmds>
`

export const FIRST_MESSAGES: Readonly<Record<FirstMessageKind, FirstMessage>> = {
  CUSCAR: {
    file: 'manifest.edi',
    text: cuscar,
    clue: (country) => `{ what: 'recipient', is: ['${recipientOf(country)}'], weight: 1 }`,
    invented: (country) => `the invented recipient \`${recipientOf(country)}\``,
  },
  ASYCUDA: {
    file: 'manifest.xml',
    text: awmds,
    clue: (country) => `{ what: 'recipient', startsWith: '${country}', weight: 1 }`,
    invented: (country) => `the invented customs office \`${officeOf(country)}\``,
  },
}
