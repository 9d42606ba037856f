import { localParts } from './cuscar_writer.js'
import { jamaicanFiler } from './filers.js'
import type { Bill, Box, Filing } from './filing.js'
import { COUNTRIES } from './ports.js'

/**
 * `Awbolds` of ASYCUDA World: the houses of one master, as a deconsolidator uploads them. Written
 * with the elements that readers ask for, one a line.
 */
export const writeDegroupage = (filing: Filing): Uint8Array => {
  const boxes = new Map(filing.boxes.map((box) => [box.number, box]))
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n${group(
      'Awbolds',
      group(
        'Master_bol',
        leaf('Customs_office_code', filing.call.port),
        leaf('Voyage_number', filing.call.voyage),
        leaf('Date_of_departure', departureOf(filing)),
        leaf('Reference_number', masterOf(filing))
      ),
      ...filing.bills.map((bill, at) => houseOf(bill, at, boxes))
    )}\n`
  )
}

/** Houses of a deconsolidator whose software writes for ASYCUDA. */
export const isDegroupage = ({ filer, call, story }: Filing): boolean =>
  story === null && call.administration === 'JM' && jamaicanFiler(filer.code).degroupages

/** ASYCUDA knows a degroupage by office, voyage, day of departure and master. */
export const degroupageReference = (filing: Filing): string =>
  `${filing.call.port} ${filing.call.voyage} ${departureOf(filing)} ${masterOf(filing)}`

const DAYS_AT_SEA = 4
/** The ship left the last port abroad some days before. */
const departureOf = ({ call }: Filing): string => {
  const { year, month, day } = localParts(call.eta - DAYS_AT_SEA * 86_400_000, COUNTRIES.JM.offsetMinutes)
  return `${year}-${month}-${day}`
}

const masterOf = ({ bills }: Filing): string => bills[0]?.master ?? ''

export const houseOf = (bill: Bill, at: number, boxes: ReadonlyMap<string, Box>, type = 'HSB'): string =>
  group(
    'Bol_segment',
    group(
      'Bol_id',
      leaf('Bol_reference', bill.reference),
      leaf('Line_number', at + 1),
      leaf('Bol_nature', bill.nature),
      leaf('Bol_type_code', type)
    ),
    leaf('Consolidated_Cargo', 0),
    group(
      'Load_unload_place',
      leaf('Place_of_loading_code', bill.loading),
      leaf('Place_of_unloading_code', bill.discharge)
    ),
    tradersOf(bill),
    ...bill.boxes.map((number) => containerOf(number, boxes.get(number), bill)),
    goodsOf(bill),
    bill.value === undefined
      ? ''
      : group(
          'Value_segment',
          group('Customs_segment', leaf('Customs_value', bill.value), leaf('Customs_currency', 'USD'))
        )
  )

const tradersOf = ({ consignor, consignee, notify }: Bill): string => {
  const address = ({ street, city, country }: { street: string; city: string; country: string }) =>
    street === '' ? '' : `${street}, ${city}, ${country}`
  return group(
    'Traders_segment',
    group('Exporter', leaf('Exporter_name', consignor.name), leaf('Exporter_address', address(consignor))),
    notify === null
      ? ''
      : notify === 'same'
        ? group('Notify', leaf('Notify_name', 'SAME AS CONSIGNEE'))
        : group('Notify', leaf('Notify_name', notify.name), leaf('Notify_address', address(notify))),
    consignee === null
      ? group('Consignee', leaf('Consignee_name', 'TO ORDER'))
      : group(
          'Consignee',
          leaf('Consignee_code', consignee.taxId?.value ?? ''),
          leaf('Consignee_name', consignee.name),
          leaf('Consignee_address', address(consignee))
        )
  )
}

const containerOf = (number: string, box: Box | undefined, { line }: Bill): string =>
  group(
    'ctn_segment',
    leaf('Ctn_reference', number),
    leaf('Number_of_packages', line.packages),
    leaf('Type_of_container', box?.sizeType ?? ''),
    leaf('Empty_Full', 'LCL'),
    leaf('Marks1', box?.seal ?? ''),
    leaf('Empty_weight', box?.tareKg ?? '')
  )

const goodsOf = ({ line, boxes }: Bill): string =>
  group(
    'Goods_segment',
    leaf('Number_of_packages', line.packages),
    leaf('Package_type_code', line.package),
    leaf('Gross_mass', line.weightKg ?? ''),
    leaf('Shipping_marks', 'AS ADDRESSED'),
    leaf('Goods_description', line.description),
    leaf('Volume_in_cubic_meters', line.volumeM3),
    leaf('Num_of_ctn_for_this_bol', boxes.length)
  )

export const group = (name: string, ...inside: readonly string[]): string =>
  `<${name}>\n${inside.filter((each) => each !== '').join('\n')}\n</${name}>`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Nothing where nothing was entered. */
export const leaf = (name: string, value: string | number): string =>
  value === '' ? '' : `<${name}>${String(value).replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)}</${name}>`
