/**
 * Legal forms of companies as they stand at the end of a name, after normalisation (single
 * letters joined, so `S.A.S.` reads `SAS`). Common knowledge of company law, longest first.
 */
export const LEGAL_FORMS: readonly (readonly string[])[] = [
  'S DE RL DE CV',
  'SAPI DE CV',
  'SA DE CV',
  'S DE RL',
  'SOCIEDAD ANONIMA',
  'SOCIETE ANONYME',
  'COMPANIA LIMITADA',
  'PRIVATE LIMITED',
  'PROPRIETARY LIMITED',
  'PTE LTD',
  'PVT LTD',
  'PTY LTD',
  'SDN BHD',
  'CO LTD',
  'COMPANY LIMITED',
  'CO LIMITED',
  'CIA LTDA',
  'Y CIA',
  'AND CO',
  'AND COMPANY',
  'GMBH AND CO KG',
  'AB', 'AG', 'AS', 'ASA', 'BV', 'CA', 'CC', 'CO', 'COMPANY', 'CORP', 'CORPORATION', 'CV', 'DOO', 'EIRL', 'EURL', 'FZCO', 'FZE',
  'GMBH', 'INC', 'INCORPORATED', 'JSC', 'KFT', 'KG', 'LDA', 'LIMITADA', 'LIMITED', 'LLC', 'LLP', 'LP', 'LTD', 'LTDA', 'NV', 'OOO',
  'OY', 'OYJ', 'PC', 'PLC', 'PTE', 'PTY', 'PVT', 'RL', 'SA', 'SAC', 'SAL', 'SARL', 'SAS', 'SCA', 'SE', 'SL', 'SLU', 'SNC', 'SP ZOO',
  'SPA', 'SPRL', 'SRL', 'ULC', 'WLL', 'ZAO',
]
  .map((form) => form.split(' '))
  .sort((a, b) => b.length - a.length)
