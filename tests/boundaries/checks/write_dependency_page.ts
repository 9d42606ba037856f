import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../root.js'
import { DEPENDENCY_PAGE, dependencyPage } from './packages/dependency_page.js'

writeFileSync(path.join(ROOT, DEPENDENCY_PAGE), dependencyPage(ROOT))
