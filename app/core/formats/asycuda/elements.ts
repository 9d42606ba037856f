/** Which part of a document an element belongs to; groups repeat and are read one by one. */
export type Part = 'header' | 'consignment' | Group
export type Group = 'ctn_segment' | 'goods_segment' | 'commodity_segment' | 'vehicle_segment'

/** Elements that hold elements (FORMATS 7.1, 7.2), and the part of the document they open; `null` where it stays. */
export const CONTAINERS: ReadonlyMap<string, Part | null> = new Map(
  Object.entries<Part | null>({
    asycudaworldpack: 'header',
    awmds: 'header',
    awbolds: 'header',
    awappend: 'header',
    awmcds: 'header',
    awbolegmds: 'header',
    asycudaworld_manifest: 'header',
    general_segment: 'header',
    general_segment_id: 'header',
    identification_segment: 'header',
    customs_office_segment: 'header',
    transport_information: 'header',
    tonnage: 'header',
    master_bol: 'header',
    totals_segment: null,
    load_unload_place: null,
    attached_document: null,
    carrier: null,
    shipping_agent: null,
    exporter: null,
    consignee: null,
    notify: null,
    bol_segment: 'consignment',
    bol_id: 'consignment',
    bol_type_segment: 'consignment',
    traders_segment: 'consignment',
    place_of_loading_segment: 'consignment',
    place_of_unloading_segment: 'consignment',
    packages_segment: 'consignment',
    shipping_segment: 'consignment',
    operations_segment: 'consignment',
    information_segment: 'consignment',
    value_segment: 'consignment',
    freight_segment: 'consignment',
    customs_segment: 'consignment',
    insurance_segment: 'consignment',
    transport_segment: 'consignment',
    location: 'consignment',
    split_segment: 'consignment',
    seals_segment: null,
    ctn_segment: 'ctn_segment',
    goods_segment: 'goods_segment',
    commodity_segment: 'commodity_segment',
    vehicle_segment: 'vehicle_segment',
  })
)

/** Elements that hold text. Those without a place in the canonical model are known all the same. */
export const LEAVES: ReadonlySet<string> = new Set(
  `customs_office_code customs_office_name registry_number voyage_number import_rotation date_of_departure date_of_arrival
   time_of_arrival date_of_last_discharge bol_nature total_number_of_bols total_number_of_packages total_number_of_containers
   total_number_of_vehicles total_gross_mass carrier_code carrier_name carrier_address shipping_agent_code shipping_agent_name
   shipping_agent_address mode_of_transport_code identity_of_transporter nationality_of_transporter_code place_of_transporter
   registration_number_of_transport_code date_of_registration master_information place_of_departure_code
   place_of_destination_code tonnage_net_weight tonnage_gross_weight code filename base64 file_name content
   bol_reference line_number sub_line_number bol_type_code master_bol_ref_number unique_carrier_reference dg_status status
   consolidated_cargo place_of_loading_code place_of_loading_name place_of_unloading_code place_of_unloading_name
   exporter_code exporter_name exporter_address consignee_code consignee_name consignee_address notify_code notify_name
   notify_address ctn_reference number_of_packages type_of_container empty_full seal sealing_party sealing_party_code
   empty_weight goods_weight gross_weight imco un ctn_location minimum_temperature maximum_temperature temperature
   package_type_code gross_mass shipping_marks goods_description volume_in_cubic_meters num_of_ctn_for_this_bol
   num_of_vehicles_for_this_bol remarks information number_of_seals commodity_code commercial_description
   country_of_origin pc_indicator freight_value freight_currency customs_value customs_currency insurance_value
   insurance_currency transport_value transport_currency location_code location_info vin vehicle_make vehicle_model make
   model`
    .split(/\s+/)
    .filter(Boolean)
)

/** A leaf that belongs to one part wherever it stands: workbooks leave the segment elements out. */
export const PART_OF_LEAF: ReadonlyMap<string, Part> = new Map([
  ['bol_reference', 'consignment'],
  ['ctn_reference', 'ctn_segment'],
])
