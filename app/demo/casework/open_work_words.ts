export interface Words {
  referred: string
  ordered: string
  waiting: string
  note: string
  task: string
  agreement: string
  message: string
}

/** What people of the demonstration write, in the language of their administration. */
export const OPEN_WORK_WORDS: Readonly<Record<string, Words>> = {
  en: {
    referred: 'New consignee on a lane with finds',
    ordered: 'Weight does not fit the goods',
    waiting: 'Vague description, first-time pair',
    note: 'The consignee was registered two months ago. The address is a flat.',
    task: 'Ask the line for the commercial invoice',
    agreement: 'Memorandum of understanding 2024/7, section 3',
    message: 'Are the consignee or the notify party known to you? The ship berths soon.',
  },
  es: {
    referred: 'Consignatario nuevo en una ruta con hallazgos',
    ordered: 'El peso no corresponde a la mercancía',
    waiting: 'Descripción vaga, pareja nueva',
    note: 'El consignatario se registró hace dos meses. La dirección es un apartamento.',
    task: 'Pedir la factura comercial a la naviera',
    agreement: 'Memorando de entendimiento 2024/7, sección 3',
    message: '¿Conocen al consignatario o a la parte a notificar? El barco atraca pronto.',
  },
}
