import type { NewAdministration } from '#app/control/published'

/** Real countries, invented parties; the names say that it is a demonstration (DECISIONS 21). */
export const DEMO_ADMINISTRATIONS: readonly NewAdministration[] = [
  {
    code: 'GT',
    name: 'Guatemala (demo)',
    country: 'GT',
    timezone: 'America/Guatemala',
    locale: 'es',
    currency: 'GTQ',
    demo: true,
    ports: ['GTPRQ', 'GTSTC', 'GTPBR'],
    plugins: ['guatemala'],
  },
  {
    code: 'JM',
    name: 'Jamaica (demo)',
    country: 'JM',
    timezone: 'America/Jamaica',
    locale: 'en',
    currency: 'JMD',
    demo: true,
    ports: ['JMKIN', 'JMMBJ'],
    plugins: ['jamaica'],
  },
]

/** One invented person a role; the role codes are those of the templates. */
export const DEMO_OFFICERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GT: {
    administrator: 'Ixchel Barrientos',
    data_steward: 'Rodrigo Cojulún',
    analyst: 'Marta Xicará',
    supervisor: 'Edgar Tzul',
    profile_author: 'Lucía Pineda Coy',
    profile_approver: 'Otto Quiej',
    watch_list_manager: 'Silvia Morán Ax',
    auditor: 'Hugo Batz',
    inspector: 'Damaris Chub',
    manager: 'Fernando Sis',
    privacy_officer: 'Elena Ajú',
    investigator: 'Raúl Choguaj',
    intelligence: 'Mirna Tzoc',
    partner: 'Estuardo Canil',
  },
  JM: {
    administrator: 'Althea Lewis',
    data_steward: 'Omar Blackwood',
    analyst: 'Dahlia Campbell',
    supervisor: 'Ransford Silvera',
    profile_author: 'Simone Pryce',
    profile_approver: 'Trevor Mullings',
    watch_list_manager: 'Nadine Facey',
    auditor: 'Winston Hylton',
    inspector: 'Kemar Dixon',
    manager: 'Patrice Gordon',
    privacy_officer: 'Yvonne Sterling',
    investigator: 'Devon Rattray',
    intelligence: 'Carlene Whyte',
    partner: 'Leroy Beckford',
  },
}

export interface DemoColleague {
  account: string
  role: string
  name: string
}

/** What gives out rights takes two people, and who inspects is drawn among several. */
export const DEMO_COLLEAGUES: Readonly<Record<string, readonly DemoColleague[]>> = {
  GT: [
    { account: 'second_administrator', role: 'administrator', name: 'Julio Sontay' },
    { account: 'second_inspector', role: 'inspector', name: 'Byron Tiul' },
    { account: 'third_inspector', role: 'inspector', name: 'Nery Choc' },
    { account: 'image_analyst', role: 'image_analyst', name: 'Wendy Sacalxot' },
  ],
  JM: [
    { account: 'second_administrator', role: 'administrator', name: 'Marlon Tulloch' },
    { account: 'second_inspector', role: 'inspector', name: 'Tanya Bogle' },
    { account: 'third_inspector', role: 'inspector', name: 'Dwight Pinnock' },
    { account: 'image_analyst', role: 'image_analyst', name: 'Shauna Reid' },
  ],
}
