import {
  type Acknowledgement,
  clear,
  definePluginIndicator,
  hit,
  unknown,
  type FilingDeadline,
  type PluginDefinition,
  type PluginFault,
  type PluginFaultCode,
  type PluginIndicator,
} from '#sdk'
import { HARBOUR_LIST } from './harbour_list.js'

const TEXTS = {
  country: 'Ruritania',
  late: 'Sea filing',
  hours: 'Hours before arrival',
  offices: 'Customs offices',
  number: 'Crown number',
  crowned: 'Crowned',
  crown: 'A crown on {count, plural, one {# box} other {# boxes}}',
  panel: 'Crown',
  format_harbour_list: 'List of the harbour',
}

const crowned = definePluginIndicator({
  code: 'ruritania.crowned',
  version: 1,
  title: 'ruritania.crowned',
  layer: 'deductive',
  group: 'document',
  points: 10,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['ruritania:crown', 'consignment.packages'],
  example: { 'ruritania:crown': true, 'consignment.packages': 2 },
  assess({ facts }) {
    const crown = facts.get('ruritania:crown')
    if (!crown.known) return unknown('ruritania:crown', crown.why)
    const packages = facts.get('consignment.packages')
    if (!packages.known) return unknown('consignment.packages', packages.why)
    if (crown.value !== true) return { is: 'clear' }
    return hit({ because: 'ruritania.crown', params: { count: packages.value }, paths: packages.from })
  },
})

const sea: FilingDeadline = {
  code: 'ruritania.sea',
  version: 1,
  title: 'ruritania.late',
  mode: 'sea',
  from: 'before_arrival',
  hours: 24,
  setting: 'leadHours',
}

const answer: Acknowledgement = {
  code: 'ruritania.answer',
  version: 1,
  title: 'ruritania.late',
  answers: 'ruritania.manifest',
  file: { type: 'text/plain', ending: 'txt' },
  write: ({ decision }, { reference }) => new TextEncoder().encode(`${reference} ${decision.outcome}`),
}

/** An invented country with nothing wrong. */
export const SOUND: PluginDefinition = {
  id: 'ruritania',
  version: '1.2.0',
  sdk: '^0.1.0',
  country: { code: 'GT', name: 'ruritania.country', timezone: 'America/Guatemala', currency: 'GTQ' },
  locales: { en: async () => TEXTS, fr: async () => TEXTS },
  settings: {
    version: 2,
    fields: { leadHours: { kind: 'integer', label: 'ruritania.hours', default: 24, min: 1, max: 72 } },
    upgrade: (_from, values) => ({ leadHours: typeof values['lead'] === 'number' ? values['lead'] : 24 }),
  },
  formatProfiles: [
    {
      code: 'ruritania.manifest',
      version: 1,
      message: 'CUSCAR',
      detect: { clues: [{ what: 'recipient', is: ['RURITANIA'], weight: 1 }], minimum: 0.5 },
      reading: {},
      alwaysFiled: ['place.loading'],
    },
  ],
  formats: [HARBOUR_LIST],
  deadlines: [sea],
  codeLists: [
    {
      code: 'ruritania.offices',
      edition: '2026-01',
      effectiveFrom: '2026-01-01',
      title: 'ruritania.offices',
      names: 'office',
      rows: [{ code: 'STRELSAU', name: 'Strelsau' }],
    },
  ],
  identifiers: [
    {
      code: 'ruritania.number',
      version: 1,
      type: 'CROWN',
      title: 'ruritania.number',
      valid: (value) => /^\d{4}$/.test(value),
      examples: { valid: ['1234'], invalid: ['123'] },
    },
  ],
  facts: [
    {
      key: 'ruritania:crown',
      version: 1,
      title: 'ruritania.crowned',
      derive: ({ consignment }) =>
        consignment.reference === null
          ? { known: false, why: 'not_filed' }
          : { known: true, value: consignment.reference.startsWith('CROWN'), from: ['reference'] },
    },
  ],
  indicators: [crowned],
  acknowledgements: [answer],
  workflowTemplates: [
    {
      code: 'ruritania.careful',
      version: 1,
      title: 'ruritania.country',
      subject: 'alert',
      tailoring: { required: ['merge'], minutes: { new: 240 } },
    },
  ],
  panels: [
    { slot: 'consignment.panel', component: 'crown', title: 'ruritania.panel', permission: 'consignments.read' },
  ],
}

const changed = (change: Partial<PluginDefinition>): PluginDefinition => ({ ...SOUND, ...change })
const indicator = (change: Partial<PluginIndicator>) => changed({ indicators: [{ ...crowned, ...change }] })
const deadline = (change: Partial<FilingDeadline>) => changed({ deadlines: [{ ...sea, ...change }] })
const answering = (change: Partial<Acknowledgement>) => changed({ acknowledgements: [{ ...answer, ...change }] })
const country = (change: Partial<PluginDefinition['country']>) => changed({ country: { ...SOUND.country, ...change } })
const texts = (change: Record<string, string>) =>
  changed({ locales: { ...SOUND.locales, fr: async () => ({ ...TEXTS, ...change }) } })

interface Planted {
  readonly wrong: string
  readonly plugin: PluginDefinition
  readonly code: PluginFaultCode
  readonly at: string
  /** Words of the reason and of the fix. */
  readonly reason: RegExp
  readonly fix: RegExp
}
const planted = (
  wrong: string,
  plugin: PluginDefinition,
  code: PluginFaultCode,
  at: string,
  reason: RegExp,
  fix: RegExp
): Planted => ({ wrong, plugin, code, at, reason, fix })

export const PLANTED: readonly Planted[] = [
  planted(
    'an id with a dash',
    changed({ id: 'rur-itania' }),
    'E_PLUGIN_ID',
    'id',
    /"rur-itania" is no id/,
    /small letters/
  ),
  planted(
    'the id of a room',
    changed({ id: 'intake' }),
    'E_PLUGIN_ID',
    'id',
    /word of the platform/,
    /name of the country/
  ),
  planted(
    'a version that is not semantic',
    changed({ version: '1.2' }),
    'E_PLUGIN_VERSION',
    'version',
    /"1.2"/,
    /1\.4\.0/
  ),
  planted(
    'a newer SDK',
    changed({ sdk: '^2.0.0' }),
    'E_PLUGIN_SDK_RANGE',
    'sdk',
    /needs SDK \^2\.0\.0, this is/,
    /CHANGELOG/
  ),
  planted('a range of another kind', changed({ sdk: '>=1' }), 'E_PLUGIN_SDK_RANGE', 'sdk', /no range/, /sdk: '\^/),
  planted('no such country', country({ code: 'XZ' }), 'E_PLUGIN_COUNTRY', 'country.code', /"XZ"/, /ISO 3166/),
  planted(
    'no such time zone',
    country({ timezone: 'Ruritania/Strelsau' }),
    'E_PLUGIN_COUNTRY',
    'country.timezone',
    /Strelsau/,
    /IANA/
  ),
  planted('no such currency', country({ currency: 'XXQ' }), 'E_PLUGIN_COUNTRY', 'country.currency', /XXQ/, /ISO 4217/),
  planted(
    'no English',
    changed({ locales: { fr: async () => TEXTS } }),
    'E_PLUGIN_LOCALE',
    'locales.en',
    /no English/,
    /en\.json/
  ),
  planted(
    'a key that French lacks',
    changed({ locales: { en: async () => TEXTS, fr: async () => ({ ...TEXTS, late: ' ' }) } }),
    'E_PLUGIN_TEXT',
    'locales/fr.json',
    /"late" is missing/,
    /Translate/
  ),
  planted(
    'other placeholders in French',
    texts({ crown: '{nombre} boîtes' }),
    'E_PLUGIN_TEXT',
    'locales/fr.json',
    /other placeholders/,
    /same names/
  ),
  planted(
    'a title without a text',
    deadline({ title: 'ruritania.nowhere' }),
    'E_PLUGIN_TEXT',
    'ruritania.sea.title',
    /has no text/,
    /Add "nowhere"/
  ),
  planted(
    "another's text",
    country({ name: 'guatemala.country' }),
    'E_PLUGIN_PREFIX',
    'country.name',
    /not a text of this plugin/,
    /starts with ruritania/
  ),
  planted(
    'a deadline without the prefix',
    deadline({ code: 'sea' }),
    'E_PLUGIN_PREFIX',
    'sea',
    /whose it is/,
    /ruritania\.<name>/
  ),
  planted(
    'two deadlines of one code',
    changed({ deadlines: [sea, { ...sea, mode: 'air' }] }),
    'E_PLUGIN_CODE_TWICE',
    'ruritania.sea',
    /twice/,
    /Remove one/
  ),
  planted(
    'half a version',
    deadline({ version: 1.5 }),
    'E_PLUGIN_CONTRIBUTION_VERSION',
    'ruritania.sea',
    /1\.5/,
    /raise it by 1/
  ),
  planted(
    'an unknown fact, always filed',
    changed({ formatProfiles: [{ ...SOUND.formatProfiles![0]!, alwaysFiled: ['place.castle' as never] }] }),
    'E_PLUGIN_FACT',
    'ruritania.manifest.alwaysFiled',
    /place\.castle/,
    /catalogue\.ts/
  ),
  planted(
    'a permission that is not there',
    changed({ panels: [{ ...SOUND.panels![0]!, permission: 'crown.read' }] }),
    'E_PLUGIN_PERMISSION',
    'panels.0.permission',
    /crown\.read/,
    /never add/
  ),
  planted(
    'a slot that is not there',
    changed({ panels: [{ ...SOUND.panels![0]!, slot: 'throne.room' as never }] }),
    'E_PLUGIN_SLOT',
    'panels.0.slot',
    /throne\.room/,
    /consignment\.panel/
  ),
  planted(
    'a default beyond its limits',
    changed({
      settings: {
        version: 1,
        fields: { leadHours: { kind: 'integer', label: 'ruritania.hours', default: 240, min: 1, max: 72 } },
      },
    }),
    'E_PLUGIN_SETTING',
    'settings.fields.leadHours.default',
    /240/,
    /could choose/
  ),
  planted(
    'settings that nothing upgrades',
    changed({ settings: { version: 2, fields: SOUND.settings!.fields } }),
    'E_PLUGIN_UPGRADE',
    'settings.upgrade',
    /nothing upgrades version 1/,
    /every field/
  ),
  planted('a deadline of no hours', deadline({ hours: 0 }), 'E_PLUGIN_DEADLINE', 'ruritania.sea', /0 hours/, /above 0/),
  planted(
    'a deadline by a setting that is not there',
    deadline({ setting: 'castle' }),
    'E_PLUGIN_DEADLINE',
    'ruritania.sea',
    /"castle"/,
    /settings/
  ),
  planted(
    'a code twice in a list',
    changed({
      codeLists: [
        {
          ...SOUND.codeLists![0]!,
          rows: [
            { code: 'A', name: 'A' },
            { code: 'A', name: 'B' },
          ],
        },
      ],
    }),
    'E_PLUGIN_CODE_LIST',
    'ruritania.offices 2026-01',
    /"A"/,
    /one row/
  ),
  planted(
    'a day that does not exist',
    changed({ codeLists: [{ ...SOUND.codeLists![0]!, effectiveFrom: '2026-02-30' }] }),
    'E_PLUGIN_CODE_LIST',
    'ruritania.offices 2026-01',
    /2026-02-30/,
    /2026-01-31/
  ),
  planted(
    'a format that claims whatever it is shown',
    changed({ formats: [{ ...HARBOUR_LIST, detect: () => 1 }] }),
    'E_PLUGIN_FORMAT',
    'ruritania.harbour_list',
    /claims/,
    /only its own/
  ),
  planted(
    'a format that is surer than sure',
    changed({ formats: [{ ...HARBOUR_LIST, detect: () => 2 }] }),
    'E_PLUGIN_FORMAT',
    'ruritania.harbour_list',
    /sure by 2/,
    /0 to 1/
  ),
  planted(
    'an answer to what nobody reads',
    answering({ answers: 'ruritania.castle' }),
    'E_PLUGIN_ANSWER',
    'ruritania.answer',
    /"ruritania\.castle"/,
    /ruritania\.manifest, ruritania\.harbour_list/
  ),
  planted(
    'an answer that makes no file',
    answering({ file: { type: 'XML', ending: '.xml' } }),
    'E_PLUGIN_ANSWER',
    'ruritania.answer',
    /no file/,
    /media type/
  ),
  planted(
    'a template nobody could publish',
    changed({
      workflowTemplates: [
        {
          code: 'ruritania.strict',
          version: 1,
          title: 'ruritania.country',
          subject: 'alert',
          tailoring: { only: { dismiss: ['ordered'] } },
        },
      ],
    }),
    'E_PLUGIN_WORKFLOW',
    'ruritania.strict',
    /core_act_changed/,
    /reached and left/
  ),
  planted(
    'an answer that is never written',
    answering({ write: () => null }),
    'E_PLUGIN_ANSWER',
    'ruritania.answer',
    /never writes/,
    /bytes/
  ),
  planted(
    'an answer that needs an interchange',
    answering({ write: ({ envelope }) => new TextEncoder().encode(envelope!.sender[0]) }),
    'E_PLUGIN_IMPURE',
    'ruritania.answer',
    /throws/,
    /null/
  ),
  planted(
    'an answer that counts',
    answering({ write: counted() }),
    'E_PLUGIN_IMPURE',
    'ruritania.answer',
    /differs/,
    /between calls/
  ),
  planted(
    'an answer that mends the report',
    answering({ write: ({ report }) => (Object.assign(report, { test: true }), new Uint8Array(1)) }),
    'E_PLUGIN_IMPURE',
    'ruritania.answer',
    /throws/,
    /change nothing/
  ),
  planted(
    'a validator that throws',
    changed({ identifiers: [{ ...SOUND.identifiers![0]!, valid: (value) => value.match(/\d/)![0] === '1' }] }),
    'E_PLUGIN_IDENTIFIER',
    'ruritania.number',
    /throws/,
    /false or null/
  ),
  planted(
    'a good example that is refused',
    changed({ identifiers: [{ ...SOUND.identifiers![0]!, examples: { valid: ['12'], invalid: ['1'] } }] }),
    'E_PLUGIN_IDENTIFIER',
    'ruritania.number',
    /12 is not valid/,
    /check digit/
  ),
  planted(
    'evidence without a text',
    indicator({ assess: (context) => worded(crowned.assess(context)) }),
    'E_PLUGIN_EVIDENCE',
    'ruritania.crowned',
    /ruritania\.nothing/,
    /locales/
  ),
  planted(
    'a nearest miss without a text',
    indicator({
      assess: (context) => {
        const verdict = crowned.assess(context)
        return verdict.is === 'clear' ? clear('ruritania.no_crown', {}) : verdict
      },
    }),
    'E_PLUGIN_EVIDENCE',
    'ruritania.crowned',
    /clear with "ruritania\.no_crown"/,
    /locales/
  ),
  planted(
    'no evidence',
    indicator({ assess: (context) => bare(crowned.assess(context)) }),
    'E_PLUGIN_EVIDENCE',
    'ruritania.crowned',
    /without evidence/,
    /because/
  ),
  planted(
    'clear where a fact is missing',
    indicator({
      assess: (context) => (context.facts.get('ruritania:crown').known ? crowned.assess(context) : { is: 'clear' }),
    }),
    'E_PLUGIN_UNKNOWN',
    'ruritania.crowned',
    /Without "ruritania:crown" it is clear/,
    /absent data is never clear/
  ),
  planted(
    'a fact it does not list',
    indicator({ reads: ['ruritania:crown'], example: { 'ruritania:crown': true } }),
    'E_PLUGIN_IMPURE',
    'ruritania.crowned',
    /E_FACT_UNDECLARED/,
    /reads/
  ),
  planted(
    'an indicator that remembers',
    indicator({ assess: counting() }),
    'E_PLUGIN_IMPURE',
    'ruritania.crowned',
    /differently/,
    /between calls/
  ),
  planted(
    'a fact that changes the consignment',
    changed({
      facts: [
        {
          ...SOUND.facts![0]!,
          derive: ({ consignment }) => (
            Object.assign(consignment, { nature: 'import' }),
            { known: false, why: 'not_filed' }
          ),
        },
      ],
    }),
    'E_PLUGIN_IMPURE',
    'ruritania:crown',
    /throws/,
    /change nothing/
  ),
]

function worded(verdict: ReturnType<typeof crowned.assess>): ReturnType<typeof crowned.assess> {
  return verdict.is === 'hit'
    ? { ...verdict, evidence: verdict.evidence.map((each) => ({ ...each, because: 'ruritania.nothing' as const })) }
    : verdict
}
function bare(verdict: ReturnType<typeof crowned.assess>): ReturnType<typeof crowned.assess> {
  return verdict.is === 'hit' ? { ...verdict, evidence: [] } : verdict
}
function counted(): Acknowledgement['write'] {
  let calls = 0
  return () => new Uint8Array([++calls])
}
function counting(): typeof crowned.assess {
  let calls = 0
  return (context) => {
    const verdict = crowned.assess(context)
    return verdict.is === 'hit' ? { ...verdict, weight: 1 / ++calls } : verdict
  }
}

export const linesOf = (faults: readonly PluginFault[]) => faults.map(({ code, at }) => `${code} ${at}`)
