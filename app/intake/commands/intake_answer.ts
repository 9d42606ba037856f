import { createReadStream } from 'node:fs'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { writeManifestAnswer } from '#core/formats/asycuda/answers/manifest_answer'
import { contrlMessage, writeContrl } from '#core/formats/edifact/answers/contrl'
import { writeCusres } from '#core/formats/edifact/answers/cusres'
import { ASYCUDA_ROOTS } from '#core/formats/asycuda/roots'
import type { EdifactEnvelope, ReadMessage } from '#core/formats/format'
import { problemsOf } from '#core/formats/inspect'
import { readFile } from '#core/formats/read_file'
import type { Problem } from '#core/kernel/problem'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { pluginRegistry } from '#platform/plugins/registry'
import { defaultSettings, type Acknowledgement } from '#sdk'

interface Answerable {
  readonly envelope: EdifactEnvelope
  readonly messages: ReadMessage[]
}

/** Shows how a file would be answered; stores and sends nothing, needs no database. */
export default class IntakeAnswerCommand extends BaseCommand {
  static override commandName = 'intake:answer'
  static override description =
    'Show the CONTRL or CUSRES that would answer an EDIFACT file, or the XML that would answer an ASYCUDA manifest'
  static override options = { startApp: false }

  @args.string({ description: 'File' })
  declare file: string

  @flags.boolean({ description: 'CUSRES to each cargo report instead of the CONTRL' })
  declare cusres: boolean

  @flags.string({ description: 'The answer of a plugin instead, by its code, e.g. guatemala.cusres' })
  declare as?: string

  override async run() {
    const writtenAt = new Date().toISOString().slice(0, 16)
    const { interchanges, manifests, messages, problems } = await this.#answerable()
    if (this.as !== undefined) return this.#acknowledge(this.as, messages, writtenAt)
    manifests.forEach((message, at) => printManifestAnswer(message, { reference: `PREVIEW${at + 1}`, writtenAt }))
    if (interchanges.length + manifests.length === 0) {
      this.exitCode = 1
      this.logger.error('Nothing here can be answered: no interchange header says who sent it.')
    }
    for (const [at, { envelope, messages }] of interchanges.entries()) {
      const options = { reference: `PREVIEW${at + 1}`, writtenAt }
      if (!this.cusres) print(writeContrl({ envelope, messages: messages.map(contrlMessage), problems }, options))
      else for (const message of messages) printCusres(message, envelope, options)
    }
  }

  /** Problems stand with their codes only: their sentences are in the languages of administrations. */
  #acknowledge(code: string, messages: readonly ReadMessage[], writtenAt: string) {
    const found = pluginRegistry
      .all()
      .flatMap((plugin) => (plugin.acknowledgements ?? []).map((each) => ({ each, settings: defaultSettings(plugin) })))
      .find(({ each }) => each.code === code)
    const written = messages.flatMap((message, at) => {
      const { report, envelope = null } = message
      if (!found || report?.profile.split('@')[0] !== found.each.answers) return []
      const input = { report, envelope, ...verdictOn(message), settings: found.settings, say: codeOf }
      return found.each.write(input, { reference: `PREVIEW${at + 1}`, writtenAt }) ?? []
    })
    written.forEach(print)
    if (written.length > 0) return
    this.exitCode = 1
    this.logger.error(found ? unanswered(found.each, messages) : `No plugin of this build has "${code}".`)
  }

  async #answerable() {
    const profiles = pluginRegistry.all().flatMap((plugin) => plugin.formatProfiles ?? [])
    const formats = pluginRegistry.all().flatMap((plugin) => plugin.formats ?? [])
    const reference = loadReferenceData(this.app.makePath('database/reference'))
    const interchanges: Answerable[] = []
    const manifests: ReadMessage[] = []
    const messages: ReadMessage[] = []
    const reading = readFile(createReadStream(this.file), { profiles, formats, reference, openWorkbook })
    for (;;) {
      const { done, value } = await reading.next()
      if (done) return { interchanges, manifests, messages, problems: value.problems }
      messages.push(value)
      const open = interchanges.at(-1)
      if (!value.envelope) {
        if (value.report && ASYCUDA_ROOTS.has(value.report.type.toLowerCase())) manifests.push(value)
        continue
      }
      if (open && isSame(open.envelope, value.envelope)) open.messages.push(value)
      else interchanges.push({ envelope: value.envelope, messages: [value] })
    }
  }
}

/** Why there is no answer: the file is another's, or `write` hands over `null`. */
const unanswered = ({ code, answers }: Acknowledgement, messages: readonly ReadMessage[]): string => {
  const readAs = new Set(messages.flatMap(({ report }) => report?.profile.split('@')[0] ?? []))
  if (!readAs.has(answers))
    return `${code} answers what ${answers} reads; this file was read by ${[...readAs].join(', ') || 'nothing'}.`
  const hint = messages.some(({ envelope }) => envelope) ? '' : ' Only EDIFACT has an envelope.'
  return `${code} answers nothing of this file: its write handed over null.${hint}`
}

const isSame = (one: EdifactEnvelope, other: EdifactEnvelope): boolean =>
  one.controlReference === other.controlReference && one.sender.join(':') === other.sender.join(':')

/** As if every usable report were accepted. */
const printCusres = (
  message: ReadMessage,
  envelope: EdifactEnvelope,
  options: { readonly reference: string; readonly writtenAt: string }
): void => {
  const { report } = message
  if (report) print(writeCusres({ envelope, report, ...verdictOn(message) }, options))
}

const printManifestAnswer = (
  message: ReadMessage,
  options: { readonly reference: string; readonly writtenAt: string }
): void => {
  const { report } = message
  if (report) print(writeManifestAnswer({ report, ...verdictOn(message) }, options))
}

const verdictOn = (message: ReadMessage) => {
  const problems: readonly Problem[] = problemsOf(message).filter(({ severity }) => severity !== 'info')
  const fatal = problems.some(({ severity }) => severity === 'fatal')
  const accepted = problems.length === 0 ? 'accepted' : 'accepted_with_problems'
  return { problems, decision: { outcome: fatal ? 'rejected' : accepted, registration: null } as const }
}

const codeOf = ({ code }: Problem): string => code

const print = (bytes: Uint8Array): void => {
  process.stdout.write(bytes)
  process.stdout.write('\n')
}
