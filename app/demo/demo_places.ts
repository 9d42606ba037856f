import {
  addMember,
  createAgency,
  createSite,
  createUnit,
  type NewAgency,
  type NewSite,
  type NewUnit,
} from '#app/administration/published'

interface DemoPlaces {
  units: readonly NewUnit[]
  sites: readonly NewSite[]
  agencies: readonly NewAgency[]
}

/** Invented names at real ports. */
const DEMO_PLACES: Readonly<Record<string, DemoPlaces>> = {
  GT: {
    units: [
      { code: 'PACIFICO', name: 'Unidad Pacífico', ports: ['GTPRQ'], threats: [] },
      { code: 'ATLANTICO', name: 'Unidad Atlántico', ports: ['GTSTC', 'GTPBR'], threats: [] },
    ],
    sites: [
      { code: 'PRQ-PATIO', name: 'Patio de revisión Quetzal', port: 'GTPRQ', kind: 'yard' },
      { code: 'STC-ESCANER', name: 'Escáner Santo Tomás', port: 'GTSTC', kind: 'scanner' },
      { code: 'PBR-ALMACEN', name: 'Almacén Barrios', port: 'GTPBR', kind: 'warehouse' },
    ],
    agencies: [{ code: 'SANIDAD', name: 'Sanidad vegetal (demo)', kind: 'agriculture' }],
  },
  JM: {
    units: [
      { code: 'KINGSTON', name: 'Kingston unit', ports: ['JMKIN'], threats: [] },
      { code: 'MONTEGO', name: 'Montego Bay unit', ports: ['JMMBJ'], threats: [] },
    ],
    sites: [
      { code: 'KIN-YARD', name: 'Kingston examination yard', port: 'JMKIN', kind: 'yard' },
      { code: 'KIN-SCAN', name: 'Kingston scanner', port: 'JMKIN', kind: 'scanner' },
      { code: 'MBJ-SHED', name: 'Montego Bay shed', port: 'JMMBJ', kind: 'warehouse' },
    ],
    agencies: [{ code: 'NARCOTICS', name: 'Narcotics police (demo)', kind: 'police' }],
  },
}

/** Who decides works in every unit, who looks works at every site; what stands already stays as it is. */
const IN_UNITS = ['analyst', 'supervisor']
const AT_SITES = ['inspector', 'second_inspector', 'third_inspector', 'image_analyst', 'supervisor']

/** Units, sites and partner agencies of a demo administration, with its people by role. */
export async function seedDemoPlaces(code: string, officers: Readonly<Record<string, string>>): Promise<void> {
  const { units = [], sites = [], agencies = [] } = DEMO_PLACES[code] ?? {}
  for (const each of units) {
    const unit = await createUnit(each)
    if (unit.ok) for (const role of IN_UNITS) await addMember('unit', unit.value, officers[role]!)
  }
  for (const each of sites) {
    const site = await createSite(each)
    if (site.ok) for (const role of AT_SITES) await addMember('site', site.value, officers[role]!)
  }
  for (const each of agencies) {
    const agency = await createAgency(each)
    if (agency.ok) await addMember('agency', agency.value, officers.partner!)
  }
}
