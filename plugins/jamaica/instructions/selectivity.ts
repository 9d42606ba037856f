import { XmlWriter, type InstructionForm, type InstructionTold } from '#sdk'

const ACTS: Readonly<Record<InstructionTold['kind'], string>> = {
  hold: 'HOLD',
  release: 'RELEASE',
  do_not_load: 'DO_NOT_LOAD',
  load: 'MAY_LOAD',
  select: 'SELECT',
  deselect: 'DESELECT',
}

/**
 * Holds and selections for ASYCUDA. Its export has no such message: the names are of the same making as those of the
 * declaration, so that one reader of the national system serves both.
 */
export const SELECTIVITY: InstructionForm = {
  code: 'jamaica.selectivity',
  version: 1,
  title: 'jamaica.instruction_selectivity',
  file: { type: 'application/vnd.landfall.asycuda-selectivity+xml', ending: 'xml' },
  write: ({ id, kind, madeAt, selection, consignments }) => {
    const out = new XmlWriter()
    out.element('Selectivity_notice', () => {
      out.text('Notice_id', id)
      out.text('Act', ACTS[kind])
      out.text('Notice_date', madeAt)
      if (selection)
        out.element('Selectivity', () => {
          out.text('Order_number', selection.number)
          out.text('Color', selection.lane.toUpperCase())
          out.text('Examination', selection.examination.toUpperCase())
          out.text('Container_identity', selection.equipment)
          out.text('Examination_site', selection.site)
          out.text('Valid_until', selection.until)
        })
      for (const consignment of consignments)
        out.element('Bol', () => {
          out.text('Summary_declaration', consignment.bill)
          for (const box of consignment.equipment) out.text('Container_identity', box)
          out.text('Identity_of_transporter', consignment.conveyance)
          out.text('Voyage_number', consignment.voyage)
          out.text('Place_of_unloading_code', consignment.port)
          for (const declaration of consignment.declarations) out.text('Declaration', declaration)
        })
    })
    return out.finish()
  },
}
