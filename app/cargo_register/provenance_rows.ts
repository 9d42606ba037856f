import type { Provenance } from '#core/cargo/consignment'
import type { SourceRef } from '#core/kernel/source_ref'

/**
 * `[message, segment, tag, line, element, component, offset, length, path]`; 0 where no element or
 * component is named, no path where the format has none.
 */
type SourceRow = [number, number, string, number, number, number, number, number, path?: string]
export type ProvenanceRows = Record<string, SourceRow[]>

/** Provenance is the largest part of a revision: rows without names keep it small. */
export const toRows = (provenance: Provenance): ProvenanceRows =>
  Object.fromEntries(
    Object.entries(provenance).map(([path, refs]) => [
      path,
      refs.map((ref): SourceRow => [
        ref.message,
        ref.segment,
        ref.tag,
        ref.line,
        ref.element ?? 0,
        ref.component ?? 0,
        ref.offset,
        ref.length,
        ...(ref.path === undefined ? ([] as const) : ([ref.path] as const)),
      ]),
    ])
  )

export const fromRows = (rows: ProvenanceRows): Provenance =>
  Object.fromEntries(
    Object.entries(rows).map(([path, refs]) => [
      path,
      refs.map(([message, segment, tag, line, element, component, offset, length, at]): SourceRef => ({
        message,
        segment,
        tag,
        line,
        offset,
        length,
        ...(element && { element }),
        ...(component && { component }),
        ...(at !== undefined && { path: at }),
      })),
    ])
  )
