import pdfmake from 'pdfmake'
import { FONTS, isFontFile } from './fonts.js'
import './right_to_left.js'

// Nothing is fetched, and no file is read but the faces, whatever a text says (SECURITY T27).
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(isFontFile)
pdfmake.setFonts(FONTS)

export { pdfmake }
