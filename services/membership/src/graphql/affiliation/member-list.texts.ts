import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { RowReason, RowReasonCode } from '../../domain/network-list/reasons.ts';
import type { UploadRefusal, UploadRefusalReason } from '../../use-cases/affiliation/affiliation-life.ts';

/** What a person is told about a row. `…` stands for the heading, day, name or line the reason is about. */
export const rowTexts = {
  NAME_MISSING: { fr: 'Le nom de l’entreprise manque : complétez-le.', en: 'The name of the company is missing: fill it in.' },
  NAME_TOO_LONG: { fr: 'Le nom dépasse 200 caractères : abrégez-le.', en: 'The name has more than 200 characters: shorten it.' },
  FORMULA_IN_CELL: {
    fr: 'La cellule « … » commence comme une formule de tableur : écrivez un texte simple.',
    en: 'The cell "…" begins like a spreadsheet formula: write plain text.',
  },
  CONTROL_CHARACTERS: {
    fr: 'La cellule « … » contient des caractères invisibles de commande ou un retour à la ligne : ressaisissez-la.',
    en: 'The cell "…" holds control characters or a line break: type it again.',
  },
  CELL_TOO_LONG: {
    fr: 'La cellule « … » dépasse 1 000 caractères : abrégez-la.',
    en: 'The cell "…" has more than 1,000 characters: shorten it.',
  },
  TOO_MANY_CELLS: {
    fr: 'La ligne a plus de cellules que les … colonnes : mettez entre guillemets le texte qui contient le séparateur.',
    en: 'The row has more cells than the … columns: put text that holds the separator in quotes.',
  },
  REGISTRATION_MISSING: { fr: 'Le numéro d’immatriculation manque : complétez-le.', en: 'The registration number is missing: fill it in.' },
  REGISTRATION_INVALID: {
    fr: 'Le numéro n’est ni un SIREN (9 chiffres), ni un SIRET (14 chiffres), ni un ICE (15 chiffres) valable, même en rendant un zéro perdu : vérifiez-le au registre.',
    en: 'The number is no valid SIREN (9 digits), SIRET (14 digits) or ICE (15 digits), even with a lost zero put back: check it in the register.',
  },
  ICE_ZEROS_MISSING: {
    fr: 'Le numéro ressemble à un ICE sans ses zéros de tête : écrivez les quinze chiffres, dans une colonne de texte.',
    en: 'The number looks like an ICE that lost the zeros in front: write all fifteen digits, in a column of text.',
  },
  SIREN_AND_SIRET_DIFFER: {
    fr: 'Le SIREN et le SIRET ne sont pas de la même entreprise : vérifiez-les au registre.',
    en: 'The SIREN and the SIRET are not of the same company: check them in the register.',
  },
  FTE_UNREADABLE: {
    fr: '« … » n’est pas un effectif : écrivez un nombre, par exemple 12,5.',
    en: '"…" is no number of full-time equivalents: write one, for example 12.5.',
  },
  FTE_NEGATIVE: {
    fr: 'L’effectif est négatif : corrigez-le ou laissez la cellule vide.',
    en: 'The number of full-time equivalents is negative: correct it or leave the cell empty.',
  },
  AMOUNT_UNREADABLE: {
    fr: '« … » n’est pas un montant en euros : écrivez un nombre, ou laissez la cellule vide.',
    en: '"…" is no amount in euros: write a number, or leave the cell empty.',
  },
  AMOUNT_UNCLEAR: {
    fr: '« … » peut se lire en milliers ou avec des décimales : écrivez 1250 ou 1,25.',
    en: '"…" may be read in thousands or with decimals: write 1250 or 1.25.',
  },
  AMOUNT_NEGATIVE: {
    fr: '« … » est négatif : corrigez le montant ou laissez la cellule vide.',
    en: '"…" is negative: correct the amount or leave the cell empty.',
  },
  EXPORT_EXCEEDS_TURNOVER: {
    fr: 'Le chiffre d’affaires à l’export dépasse le total (exercice clos le …) : corrigez l’un des deux.',
    en: 'The export turnover is higher than the whole (year closed on …): correct one of them.',
  },
  CLOSING_DATE_UNREADABLE: {
    fr: '« … » n’est pas une date de clôture possible : écrivez-la 31/12/2025 ou 2025-12-31.',
    en: '"…" is no possible closing date: write it 31/12/2025 or 2025-12-31.',
  },
  CLOSING_DATE_IN_FUTURE: {
    fr: 'L’exercice n’est pas encore clos (…) : donnez les chiffres du dernier exercice clos.',
    en: 'The year is not closed yet (…): give the figures of the last closed year.',
  },
  SIMILAR_NAME_KNOWN: {
    fr: 'Une entreprise au nom proche (« … ») est déjà connue au même endroit sous un autre numéro : une personne doit dire si c’est la même.',
    en: 'A company with a similar name ("…") is known in the same place by another number: a person has to say whether it is the same.',
  },
  SIMILAR_NAME_ON_EARLIER_LINE: {
    fr: 'La ligne … porte un nom proche au même endroit avec un autre numéro : une personne doit dire si c’est la même entreprise.',
    en: 'Line … has a similar name in the same place with another number: a person has to say whether it is the same company.',
  },
  SAME_NUMBER_AS_WAITING_LINE: {
    fr: 'Même numéro que la ligne …, qui attend une décision.',
    en: 'Same number as line …, which waits for a decision.',
  },
  REGISTRATION_KNOWN: { fr: 'Ce numéro est déjà connu.', en: 'This number is already known.' },
  SAME_COMPANY_ON_EARLIER_LINE: { fr: 'Même entreprise que la ligne ….', en: 'Same company as line ….' },
  SETTLED_AS_SAME: {
    fr: 'Une personne a dit que c’est « … », connue sous un autre numéro. Ses chiffres se déclarent auprès d’elle.',
    en: 'A person said that it is "…", known by another number. Its figures are to be declared there.',
  },
  SETTLED_AS_ANOTHER: {
    fr: 'Une personne a dit que c’est une autre entreprise que celles au nom proche.',
    en: 'A person said that it is another company than those with a similar name.',
  },
  NAME_DIFFERS: {
    fr: 'Connue sous un tout autre nom (« … ») : vérifiez le numéro.',
    en: 'Known by quite another name ("…"): check the number.',
  },
  SIREN_TAKEN_FROM_SIRET: {
    fr: 'Un SIRET tenait lieu de SIREN : ses neuf premiers chiffres ont été pris, le SIRET gardé comme établissement.',
    en: 'A SIRET stood in place of the SIREN: its first nine digits were taken, the SIRET kept as a site.',
  },
  LEADING_ZERO_RESTORED: { fr: 'Un zéro perdu au début du numéro a été rétabli.', en: 'A zero lost in front of the number was put back.' },
  POSTCODE_ZERO_RESTORED: {
    fr: 'Le zéro perdu au début du code postal a été rétabli.',
    en: 'The zero lost in front of the post code was put back.',
  },
  POSTCODE_UNREADABLE: {
    fr: 'Le code postal est illisible : le département reste inconnu.',
    en: 'The post code cannot be read: the department stays unknown.',
  },
  ACTIVITY_UNREADABLE: {
    fr: 'Le code NAF est illisible : l’activité reste inconnue.',
    en: 'The NAF code cannot be read: the activity stays unknown.',
  },
  FOUNDING_DATE_UNREADABLE: {
    fr: 'La date de création est illisible : elle reste inconnue.',
    en: 'The founding date cannot be read: it stays unknown.',
  },
  LEADER_UNREADABLE: {
    fr: 'Le nom du dirigeant n’a pas été compris (prénom et nom) : il n’est pas repris.',
    en: 'The leader’s name was not understood (first and last name): it is left out.',
  },
  EMAIL_UNREADABLE: { fr: 'L’adresse e-mail n’en est pas une.', en: 'The e-mail address is none.' },
  CONSENT_UNREADABLE: {
    fr: 'Le consentement n’est ni oui ni non : demandez-le de nouveau.',
    en: 'The consent is neither yes nor no: ask for it again.',
  },
  INVISIBLE_SIGNS_REMOVED: { fr: 'Des signes invisibles ont été retirés.', en: 'Invisible signs were taken out.' },
  FIGURES_UNDATED: {
    fr: 'Les chiffres sont sans date de clôture et ne sont pas repris : ajoutez une colonne « Date clôture ».',
    en: 'The figures have no closing date and are left out: add a column "Closing date".',
  },
  FIGURES_ADDED: { fr: 'Chiffres de l’exercice clos le … ajoutés.', en: 'Figures of the year closed on … added.' },
  FIGURES_CORRECTED: { fr: 'Chiffres de l’exercice clos le … corrigés.', en: 'Figures of the year closed on … corrected.' },
  FIGURES_CORRECTED_SINCE: {
    fr: 'Ces chiffres de l’exercice clos le … ont été corrigés depuis : la correction reste.',
    en: 'These figures of the year closed on … were corrected since: the correction stays.',
  },
  FIGURES_OF_BETTER_SOURCE_KEPT: {
    fr: 'Des comptes déposés ou audités de l’exercice clos le … sont connus : ils restent.',
    en: 'Filed or audited accounts of the year closed on … are known: they stay.',
  },
  FIGURES_IN_OTHER_CURRENCY_KEPT: {
    fr: 'Les chiffres connus de l’exercice clos le … sont dans une autre monnaie : ils restent.',
    en: 'The known figures of the year closed on … are in another currency: they stay.',
  },
  FIGURES_DO_NOT_FIT_KNOWN_ONES: {
    fr: 'Les chiffres de l’exercice clos le … contredisent ce qui en est connu : ils ne sont pas repris.',
    en: 'The figures of the year closed on … contradict what is known of it: they are left out.',
  },
  FIGURES_CONTRADICT_EARLIER_LINE: {
    fr: 'Une ligne plus haut donne d’autres chiffres pour l’exercice clos le … : la première compte.',
    en: 'An earlier line gives other figures for the year closed on …: the first one counts.',
  },
} as const satisfies Record<RowReasonCode, Texts>;

/** Why a list was not taken as a whole. `…` stands for the headings or branches in question. */
export const refusalTexts = {
  FILE_EMPTY: {
    fr: 'Le fichier est vide : envoyez une liste avec une ligne de titres et une ligne par entreprise.',
    en: 'The file is empty: send a list with a row of headings and one row per company.',
  },
  FILE_TOO_LARGE: {
    fr: 'Le fichier dépasse 160 Ko : partagez-le en plusieurs listes.',
    en: 'The file is larger than 160 KB: split it into several lists.',
  },
  FILE_NOT_TEXT: {
    fr: 'Ce fichier n’est pas du texte lisible : dans votre tableur, enregistrez la liste en « CSV UTF-8 ».',
    en: 'This file is no readable text: in your spreadsheet, save the list as "CSV UTF-8".',
  },
  COLUMNS_MISSING: {
    fr: 'Il faut une colonne pour le nom (« Raison sociale ») et une pour le numéro (« SIREN ») ; titres trouvés : ….',
    en: 'A list needs a column for the name ("Company name") and one for the number ("SIREN"); headings found: ….',
  },
  COLUMN_TWICE: {
    fr: 'Plusieurs colonnes disent la même chose (…) : n’en gardez qu’une.',
    en: 'Several columns say the same thing (…): keep one of them.',
  },
  CURRENCY_NOT_EURO: {
    fr: 'Les montants ne sont pas en euros (…) : convertissez-les ou retirez la colonne.',
    en: 'The amounts are not in euros (…): convert them or take the column out.',
  },
  NO_ROWS: {
    fr: 'La liste a des titres mais aucune entreprise : ajoutez une ligne par entreprise.',
    en: 'The list has headings but no company: add one row per company.',
  },
  TOO_MANY_ROWS: { fr: 'La liste a plus de 5 000 lignes : partagez-la.', en: 'The list has more than 5,000 rows: split it.' },
  QUOTE_NOT_CLOSED: {
    fr: 'Un guillemet ouvert n’est jamais fermé : enregistrez de nouveau la liste en CSV depuis votre tableur.',
    en: 'A quotation mark is opened and never closed: save the list as CSV from your spreadsheet again.',
  },
  BRANCH_UNKNOWN: { fr: 'Cette antenne n’existe pas : choisissez parmi ….', en: 'There is no such branch: take one of ….' },
  BRANCH_IS_A_HUB: {
    fr: '… est un hub à l’étranger : une liste de SIREN s’importe pour une antenne locale.',
    en: '… is a hub abroad: a list of SIREN is imported for a local branch.',
  },
  NETWORK_OF_ANOTHER_BRANCH: {
    fr: 'Ce réseau partenaire rejoint une autre antenne que … : choisissez l’un des deux.',
    en: 'This partner network joins another branch than …: take one of the two.',
  },
  AGREEMENT_NOT_IN_FORCE: {
    fr: 'La convention avec ce réseau n’a pas encore commencé ou n’a plus cours : enregistrez la nouvelle.',
    en: 'The agreement with this network has not begun or has ended: register the new one.',
  },
} as const satisfies Record<UploadRefusalReason, Texts>;

export function rowReasonText({ code, about }: RowReason, language: Language): string {
  return rowTexts[code][language].replace('…', () => about ?? '…');
}

export function refusalText({ reason, named }: UploadRefusal, language: Language): string {
  const none = { fr: 'aucun', en: 'none' }[language];
  return refusalTexts[reason][language].replace('…', () => shownHeadings(named) || none);
}

/** As many as fit into a sentence. A heading may be anything that stood in the file. */
function shownHeadings(named: readonly string[]): string {
  const shown = named.filter((heading) => heading !== '').slice(0, 20);
  return shown.map((heading) => (heading.length > 40 ? `${heading.slice(0, 39)}…` : heading)).join(', ');
}
