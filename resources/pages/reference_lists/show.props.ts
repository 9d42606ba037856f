import type { IsoInstant } from '../../props/shared.js'

export type CellValue = string | number | boolean | null

export interface ReferenceColumn {
  name: string
  /** Translation key. */
  label: string
  kind: 'text' | 'integer' | 'decimal' | 'flag' | 'country' | 'place' | 'codes'
  required: boolean
  /** Closed values, where it has them. */
  choices: string[] | null
}

export interface ReferenceListShowProps {
  list: { code: string; title: string }
  columns: ReferenceColumn[]
  /** `null`: nothing entered yet. */
  edition: { number: number; at: IsoInstant; by: string | null; note: string | null; newest: boolean } | null
  rows: Record<string, CellValue>[]
  editions: { number: number; at: IsoInstant; by: string | null; rows: number }[]
  may: { edit: boolean }
}
