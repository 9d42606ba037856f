import type { IndicatorDefinition } from '../definition.js'
import { coverLoad } from './c01_cover_load.js'
import { vagueDescription } from './c02_vague_description.js'
import { poorDescription } from './c03_poor_description.js'
import { commodityAgainstContainer } from './c10_commodity_against_container.js'
import { householdEffects } from './c12_household_effects.js'
import { lateFiling, lateFilingBeforeArrival, lateFilingByHours } from './d01_late_filing.js'
import { manyAmendments } from './d04_many_amendments.js'
import { lightLoad } from './e01_light_load.js'
import { overPayload } from './e05_over_payload.js'
import { invalidContainer } from './e06_invalid_container.js'
import { listedContainer } from './e24_listed_container.js'
import { listedIdentifier } from './p01_listed_identifier.js'
import { listedName } from './p02_listed_name.js'
import { listedAddress } from './p03_listed_address.js'
import { listedContact } from './p04_listed_contact.js'
import { firstTimeConsignee } from './p05_first_time_consignee.js'
import { firstTimeConsignor } from './p06_first_time_consignor.js'
import { oneToOne } from './p08_one_to_one.js'
import { poBox } from './p10_po_box.js'
import { intermediaryConsignee } from './p12_intermediary_consignee.js'
import { toOrderWithoutNotify } from './p13_to_order_without_notify.js'
import { consignorIsConsignee } from './p22_consignor_is_consignee.js'
import { receiptInSourceCountry } from './r01_receipt_in_source_country.js'
import { loadingInSourceCountry } from './r02_loading_in_source_country.js'
import { weakSecurityPort } from './r03_weak_security_port.js'
import { manyTranshipments } from './r15_many_transhipments.js'
import { listedVessel } from './r20_listed_vessel.js'
import { transitAbroad } from './r21_transit_abroad.js'

/** Every indicator of core; a new one is a file beside this one and a line here. */
export const BUILTIN_INDICATORS: readonly IndicatorDefinition[] = [
  coverLoad,
  vagueDescription,
  poorDescription,
  commodityAgainstContainer,
  householdEffects,
  lateFilingByHours,
  lateFilingBeforeArrival,
  lateFiling,
  manyAmendments,
  lightLoad,
  overPayload,
  invalidContainer,
  listedContainer,
  listedIdentifier,
  listedName,
  listedAddress,
  listedContact,
  firstTimeConsignee,
  firstTimeConsignor,
  oneToOne,
  poBox,
  intermediaryConsignee,
  toOrderWithoutNotify,
  consignorIsConsignee,
  receiptInSourceCountry,
  loadingInSourceCountry,
  weakSecurityPort,
  manyTranshipments,
  listedVessel,
  transitAbroad,
]
