import type { IndicatorDefinition } from '../definition.js'
import { unknownConsignor } from './a01_unknown_consignor.js'
import { originOfConcern } from './a02_origin_of_concern.js'
import { priceOutOfLine } from './a05_price_out_of_line.js'
import { seaGoodsByAir } from './a06_sea_goods_by_air.js'
import { oddDensityByAir } from './a07_odd_density_by_air.js'
import { noLink } from './a09_no_link.js'
import { splitOverFlights } from './a10_split_over_flights.js'
import { oneContactManyReceivers } from './a11_one_contact_many_receivers.js'
import { thresholdHugging } from './a12_threshold_hugging.js'
import { noHomeAddress } from './a13_no_home_address.js'
import { placiIncomplete } from './a14_placi_incomplete.js'
import { hiddenOrigin } from './a16_hidden_origin.js'
import { repeatedCounterfeits } from './a17_repeated_counterfeits.js'
import { coverLoad } from './c01_cover_load.js'
import { vagueDescription } from './c02_vague_description.js'
import { poorDescription } from './c03_poor_description.js'
import { textAgainstHs } from './c04_text_against_hs.js'
import { controlledGoods } from './c05_controlled_hs.js'
import { precursor } from './c06_precursor.js'
import { protectedSpecies } from './c07_protected_species.js'
import { wasteToDumpingGround } from './c08_waste_to_dumping_ground.js'
import { undeclaredDangerousGoods } from './c09_undeclared_dangerous_goods.js'
import { commodityAgainstContainer } from './c10_commodity_against_container.js'
import { temperatureAgainstGoods } from './c11_temperature.js'
import { householdEffects } from './c12_household_effects.js'
import { uneconomicConsignment } from './c13_uneconomic_consignment.js'
import { compressedLoad } from './c14_compressed_load.js'
import { highDutyNeighbour } from './c15_high_duty_neighbour.js'
import { brandFromInfringingOrigin } from './c16_brand_from_infringing_origin.js'
import { valueOutlier } from './c17_value_outlier.js'
import { threatKeyword } from './c18_threat_keyword.js'
import { unrelatedMix } from './c19_unrelated_mix.js'
import { strategicCatchAll } from './c20_strategic_catch_all.js'
import { culturalProperty } from './c21_cultural_property.js'
import { vehicleIdentifier } from './c22_vehicle_identifier.js'
import { campaignFootprint } from './c23_campaign_footprint.js'
import { unlicensedHealthGoods } from './c24_unlicensed_health_goods.js'
import { permitMissing } from './c25_permit_missing.js'
import { permitPresent } from './c26_permit_present.js'
import { lateFiling, lateFilingBeforeArrival, lateFilingByHours } from './d01_late_filing.js'
import { lateAmendment } from './d03_late_amendment.js'
import { manyAmendments } from './d04_many_amendments.js'
import { badDocumentNumber } from './d09_bad_document_number.js'
import { duplicateNumber } from './d10_duplicate_number.js'
import { impossiblePieces } from './d11_impossible_pieces.js'
import { bookedAgain } from './d12_booked_again.js'
import { senderFilesBadly } from './d13_sender_files_badly.js'
import { poorContacts } from './d16_poor_contacts.js'
import { manySpellings } from './d17_many_spellings.js'
import { lightLoad } from './e01_light_load.js'
import { implausibleDensity } from './e02_implausible_density.js'
import { tooRegularWeights } from './e03_too_regular_weights.js'
import { verifiedMass } from './e04_verified_mass.js'
import { overPayload } from './e05_over_payload.js'
import { invalidContainer } from './e06_invalid_container.js'
import { unregisteredOwner } from './e07_unregistered_owner.js'
import { clone } from './e08_clone.js'
import { boxWithFinding } from './e09_box_with_finding.js'
import { emptyThatIsNot } from './e10_empty_that_is_not.js'
import { notInBayPlan } from './e13_not_in_bay_plan.js'
import { reachablePosition } from './e14_reachable_position.js'
import { badSeal } from './e15_bad_seal.js'
import { sealChanged } from './e16_seal_changed.js'
import { specialEquipment } from './e17_special_equipment.js'
import { listedContainer } from './e24_listed_container.js'
import { unseenCategory } from './m08_unseen_category.js'
import { listedIdentifier } from './p01_listed_identifier.js'
import { listedName } from './p02_listed_name.js'
import { listedAddress } from './p03_listed_address.js'
import { listedContact } from './p04_listed_contact.js'
import { firstTimeConsignee } from './p05_first_time_consignee.js'
import { firstTimeConsignor } from './p06_first_time_consignor.js'
import { newPair } from './p07_new_pair.js'
import { oneToOne } from './p08_one_to_one.js'
import { dormantThenActive } from './p09_dormant_then_active.js'
import { poBox } from './p10_po_box.js'
import { privatePersonFullLoad } from './p11_private_person_full_load.js'
import { intermediaryConsignee } from './p12_intermediary_consignee.js'
import { toOrderWithoutNotify } from './p13_to_order_without_notify.js'
import { addressIncomplete } from './p14_address_incomplete.js'
import { sharedContact } from './p15_shared_contact.js'
import { lookAlikeOfTrusted } from './p16_look_alike_of_trusted.js'
import { offProfileCommodity } from './p17_off_profile_commodity.js'
import { newlyRegistered } from './p18_newly_registered.js'
import { earlierFinding } from './p19_earlier_finding.js'
import { oneHop } from './p20_one_hop.js'
import { thirdCountryTrader } from './p21_third_country_trader.js'
import { consignorIsConsignee } from './p22_consignor_is_consignee.js'
import { unlikelyPremises } from './p23_unlikely_premises.js'
import { structuring } from './p24_structuring.js'
import { volumeSpike } from './p25_volume_spike.js'
import { unrelatedNotify } from './p26_unrelated_notify.js'
import { militaryEndUser } from './p27_military_end_user.js'
import { frontForEmbargoed } from './p28_front_for_embargoed.js'
import { trustedTrader } from './p29_trusted_trader.js'
import { longCleanRecord } from './p30_long_clean_record.js'
import { receiptInSourceCountry } from './r01_receipt_in_source_country.js'
import { loadingInSourceCountry } from './r02_loading_in_source_country.js'
import { weakSecurityPort } from './r03_weak_security_port.js'
import { rareRoute } from './r04_rare_route.js'
import { circuitousRoute } from './r05_circuitous_route.js'
import { originDoesNotProduce } from './r06_origin_does_not_produce.js'
import { destinationDoesNotNeed } from './r07_destination_does_not_need.js'
import { freeZone } from './r08_free_zone.js'
import { lateDiversion } from './r09_late_diversion.js'
import { switchedBill } from './r10_switched_bill.js'
import { diversionLane } from './r11_diversion_lane.js'
import { oddPort } from './r12_odd_port.js'
import { embargoedPlace } from './r13_embargoed_place.js'
import { manyTranshipments } from './r15_many_transhipments.js'
import { shipChanged } from './r17_ship_changed.js'
import { listedVessel } from './r20_listed_vessel.js'
import { transitAbroad } from './r21_transit_abroad.js'

/** Every indicator of core; a new one is a file beside this one and a line here. */
export const BUILTIN_INDICATORS: readonly IndicatorDefinition[] = [
  unknownConsignor,
  originOfConcern,
  priceOutOfLine,
  seaGoodsByAir,
  oddDensityByAir,
  noLink,
  splitOverFlights,
  oneContactManyReceivers,
  thresholdHugging,
  noHomeAddress,
  placiIncomplete,
  hiddenOrigin,
  repeatedCounterfeits,
  coverLoad,
  vagueDescription,
  poorDescription,
  textAgainstHs,
  controlledGoods,
  precursor,
  protectedSpecies,
  wasteToDumpingGround,
  undeclaredDangerousGoods,
  commodityAgainstContainer,
  temperatureAgainstGoods,
  householdEffects,
  uneconomicConsignment,
  compressedLoad,
  highDutyNeighbour,
  brandFromInfringingOrigin,
  valueOutlier,
  threatKeyword,
  unrelatedMix,
  strategicCatchAll,
  culturalProperty,
  vehicleIdentifier,
  campaignFootprint,
  unlicensedHealthGoods,
  permitMissing,
  permitPresent,
  lateFiling,
  lateFilingBeforeArrival,
  lateFilingByHours,
  lateAmendment,
  manyAmendments,
  badDocumentNumber,
  duplicateNumber,
  impossiblePieces,
  bookedAgain,
  senderFilesBadly,
  poorContacts,
  manySpellings,
  lightLoad,
  implausibleDensity,
  tooRegularWeights,
  verifiedMass,
  overPayload,
  invalidContainer,
  unregisteredOwner,
  clone,
  boxWithFinding,
  emptyThatIsNot,
  notInBayPlan,
  reachablePosition,
  badSeal,
  sealChanged,
  specialEquipment,
  listedContainer,
  unseenCategory,
  listedIdentifier,
  listedName,
  listedAddress,
  listedContact,
  firstTimeConsignee,
  firstTimeConsignor,
  newPair,
  oneToOne,
  dormantThenActive,
  poBox,
  privatePersonFullLoad,
  intermediaryConsignee,
  toOrderWithoutNotify,
  addressIncomplete,
  sharedContact,
  lookAlikeOfTrusted,
  offProfileCommodity,
  newlyRegistered,
  earlierFinding,
  oneHop,
  thirdCountryTrader,
  consignorIsConsignee,
  unlikelyPremises,
  structuring,
  volumeSpike,
  unrelatedNotify,
  militaryEndUser,
  frontForEmbargoed,
  trustedTrader,
  longCleanRecord,
  receiptInSourceCountry,
  loadingInSourceCountry,
  weakSecurityPort,
  rareRoute,
  circuitousRoute,
  originDoesNotProduce,
  destinationDoesNotNeed,
  freeZone,
  lateDiversion,
  switchedBill,
  diversionLane,
  oddPort,
  embargoedPlace,
  manyTranshipments,
  shipChanged,
  listedVessel,
  transitAbroad,
]
