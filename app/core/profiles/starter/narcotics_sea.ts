import { coverLoad } from '../../indicators/builtin/c01_cover_load.js'
import { commodityAgainstContainer } from '../../indicators/builtin/c10_commodity_against_container.js'
import { bookedAgain } from '../../indicators/builtin/d12_booked_again.js'
import { lightLoad } from '../../indicators/builtin/e01_light_load.js'
import { clone } from '../../indicators/builtin/e08_clone.js'
import { boxWithFinding } from '../../indicators/builtin/e09_box_with_finding.js'
import { firstTimeConsignee } from '../../indicators/builtin/p05_first_time_consignee.js'
import { firstTimeConsignor } from '../../indicators/builtin/p06_first_time_consignor.js'
import { oneToOne } from '../../indicators/builtin/p08_one_to_one.js'
import { poBox } from '../../indicators/builtin/p10_po_box.js'
import { intermediaryConsignee } from '../../indicators/builtin/p12_intermediary_consignee.js'
import { toOrderWithoutNotify } from '../../indicators/builtin/p13_to_order_without_notify.js'
import { earlierFinding } from '../../indicators/builtin/p19_earlier_finding.js'
import { oneHop } from '../../indicators/builtin/p20_one_hop.js'
import { consignorIsConsignee } from '../../indicators/builtin/p22_consignor_is_consignee.js'
import { receiptInSourceCountry } from '../../indicators/builtin/r01_receipt_in_source_country.js'
import { loadingInSourceCountry } from '../../indicators/builtin/r02_loading_in_source_country.js'
import { weakSecurityPort } from '../../indicators/builtin/r03_weak_security_port.js'
import { switchedBill } from '../../indicators/builtin/r10_switched_bill.js'
import { manyTranshipments } from '../../indicators/builtin/r15_many_transhipments.js'
import { householdEffects } from '../../indicators/builtin/c12_household_effects.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/** Ranks all sea cargo for narcotics: nothing selects, everything adds. */
export const narcoticsSea: ProfileDocument = {
  threat: 'NAR',
  all: [],
  any: [],
  adds: [
    receiptInSourceCountry,
    loadingInSourceCountry,
    weakSecurityPort,
    manyTranshipments,
    coverLoad,
    commodityAgainstContainer,
    householdEffects,
    lightLoad,
    oneToOne,
    firstTimeConsignee,
    firstTimeConsignor,
    poBox,
    intermediaryConsignee,
    toOrderWithoutNotify,
    consignorIsConsignee,
    earlierFinding,
    oneHop,
    boxWithFinding,
    clone,
    switchedBill,
    bookedAgain,
  ].map((definition) => indicatorCondition(definition)),
}
