import { glnCheckDigit } from '#core/reference/check_digits'
import type { Filer } from './filing.js'
import type { Charset } from './cuscar_writer.js'

const gln = (body: string): string => `${body}${glnCheckDigit(`${body}0`).expected ?? 0}`

/** Deconsolidators in Guatemala: document code, invented name, location number in UNB. Busiest first. */
export const GT_FILERS: readonly Filer[] = [
  { code: '61A', name: 'Consolidadora Ruta Maya (demo)', address: gln('740999900061') },
  { code: '27C', name: 'Carga Puente del Istmo (demo)', address: gln('740999900027') },
  { code: '83F', name: 'Desconsolidados Ceiba Alta (demo)', address: gln('740999900083') },
  { code: '45D', name: 'Transportes Volcan Azul (demo)', address: gln('740999900045') },
  { code: '19B', name: 'Grupo Maritimo Jade (demo)', address: gln('740999900019') },
  { code: '72E', name: 'Carga Total Motagua (demo)', address: gln('740999900072') },
]

/** What a Jamaican filer's software does its own way. */
export interface CarrierFiler extends Filer {
  readonly syntax: 'UNOA' | 'UNOB' | 'UNOC' | 'UNOW'
  readonly charset: Charset
  readonly upper: boolean
  /** Whether arrival port and ETA stand under LOC 60 or LOC 11. */
  readonly arrivalLocation: '60' | '11'
  readonly documentType: '85' | '785'
  readonly nvocc: boolean
  /** Its houses are uploaded as ASYCUDA XML instead. */
  readonly degroupages: boolean
}

const carrier = (
  code: string,
  name: string,
  syntax: CarrierFiler['syntax'],
  charset: Charset,
  upper: boolean,
  arrivalLocation: '60' | '11',
  documentType: '85' | '785',
  nvocc = false,
  degroupages = false
): CarrierFiler => ({
  code,
  name,
  address: code,
  syntax,
  charset,
  upper,
  arrivalLocation,
  documentType,
  nvocc,
  degroupages,
})

/** Invented carriers and, last, two NVOCCs. */
const JM_CARRIERS = {
  NRCL: carrier('NRCL', 'NORTHREACH CONTAINER LINES', 'UNOC', 'latin1', false, '11', '85'),
  CBSL: carrier('CBSL', 'CARIBBEE SHIPPING', 'UNOA', 'utf8', true, '60', '85'),
  MQLN: carrier('MQLN', 'MARQUESINA LINE', 'UNOB', 'utf8', false, '60', '785'),
  ATLV: carrier('ATLV', 'ATLAS VERDE LINHAS', 'UNOC', 'latin1', true, '11', '85'),
  KSTL: carrier('KSTL', 'KESTREL LINES', 'UNOA', 'utf8', false, '60', '785'),
  PLML: carrier('PLML', 'PALMERA LINER', 'UNOW', 'utf8', false, '11', '85'),
  OSPW: carrier('OSPW', 'OSPREY WATERWAYS CONSOLIDATORS', 'UNOA', 'utf8', true, '60', '785', true),
  SGRV: carrier('SGRV', 'SAGROVE LOGISTICS', 'UNOB', 'utf8', false, '60', '785', true, true),
} as const satisfies Record<string, CarrierFiler>

export const jamaicanFiler = (code: string): CarrierFiler => {
  const found: CarrierFiler | undefined = (JM_CARRIERS as Readonly<Record<string, CarrierFiler>>)[code]
  if (!found) throw new RangeError(`no carrier ${code}`)
  return found
}
