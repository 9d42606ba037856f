import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../root.js'
import { errorClasses } from './error_classes.js'
import { ERROR_PAGE, errorPage } from './error_page.js'

writeFileSync(path.join(ROOT, ERROR_PAGE), errorPage(errorClasses(ROOT).errors))
