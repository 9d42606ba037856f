import { containerNumber } from '../containers.js'
import type { Story } from '../story.js'
import { filing, inTime, party, upcoming, type Plot } from './draft.js'
import { from, lot, numbered, SELLER, to } from './each_lot.js'

const KEY = 'one-of-each'

/** What sets each lot apart, beside the goods. One line an indicator that the ordinary traffic never hits. */
// prettier-ignore
const LOTS: readonly (readonly [string, Partial<Plot> & { readonly description: string }])[] = [
  ['C04', { description: 'ABALONE IN CANS', hs: '240220' }],
  ['C05', { description: 'INTEGRATED CIRCUITS AND FPGA BOARDS', origin: 'US', loading: 'USMIA', consignor: from('US') }],
  ['C06', { description: 'ACETIC ANHYDRIDE IN DRUMS', package: 'DR', packages: 80, box: 'dry20', volumeM3: 22 }],
  ['C07', { description: 'DRIED SHARK FINS AND CORAL PIECES', weightKg: 6200 }],
  ['C08', { description: 'SCRAP METAL HMS SCRAP', packages: 1, package: 'VR', weightKg: 26_400, volumeM3: 24, box: 'dry20' }],
  ['C09', { description: 'LITHIUM BATTERIES AND POWER BANKS', weightKg: 9800 }],
  ['C11', { description: 'FRESH BANANAS IN CARTONS', box: 'reefer40', temperatureC: -18, weightKg: 21_000, volumeM3: 50 }],
  ['C13', { description: 'BOTTLED WATER', weightKg: 3400, packages: 300 }],
  ['C15', { description: 'TISSUE PAPER NAPKINS', weightKg: 8100 }],
  ['C16', { description: 'AEROLUX SNEAKERS', origin: 'CN', loading: 'CNYTN', consignor: from('CN', 'Bright Harbor Footwear Co Ltd'), weightKg: 9000 }],
  ['C17', { description: 'CERAMIC TILES PLAIN WHITE', value: 410_000 }],
  ['C18', { description: 'NIGHT VISION SCOPES WITH RIFLE SCOPE MOUNTS', weightKg: 4100 }],
  ['C20', { description: 'BALL BEARINGS PRECISION', places: { nature: '24', delivery: 'AEJEA' }, consignee: to('Desert Gate Machinery FZE', { country: 'AE' }) }],
  ['C21', { description: 'PRE COLUMBIAN ARTEFACTS AND POTTERY', origin: 'PE', loading: 'PECLL', consignor: from('PE'), weightKg: 3900 }],
  ['C22', { description: 'USED AUTO PARTS VIN 1HGCM82633A004352' }],
  ['C23', { description: 'FROZEN FRUIT PULP IN DRUMS', box: 'reefer40', temperatureC: -18 }],
  ['C24', { description: 'MEDICINES AND ANTIBIOTICS' }],
  ['C25', { description: 'CORAL AND COCOBOLO CARVINGS' }],
  ['C26', { description: 'MEDICINES', consignee: numbered('Harbour View Pharmacy Ltd', '005517730') }],
  ['D09', { description: 'STEEL SHELVING', reference: '00000000' }],
  ['D11', { description: 'ASSORTED SAMPLES', packages: 1, weightKg: 11_900 }],
  ['D16', { description: 'BED LINEN', consignee: to('Rio Cobre Linens Ltd', { email: 'riocobrelinens@gmail.com' }) }],
  ['E02', { description: 'CHILDRENS GARMENTS', weightKg: 24_600, volumeM3: 24 }],
  ['E05', { description: 'STEEL BARS', weightKg: 32_400, packages: 24, package: 'BE', volumeM3: 8, box: 'dry20' }],
  ['E07', { description: 'PAPER CUPS', number: containerNumber('XLSU', '414207') }],
  ['E10', { description: 'EMPTY CONTAINER', packages: 1, weightKg: 9100, empty: true }],
  ['E15', { description: 'PLASTIC CHAIRS', seal: '0000000' }],
  ['E17', { description: 'CANNED SARDINES', box: 'tank20', weightKg: 18_000, volumeM3: 20 }],
  ['P03', { description: 'FOAM CUPS', consignee: to('Imaginary Pier Stores', { street: 'Shed 9, 200 Imaginary Pier Road' }) }],
  ['P04', { description: 'PICTURE FRAMES', consignee: to('Dry Harbour Crafts Ltd', { phone: '+1 876 555 0142' }) }],
  ['P11', { description: 'PLYWOOD SHEETS', consignee: to('Winston Alexander Brown') }],
  ['P14', { description: 'FLOOR WAX', consignee: to('Mango Walk Traders Ltd', { street: '', city: 'Kingston' }) }],
  ['P16', { description: 'CORNFLAKES', consignee: numbered('Fern Guly Foods Ltd', '009120778') }],
  ['P18', { description: 'WALL CLOCKS', consignee: numbered('Bright Heron Imports Ltd', '007712094') }],
  ['P21', { description: 'OFFICE CHAIRS', origin: 'CN', loading: 'CNNGB', consignor: from('CH', 'Alpenrose Commodities AG') }],
  ['P22', { description: 'CONVEYOR BELTS', consignee: to(SELLER.name) }],
  ['P23', { description: 'KITCHEN SCALES', consignee: to('Liguanea Digital Ltd', { street: 'Suite 4, Barbican Coworking' }) }],
  ['P24A', { description: 'PHONE COVERS', consignee: to('Half Moon Accessories Ltd'), value: 960 }],
  ['P24B', { description: 'PHONE STANDS', consignee: to('Half Moon Accessories Ltd'), value: 985 }],
  ['P24C', { description: 'PHONE STRAPS', consignee: to('Half Moon Accessories Ltd'), value: 990 }],
  ['P26', { description: 'DESK LAMPS', notify: party('Seeblick Treuhand AG', 'Bahnhofstrasse 4', 'Zug', 'CH') }],
  ['P27', { description: 'CANVAS TENTS', consignee: to('Armed Forces Quartermaster Depot') }],
  ['P28', { description: 'PUMPS', consignor: from('CO', 'Cordillera Forwarding S.A.S.'), consignee: to('Dune Line FZE', { country: 'AE' }), places: { nature: '24', delivery: 'AEJEA' } }],
  ['P29', { description: 'OATMEAL', consignee: numbered('Fern Gully Foods Ltd', '004410277') }],
  ['R04', { description: 'CHARCOAL BRIQUETTES', origin: 'EC', loading: 'ECGYE', consignor: from('EC'), weightKg: 20_400, volumeM3: 60 }],
  ['R05', { description: 'ROOF SHEETS', places: { transhipment: ['ESALG'] } }],
  ['R06', { description: 'SMARTPHONES', origin: 'PA', loading: 'PAMIT', consignor: from('PA'), weightKg: 3300 }],
  ['R07', { description: 'AGED RUM IN BOTTLES' }],
  ['R08', { description: 'PERFUME GIFT SETS', origin: 'PA', loading: 'PACTB', consignor: from('PA'), weightKg: 5200 }],
  ['R11', { description: 'CIGARETTES', origin: 'PA', loading: 'PAMIT', consignor: from('PA'), places: { nature: '24', delivery: 'BZBZE' } }],
  ['R15', { description: 'WINDOW BLINDS', places: { transhipment: ['PAMIT', 'DOCAU', 'BSFPO'] } }],
  ['R13', { description: 'CERAMIC MUGS', places: { transhipment: ['LYTIP'] } }],
]

/** A lot for each indicator of lists and documents, on the ships of the next days: so that each can be seen to hit. */
export const oneOfEach: Story = {
  key: KEY,
  administrations: ['JM'],
  filings(context) {
    return [0, 1, 2].map((third) => {
      const call = upcoming(context, 24 + third * 5)
      const lots = LOTS.filter((_, at) => at % 3 === third).map(([code, change]) => lot(context, call, code, change))
      return filing(context, KEY, call, inTime(context, call), lots)
    })
  },
}
