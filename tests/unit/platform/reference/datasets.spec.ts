import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { readDataset, readManifest } from '#platform/reference/datasets'
import { loadReferenceData } from '#platform/reference/load_reference_data'

const DIRECTORY = 'database/reference'
const MEBIBYTE = 1_048_576
const damaged = /^Reference data file/

test.group('Shipped reference data', () => {
  test('every file has the checksum and the rows of the manifest', ({ assert }) => {
    const manifest = readManifest(DIRECTORY)
    assert.isAbove(manifest.length, 10)
    for (const dataset of manifest) assert.lengthOf(readDataset(DIRECTORY, dataset), dataset.rows, dataset.dataset)
  })

  test('every row has the columns of its header', ({ assert }) => {
    for (const dataset of readManifest(DIRECTORY).filter(({ file }) => file.endsWith('.tsv'))) {
      const columns = readFileSync(join(DIRECTORY, dataset.file), 'utf8').split('\n', 1)[0]?.split('\t').length
      for (const row of readDataset(DIRECTORY, dataset))
        assert.lengthOf(row, columns ?? 0, `${dataset.file}: ${row[0]}`)
    }
  })

  test('the manifest names every file, and all of them stay small', ({ assert }) => {
    const files = readdirSync(DIRECTORY, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsv(\.gz)?$/.test(file)
    )
    assert.sameMembers(
      files,
      readManifest(DIRECTORY).map(({ file }) => file)
    )
    assert.isBelow(
      files.reduce((sum, file) => sum + statSync(join(DIRECTORY, file)).size, 0),
      5 * MEBIBYTE
    )
  })

  test('NOTICE names the source of every dataset that is not ours', ({ assert }) => {
    const notice = readFileSync('NOTICE', 'utf8')
    const foreign = readManifest(DIRECTORY).filter(({ licence }) => licence !== 'EUPL-1.2')
    for (const { file, licence } of foreign) {
      assert.include(notice, `database/reference/${file}`)
      assert.include(notice, licence)
    }
  })
})

test.group('Damaged reference data', (group) => {
  let directory = ''
  group.each.setup(() => {
    directory = mkdtempSync(join(tmpdir(), 'reference-'))
    return () => rmSync(directory, { recursive: true })
  })

  test('a changed file is refused when its table is asked for, not before', ({ assert }) => {
    const countries = readManifest(DIRECTORY).find(({ dataset }) => dataset === 'countries')
    assert.exists(countries)
    const file = countries?.file ?? ''
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    copyFileSync(join(DIRECTORY, file), join(directory, file))
    writeFileSync(join(directory, 'manifest.json'), JSON.stringify([countries]))
    assert.equal(loadReferenceData(directory).country('GT')?.alpha3, 'GTM')

    writeFileSync(join(directory, file), readFileSync(join(directory, file), 'utf8').replace('GTM', 'GTX'))
    const reference = loadReferenceData(directory)
    assert.throws(() => reference.country('GT'), damaged)
  })

  test('a wrong row count is refused', ({ assert }) => {
    const countries = readManifest(DIRECTORY).find(({ dataset }) => dataset === 'countries')
    assert.throws(() => countries && readDataset(DIRECTORY, { ...countries, rows: 1 }), damaged)
  })

  test('a dataset missing from the manifest is refused', ({ assert }) => {
    writeFileSync(join(directory, 'manifest.json'), '[]')
    assert.throws(() => loadReferenceData(directory).place('GTPRQ'), damaged)
  })
})
