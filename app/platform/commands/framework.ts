import * as core from '@adonisjs/core/commands'
import * as lucid from '@adonisjs/lucid/commands'

/** Of the framework's own commands those that look and build. The others work on code and data past every rule of ours. */
const WHERE_WORK_IS_DONE: ReadonlySet<string> = new Set(['build', 'codegen', 'inspect:rcfile', 'list:routes'])

type MetaData = Awaited<ReturnType<typeof core.getMetaData>>[number]

const loaders = [core, lucid]

/** The console of the framework; in production without its prompt, generators and wipers (SECURITY T88). */
export const getMetaData = async (): Promise<MetaData[]> => {
  const all = (await Promise.all(loaders.map((loader) => loader.getMetaData()))).flat()
  // The application is not initiated yet when the console asks.
  return process.env.NODE_ENV === 'production'
    ? all.filter(({ commandName }) => WHERE_WORK_IS_DONE.has(commandName))
    : all
}

export async function getCommand(metaData: MetaData) {
  for (const loader of loaders) {
    const command = await loader.getCommand(metaData)
    if (command) return command
  }
  return null
}
