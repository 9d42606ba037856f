import { Random } from '#database/seeders/demo/prng'
import { DOCUMENT_TEXTS } from '../unit/core/formats/document_texts.js'
import { mutated, seeded } from '../unit/core/formats/mutate.js'
import { awmds, bol } from '../unit/core/formats/asycuda/asycuda_texts.js'
import { largeInterchange } from './large_interchange.js'
import { workbookBytes } from './workbooks.js'

export interface MixedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

type Kind = (random: Random, at: number) => Uint8Array

const bytesOf = (text: string) => new TextEncoder().encode(text)

const manifest: Kind = (random, at) =>
  Buffer.concat([...largeInterchange({ seed: at, messages: random.int(1, 3), consignments: random.int(1, 40) })])
const documents = Object.values(DOCUMENT_TEXTS)
const document: Kind = (random) => bytesOf(random.pick(documents))
const asycuda: Kind = (random, at) =>
  bytesOf(awmds(...Array.from({ length: random.int(1, 30) }, (_, line) => bol(`B${at}X${line}`))))
const workbook: Kind = (random, at) =>
  workbookBytes(
    [
      ['Bol_reference', 'Bol_nature', 'Gross_mass', 'Number_of_packages'],
      ...Array.from({ length: random.int(1, 30) }, (_, row) => [`W${at}R${row}`, 23, 100 + row, 10]),
    ],
    random.int(0, 1) === 0 ? 'xlsx' : 'biff8'
  )
const broken: Kind = (random, at) => mutated(random.pick([manifest, document, asycuda])(random, at), seeded(at + 1))
const wide: Kind = (random, at) =>
  Buffer.from(`\ufeff${Buffer.from(manifest(random, at)).toString('latin1')}`, 'utf16le')
const others = [
  '',
  'Dear Sir, the manifest follows tomorrow.',
  '%PDF-1.7\n%\u00e2\u00e3',
  '{"transportDocumentReference":"B1"}',
  'FFM/8\n1/XX123/20NOV/MIA',
  'ISA*00*          *00*          *ZZ*LINE',
  'BL;Weight;Goods\nB1;10;TILES\nB2;20;YARN\n',
  '<html><table><tr><td>BL</td></tr></table></html>',
  '<Waybill><id>1</id></Waybill>',
]
const other: Kind = (random) => bytesOf(random.pick(others))

/** Of a thousand files: kind, how many, extension. Extensions lie here as they do in the field. */
const SHARES: readonly (readonly [kind: Kind, share: number, extension: string])[] = [
  [manifest, 480, 'edi'],
  [document, 200, 'txt'],
  [asycuda, 150, 'xml'],
  [broken, 100, '272'],
  [other, 40, 'dat'],
  [wide, 20, 'edi'],
  [workbook, 10, 'xls'],
]

/** Files of every kind that arrives, broken ones and ones that nobody reads among them. The same seed gives the same files. */
export function* mixedFiles(count: number, seed: number): Generator<MixedFile, void> {
  const random = new Random(seed, 'mixed files')
  for (let at = 0; at < count; at++) {
    let left = random.int(1, 1_000)
    const [kind, , extension] = SHARES.find(([, share]) => (left -= share) <= 0)!
    yield { name: `${String(at).padStart(6, '0')}.${extension}`, bytes: kind(random, at) }
  }
}
