/** Words of packing, counting and carriage: they stand around a description of goods and describe none. */
export const PACKING_WORDS: ReadonlySet<string> = new Set([
  'BAG', 'BAGS', 'BALE', 'BALES', 'BARREL', 'BARRELS', 'BOX', 'BOXES', 'BULTO', 'BULTOS', 'BUNDLE', 'BUNDLES', 'CAJA', 'CAJAS', 'CARTON',
  'CARTONS', 'CASE', 'CASES', 'CNTR', 'CONTAINER', 'CONTAINERS', 'CONTENEDOR', 'CRATE', 'CRATES', 'CTN', 'CTNS', 'DRUM', 'DRUMS', 'FCL',
  'LCL', 'PACKAGE', 'PACKAGES', 'PALLET', 'PALLETS', 'PALETAS', 'PCS', 'PIECE', 'PIECES', 'PIEZAS', 'PKG', 'PKGS', 'PLT', 'PLTS', 'ROLLS',
  'SACK', 'SACKS', 'SACOS', 'SET', 'SETS', 'UNIT', 'UNITS', 'UNIDADES', 'STC', 'SLAC', 'SLC', 'SAID', 'TO', 'CONTAIN', 'CONTAINING', 'DICE',
  'CONTENER', 'SHIPPER', 'SHIPPERS', 'LOAD', 'AND', 'COUNT', 'STOW', 'OF', 'THE', 'WITH', 'DE', 'Y', 'CON', 'X', 'KG', 'KGS', 'HC', 'HQ',
  'GP', 'DV', 'FT', 'HS', 'CODE', 'NCM', 'FREIGHT', 'PREPAID', 'COLLECT', 'TOTAL', 'ONLY',
])
