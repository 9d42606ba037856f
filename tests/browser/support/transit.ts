/** A Guatemalan D.01A house manifest in transit to Belize, as a forwarder sends it; every name is invented. */
export function guatemalanTransit(house: string): Buffer {
  const body = [
    'BGM+785+LNB26000431+9',
    'RFF+AFB',
    'NAD+DC+7400000000017::9',
    'FTX+ZZZ+++Viaje 640S',
    'LOC+125+COCTG::6',
    'LOC+179+GTPBR::6',
    'GIS+24',
    'CNI+1+::LNBMASTER43',
    `RFF+BH:${house}`,
    'LOC+35+CO::5+COCTG::6',
    'LOC+8+BZ::5+BZBZE::6',
    'GIS+24:::8',
    'NAD+CZ++TEJIDOS DEL SINU',
    'NAD+CN+NIT7781203+MAYA COAST SUPPLIES:MAYA COAST SUPPLIES',
    'GID+1+85:PA:ZZZ::9',
    'FTX+AAA+++REPUESTOS PARA BOMBAS DE AGUA',
    'MEA+AAI++KGM:3900',
  ]
  const segments = ['UNH+1+CUSCAR:D:01A:UN', ...body, `UNT+${body.length + 2}+1`]
  return Buffer.from(
    ['UNB+UNOA:2+7400000000017+7400000000024+20261120:0900+431+6', ...segments, 'UNZ+1+431']
      .map((segment) => `${segment}'`)
      .join('')
  )
}
