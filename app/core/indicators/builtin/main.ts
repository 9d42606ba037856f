import type { IndicatorDefinition } from '../definition.js'
import { coverLoad } from './c01_cover_load.js'
import { commodityAgainstContainer } from './c10_commodity_against_container.js'
import { lightLoad } from './e01_light_load.js'
import { oneToOne } from './p08_one_to_one.js'
import { poBox } from './p10_po_box.js'
import { receiptInSourceCountry } from './r01_receipt_in_source_country.js'
import { loadingInSourceCountry } from './r02_loading_in_source_country.js'
import { weakSecurityPort } from './r03_weak_security_port.js'

/** Every indicator of core; a new one is a file beside this one and a line here. */
export const BUILTIN_INDICATORS: readonly IndicatorDefinition[] = [
  coverLoad,
  commodityAgainstContainer,
  lightLoad,
  oneToOne,
  poBox,
  receiptInSourceCountry,
  loadingInSourceCountry,
  weakSecurityPort,
]
