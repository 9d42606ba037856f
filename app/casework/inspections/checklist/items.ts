import type { ContainerGroup } from '#core/reference/reference_data'
import type { OrderType } from '../codes.js'

/** What kind of box is looked at: its group by ISO 6346; `mixed` for boxes of several, `loose` for none, `unknown` where its type was not filed. */
export type BoxKind = ContainerGroup | 'mixed' | 'loose' | 'unknown'

/** Places in the structure of a box where things were hidden before, anywhere, outside in. */
const STRUCTURE: Readonly<Record<BoxKind, readonly string[]>> = {
  dry: ['doors', 'undercarriage', 'frame', 'front_wall', 'walls', 'floor', 'roof'],
  reefer: [
    'doors',
    'reefer_unit',
    'evaporator_housing',
    'compressor_space',
    'undercarriage',
    'front_wall',
    'walls',
    'floor_channels',
    'roof',
  ],
  open_top: ['undercarriage', 'frame', 'walls', 'floor'],
  flat: ['undercarriage', 'frame', 'floor'],
  tank: ['tank_shell', 'undercarriage', 'frame'],
  bulk: ['doors', 'frame', 'walls', 'in_cargo'],
  named_cargo: ['doors', 'undercarriage', 'frame', 'walls', 'floor'],
  air: ['doors', 'walls', 'floor'],
  mixed: ['doors', 'undercarriage', 'frame', 'front_wall', 'walls', 'floor', 'roof'],
  loose: ['in_packaging', 'among_cargo'],
  unknown: ['doors', 'undercarriage', 'frame', 'front_wall', 'walls', 'floor', 'roof'],
}

/** What can be reached while the cargo stays in. */
const WITH_CARGO_IN: ReadonlySet<string> = new Set([
  'doors',
  'undercarriage',
  'frame',
  'reefer_unit',
  'compressor_space',
])

/** What each kind of inspection begins and ends with, beside the places of the box. */
const OF_TYPE: Readonly<Record<OrderType, { first: readonly string[]; last: readonly string[] }>> = {
  documentary: { first: ['transport_document', 'invoice', 'packing_list', 'permits', 'seal_on_papers'], last: [] },
  scan: { first: ['seal', 'image_taken', 'image_against_goods'], last: ['image_against_earlier'] },
  tailgate: { first: ['seal', 'markings', 'first_rows'], last: ['reseal'] },
  physical: {
    first: ['seal', 'markings', 'inside_measure'],
    last: ['among_cargo', 'in_packaging', 'in_cargo', 'reseal'],
  },
  sample: { first: ['seal', 'sample_place', 'sample_taken'], last: ['sample_sealed', 'reseal'] },
  canine: { first: ['seal', 'dog_outside', 'dog_inside'], last: ['among_cargo', 'reseal'] },
}

/** What is worth a look with goods of an HS chapter, where the cargo itself is looked at. */
const OF_GOODS: readonly { chapters: readonly string[]; item: string }[] = [
  { chapters: ['02', '03', '04', '06', '07', '08', '16', '19', '20', '21'], item: 'temperature_record' },
  { chapters: ['27', '28', '29', '31', '32', '34', '36', '38'], item: 'hazard_labels' },
  { chapters: ['84', '85'], item: 'inside_machines' },
  { chapters: ['86', '87', '88', '89'], item: 'vehicle' },
  { chapters: ['44', '47', '48', '68', '69', '72', '73', '76', '94'], item: 'hollow_goods' },
  { chapters: ['50', '51', '52', '53', '54', '55', '60', '61', '62', '63'], item: 'bale_cores' },
]

const places = (type: OrderType, box: BoxKind): readonly string[] => {
  if (type === 'documentary') return []
  const all = STRUCTURE[box]
  return type === 'tailgate' || type === 'canine' ? all.filter((place) => WITH_CARGO_IN.has(place)) : all
}

const ofGoods = (type: OrderType, chapters: readonly string[]): readonly string[] =>
  type === 'documentary' || type === 'scan'
    ? []
    : OF_GOODS.filter((each) => each.chapters.some((chapter) => chapters.includes(chapter))).map(({ item }) => item)

/** Everything on the list of such an order, in the order in which one works when nothing is known of the lane. */
export function itemsOf(type: OrderType, box: BoxKind, chapters: readonly string[], atScanner: boolean): string[] {
  const { first, last } = OF_TYPE[type]
  const site = atScanner && type === 'physical' ? ['image_against_goods'] : []
  return [...new Set([...first, ...site, ...places(type, box), ...ofGoods(type, chapters), ...last])]
}

/** Places that an order of this kind can look at, whether or not they are usual for such a box. */
export const canLookAt = (type: OrderType, place: string): boolean =>
  type === 'documentary'
    ? place === 'documents'
    : place !== 'documents' && place !== 'other' && (type !== 'tailgate' || WITH_CARGO_IN.has(place))
