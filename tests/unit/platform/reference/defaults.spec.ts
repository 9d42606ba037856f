import { test } from '@japa/runner'
import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/lists/catalogue'
import type { ReferenceColumn } from '#core/indicators/lists/definition'
import { MATCH_KINDS } from '#core/matching/watch_list'
import { containerCheckDigit, imoCheckDigit } from '#core/reference/check_digits'
import { readDefaultLists, readDemoWatchList } from '#platform/reference/defaults'
import { loadReferenceData } from '#platform/reference/load_reference_data'

const DIRECTORY = 'database/defaults'
const reference = loadReferenceData('database/reference')
const lists = readDefaultLists(DIRECTORY)
const rowsOf = (code: string) => lists.find((list) => list.code === code)?.rows ?? []

const isOfKind = ({ kind, codes, any }: ReferenceColumn, value: string | boolean): boolean => {
  if (any && value === '*') return true
  if (kind === 'flag') return typeof value === 'boolean'
  if (typeof value !== 'string') return false
  if (kind === 'country') return reference.country(value)?.alpha2 === value
  if (kind === 'place') return reference.place(value)?.code === value
  if (kind === 'code') return codes?.includes(value) ?? false
  if (kind === 'hs') return value.split('|').every((prefix) => /^\d{2,6}$/.test(prefix) && !isUnknownHeading(prefix))
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(value)
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (kind === 'words') return value.split('|').every((words) => words.trim() === words && words !== '')
  return value.trim() !== ''
}
const isUnknownHeading = (prefix: string): boolean => prefix.length >= 4 && reference.hsHeading(prefix) === null

test.group('Default reference lists', () => {
  test('one for every list of the catalogue', ({ assert }) => {
    assert.sameMembers(
      lists.map(({ code }) => code),
      Object.keys(REFERENCE_LIST_CATALOGUE)
    )
    for (const { source, edition, rows } of lists) {
      assert.isNotEmpty(source)
      assert.isNotEmpty(edition)
      assert.isNotEmpty(rows)
    }
  })

  test('every value is of its column, every row says its source', ({ assert }) => {
    for (const { code, rows } of lists) {
      const columns = REFERENCE_LIST_CATALOGUE[code]?.columns ?? []
      for (const [at, row] of rows.entries()) {
        const where = `${code} row ${at + 1}`
        assert.includeMembers(
          columns.map(({ name }) => name),
          Object.keys(row),
          where
        )
        assert.isString(row['source'], where)
        for (const column of columns) {
          const value = row[column.name] ?? null
          if (value === null) assert.isFalse(column.required, `${where} lacks ${column.name}`)
          else assert.isTrue(isOfKind(column, value), `${where}: ${column.name} ${value}`)
        }
      }
    }
  })

  test('no two rows have the same key, goods are told by words or HS', ({ assert }) => {
    for (const { code, rows } of lists) {
      const key = REFERENCE_LIST_CATALOGUE[code]?.key ?? []
      const keys = rows.map((row) => key.map((column) => String(row[column]).toUpperCase()).join('|'))
      assert.lengthOf(new Set(keys), rows.length, code)
      if (key.includes('goods')) for (const row of rows) assert.isTrue(row['words'] !== null || row['hs'] !== null)
    }
  })

  test('hold the four facts of Northern Celebration', ({ assert }) => {
    const words = (row: (typeof lists)[number]['rows'][number]) => String(row['words']).split('|')
    assert.exists(rowsOf('source_countries').find((row) => row['country'] === 'CO' && row['threat'] === 'NAR'))
    assert.exists(rowsOf('weak_ports').find((row) => row['port'] === 'VEPBL' && row['class'] === 'C'))
    assert.exists(
      rowsOf('cover_loads').find(
        (row) => row['origin'] === 'CO' && row['threat'] === 'NAR' && words(row).includes('CERAMIC TILES')
      )
    )
    assert.exists(
      rowsOf('container_compatibility').find((row) => row['group'] === 'reefer' && words(row).includes('CERAMIC TILES'))
    )
  })

  test('security classes of ports say that they are invented', ({ assert }) => {
    for (const row of rowsOf('weak_ports')) assert.match(String(row['source']), /invented/i)
  })
})

test.group('Demo watch lists', () => {
  for (const administration of ['GT', 'JM']) {
    const entries = readDemoWatchList(DIRECTORY, administration)

    test(`${administration}: has entries of every kind, all marked demo`, ({ assert }) => {
      assert.sameMembers([...new Set(entries.map(({ kind }) => kind))], [...MATCH_KINDS])
      for (const entry of entries) assert.match(entry.reason, /\(demo\)$/)
    })

    test(`${administration}: containers and ships have valid check digits`, ({ assert }) => {
      const boxes = entries.filter(({ kind }) => kind === 'equipment')
      const ships = entries.filter(({ kind, value }) => kind === 'means' && value.startsWith('IMO'))
      assert.isNotEmpty(boxes)
      assert.isNotEmpty(ships)
      for (const { value } of boxes) assert.isTrue(containerCheckDigit(value).valid, value)
      for (const { value } of ships) assert.isTrue(imoCheckDigit(value).valid, value)
    })

    test(`${administration}: one entry has expired`, ({ assert }) => {
      assert.lengthOf(
        entries.filter(({ validUntil }) => validUntil !== null && validUntil < '2026-01-01'),
        1
      )
    })
  }
})
