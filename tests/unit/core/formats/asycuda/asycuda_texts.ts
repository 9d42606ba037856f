/** An element with its text or elements; nothing when there is no text. */
export const el = (name: string, ...inside: readonly (string | number)[]): string =>
  `<${name}>${inside.join('')}</${name}>`

/** Elements from their names and values. */
export const els = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => el(name, value))
    .join('')

export const GENERAL = el(
  'General_segment',
  el(
    'General_segment_id',
    els({
      Customs_office_code: 'JMKCT',
      Voyage_number: '114n',
      Date_of_departure: '2026-11-18',
      Date_of_arrival: '2026-11-21',
      Time_of_arrival: '06:30',
    })
  ),
  el(
    'Totals_segment',
    els({
      Total_number_of_bols: 2,
      Total_number_of_packages: 60,
      Total_number_of_containers: 1,
      Total_gross_mass: 1500.5,
    })
  ),
  el(
    'Transport_information',
    el('Carrier', els({ Carrier_code: 'CAR01', Carrier_name: 'EXAMPLE LINE' })),
    els({
      Mode_of_transport_code: 1,
      Identity_of_transporter: 'MV EXAMPLE',
      Nationality_of_transporter_code: 'PA',
      Registration_number_of_transport_code: '9074729',
    })
  ),
  el('Load_unload_place', els({ Place_of_departure_code: 'COCTG', Place_of_destination_code: 'JMKIN' }))
)

export interface BolTexts {
  readonly id?: string
  readonly places?: string
  readonly traders?: string
  readonly containers?: string
  readonly goods?: string
  readonly value?: string
  readonly extra?: string
}

export const CONTAINER = el(
  'ctn_segment',
  els({
    Ctn_reference: 'MSKU1234565',
    Number_of_packages: 40,
    Type_of_container: '22G1',
    Empty_Full: 'FCL',
    Marks1: 'ML-SEAL01',
    Empty_weight: 3900,
    Goods_weight: 1000.5,
  })
)
export const GOODS = el(
  'Goods_segment',
  els({
    Number_of_packages: 40,
    Package_type_code: 'CT',
    Gross_mass: 1000.5,
    Shipping_marks: 'EXAMPLE 1-40',
    Goods_description: 'CERAMIC TILES HS CODE 6907.21',
    Volume_in_cubic_meters: 12.5,
    Num_of_ctn_for_this_bol: 1,
  })
)
export const TRADERS = el(
  'Traders_segment',
  el('Exporter', els({ Exporter_name: 'EXAMPLE EXPORT SA', Exporter_address: '1 INVENTED ROAD, BOGOTA' })),
  el('Notify', els({ Notify_name: 'SAME AS CONSIGNEE' })),
  el(
    'Consignee',
    els({ Consignee_code: '001234567', Consignee_name: 'EXAMPLE IMPORTS LTD', Consignee_address: '2 INVENTED LANE' })
  )
)

/** One Bol_segment; parts left out have the usual ones. */
export const bol = (reference: string, texts: BolTexts = {}): string =>
  el(
    'Bol_segment',
    texts.id ?? el('Bol_id', els({ Bol_reference: reference, Line_number: 1, Bol_nature: 23, Bol_type_code: 'BOL' })),
    el('Consolidated_Cargo', 0),
    texts.places ?? el('Load_unload_place', els({ Place_of_loading_code: 'COCTG', Place_of_unloading_code: 'JMKIN' })),
    texts.traders ?? TRADERS,
    texts.containers ?? CONTAINER,
    texts.goods ?? GOODS,
    texts.value ??
      el(
        'Value_segment',
        el('Freight_segment', els({ PC_indicator: 'PP', Freight_value: '950.00', Freight_currency: 'USD' }))
      ),
    texts.extra ?? ''
  )

export const LOOSE = {
  containers: '',
  goods: el(
    'Goods_segment',
    els({ Number_of_packages: 20, Package_type_code: 'PK', Gross_mass: 500, Goods_description: 'USED TYRES' })
  ),
}

export const awmds = (...bols: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${el('Awmds', '\n', GENERAL, '\n', bols.join('\n'), '\n')}\n`

export const PLAIN = awmds(bol('BL0001'), bol('BL0002', LOOSE))
