import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { awmds, bol, el, els, GENERAL, LOOSE } from '../../../unit/core/formats/asycuda/asycuda_texts.js'

/**
 * Rows of FORMATS section 13 that no single message shows, one file each: the bad case and the near
 * miss are filed like any message, and read back from the message log.
 */
export { ask, file, makePlace, type Place }

/** Problems of these codes as the log keeps them: code, severity and consignment, then the values in `keys`. */
export const told = async (place: Place, codes: readonly string[], ...keys: string[]): Promise<string[]> => {
  const found = await ask<{
    code: string
    severity: string
    reference: string | null
    params: Record<string, unknown>
  }>(
    place,
    `select p.code, p.severity, c.reference, p.params from tenant.problems p
       left join tenant.consignments c on c.id = p.consignment_id where p.code = any(?::text[]) order by p.id`,
    [codes]
  )
  return found.map(({ code, severity, reference, params }) =>
    [code, severity, reference, ...keys.map((key) => params[key])]
      .filter((part) => part !== null && part !== undefined)
      .join(' ')
  )
}

interface Bol {
  number: string
  type: 'BOL' | 'MSB' | 'HSB'
  master?: string
  packages: number
  mass: number
}

/** An Awmds of a carrier, or with `filer` of somebody else; the same voyage and call throughout. */
export const manifest = (filer: string, office: string, ...bols: readonly Bol[]): Buffer =>
  Buffer.from(
    awmds(
      ...bols.map(({ number, type, master, packages, mass }) =>
        bol(number, {
          ...LOOSE,
          id: el(
            'Bol_id',
            els({
              Bol_reference: number,
              Bol_nature: 23,
              Bol_type_code: type,
              ...(master && { Master_bol_ref_number: master }),
            })
          ),
          goods: el(
            'Goods_segment',
            els({ Number_of_packages: packages, Package_type_code: 'CT', Gross_mass: mass, Goods_description: 'TILES' })
          ),
        })
      )
    ).replace(GENERAL, GENERAL.replaceAll('CAR01', filer).replaceAll('JMKCT', office))
  )
