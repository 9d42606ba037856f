import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ReferenceDataDamaged } from './errors.js'

/** One data file of international reference data, as `manifest.json` declares it. */
export interface Dataset {
  readonly dataset: string
  /** Path below the reference directory; tab-separated, first line names the columns, `.gz` when large. */
  readonly file: string
  readonly edition: string
  /** Rows after the header. */
  readonly rows: number
  /** Of the file as stored, hexadecimal. */
  readonly sha256: string
  readonly source: string
  readonly licence: string
  readonly note?: string
}

/** Cells in file order, always as text. */
export type Row = readonly string[]

export const readManifest = (directory: string): readonly Dataset[] =>
  JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Dataset[]

/**
 * Reads the rows of one file. Cells hold neither tabs nor line breaks, so there is no quoting to
 * undo: 116,000 places load in a quarter of a second.
 * @throws {ReferenceDataDamaged} when bytes or row count are not those of the manifest.
 */
export const readDataset = (directory: string, { file, sha256, rows }: Dataset): readonly Row[] => {
  const bytes = readFileSync(join(directory, file))
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new ReferenceDataDamaged(file, 'does not have the checksum of manifest.json')
  }
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const lines = text.split('\n').slice(1, -1)
  if (lines.length !== rows) throw new ReferenceDataDamaged(file, `has ${lines.length} rows, not ${rows}`)
  return lines.map((line) => line.split('\t'))
}

export type ReadDataset = (name: string) => readonly Row[]

/** Reads datasets by name; one that the manifest does not name is damage too. */
export const datasetReader = (directory: string): ReadDataset => {
  const manifest = new Map(readManifest(directory).map((dataset) => [dataset.dataset, dataset]))
  return (name) => {
    const dataset = manifest.get(name)
    if (!dataset) throw new ReferenceDataDamaged('manifest.json', `names no dataset ${name}`)
    return readDataset(directory, dataset)
  }
}
