import { test } from '@japa/runner'
import { findMailDrop } from '#core/indicators/mail_drop'

const DROPS = [
  'P.O. Box 318, Kingston 10',
  'PO BOX318',
  'POBox 12',
  'P O B 77 Nairobi',
  'Post Office Box 4',
  'GPO Box 9',
  'Private Bag X12, Pretoria',
  'PMB 44 Lagos',
  'Postfach 1204, Basel',
  'Postbus 33',
  'Postboks 9',
  'Boîte postale 15',
  'B.P. 220 Lomé',
  'BP1204',
  'Apartado 55-A',
  'Apdo. Postal 8',
  'Casilla 901',
  'Caixa Postal 7',
  'Casella postale 3',
  'Skrytka pocztowa 5',
  'Posta Kutusu 8',
  'почтовый ящик 4',
  'г. Одесса, а/я 12',
  'Poste Restante',
  'Lista de Correos',
  'S.L.P. 100 Mombasa',
  'ص.ب 1234 دبي',
  'صندوق بريد 9',
  '邮政信箱12',
  '東京 私書箱 3',
]
const STREETS = [
  '14 Barbican Road, Kingston 6',
  'Box Hill Road 3',
  'Carrera 43 A 18 Sur 135, Medellín',
  'C.P. 06600 Ciudad de México',
  'Postal Avenue 12',
  'Warehouse B, Port Zone',
  '12 rue de la Poste, 75001 Paris',
  '',
  '9a Avenida 12-40 zona 1',
  'Boulevard P. Ochoa 4',
]

test.group('Mail drops', () => {
  test('post boxes of many languages are found', ({ assert }) => {
    assert.deepEqual(
      DROPS.filter((address) => findMailDrop(address) === null),
      []
    )
  })

  test('streets, postal codes and box-like names are not', ({ assert }) => {
    assert.deepEqual(
      STREETS.filter((address) => findMailDrop(address) !== null),
      []
    )
  })
})
