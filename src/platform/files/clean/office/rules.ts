// What tells who wrote an Office file, how often and with what: by the names that the formats give it.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export type Handling = 'part' | 'picture' | 'object' | 'sound' | 'font' | 'link' | 'dropped' | null;

const parts =
  list(`styles settings theme themeOverride fontTable numbering header footer footnotes endnotes
  comments worksheet chartsheet sharedStrings drawing vmlDrawing table pivotTable pivotCacheDefinition
  pivotCacheRecords externalLink slide slideLayout slideMaster notesSlide notesMaster handoutMaster presProps
  tableStyles commentAuthors chart chartEx chartStyle chartColorStyle chartUserShapes diagramData
  diagramLayout diagramQuickStyle diagramColors diagramDrawing ctrlProp sheetMetadata`);

const left = list(`printerSettings customXml customXmlProps glossaryDocument webSettings people
  commentsExtended commentsIds commentsExtensible threadedComment person calcChain viewProps
  stylesWithEffects tags customProperty attachedToolbars keyMapCustomizations revisionHeaders usernames
  thumbnail attachedTemplate mailMergeSource authors changesInfo revisionInfo smartTags documenttasks
  hdphoto wdpPicture customData legacyDocTextInfo legacyDiagramText xmlMaps volatileDependencies`);

/** What is done with a part of that kind. Null: nobody knows, so whoever needs it is not cleaned. */
export function handlingOf(kind: string): Handling {
  if (parts.has(kind)) return 'part';
  if (left.has(kind)) return 'dropped';
  if (kind === 'image') return 'picture';
  if (kind === 'oleObject' || kind === 'package') return 'object';
  if (kind === 'video' || kind === 'audio' || kind === 'media') return 'sound';
  if (kind === 'hyperlink') return 'link';
  return kind === 'font' ? 'font' : null;
}

const elements =
  list(`proofErr lastRenderedPageBreak rsid rsids nsid tmpl dataBinding printerSettings
  documentProtection writeProtection fileVersion fileSharing fileRecoveryPr absPath revisionPtr
  customWorkbookViews customSheetViews webPublishing webPublishItems custDataLst modifyVerifier
  smartTagPr customXmlPr phoneticPr creationId modId`);

// Extensions that only number things at random, or remember how somebody worked.
const extensions = list(`FF2B5EF4-FFF2-40B4-BE49-F238E27FC236 BB962C8B-B14F-4D97-AF65-F5344CB8AC3E
  D42A27DB-BD31-4B8C-83A1-F6EECF244321 0D108BD9-81ED-4DB2-BD59-A6C34878D82A
  9D8B030D-6E8A-4147-A177-3AD203B41FA5 C3380CC4-5D6E-409C-BE32-E72D297353CC
  05A4C25C-085E-4340-85A3-A5531E510DB2 521415D9-36F7-43E2-AB2F-B90AF26B5E84
  EFAFB233-063F-42B5-8137-9DF3F51BA10A 1BD7E111-0CB8-44D6-8891-C1BB2F81B7CC`);

const settings = list(`settings compat compatSetting evenAndOddHeaders mirrorMargins defaultTabStop
  autoHyphenation hyphenationZone consecutiveHyphenLimit doNotHyphenateCaps footnotePr endnotePr footnote
  endnote characterSpacingControl displayBackgroundShape gutterAtTop bordersDoNotSurroundHeader
  bordersDoNotSurroundFooter themeFontLang clrSchemeMapping decimalSymbol listSeparator mathPr
  alignBordersAndEdges noLineBreaksAfter noLineBreaksBefore strictFirstAndLastChars
  drawingGridHorizontalSpacing drawingGridVerticalSpacing`);

/** Whether an element goes with all that is in it. `settings` of Word has only what changes the look. */
export function isDropped(
  local: string,
  uri: string,
  attributes: Readonly<Record<string, string>>,
  depth: number,
  part: string,
): boolean {
  if (elements.has(local)) return true;
  if (local === 'ext')
    return extensions.has((attributes.uri ?? '').replace(/[{}]/g, '').toUpperCase());
  if (part === 'settings' && depth === 1) return !settings.has(local);
  if (part === 'presentation' && depth === 1 && local === 'extLst') return true;
  return local === 'AlternateContent' && part === 'workbook' && uri !== '' && depth === 1;
}

const nowhere =
  list(`paraId textId anchorId editId durableId dateUtc initials invalidUrl refreshedBy
  refreshedDate gfxdata calcId xWindow yWindow windowWidth windowHeight`);

const word = /wordprocessingml\/(2006\/)?main$/;
const sheet = /spreadsheetml\/(2006\/)?main$/;
const vml = 'urn:schemas-microsoft-com:vml';
const office = 'urn:schemas-microsoft-com:office:office';

export interface AttributeOf {
  readonly element: string;
  readonly elementUri: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

/** An attribute as it stays; null: it goes. */
export function attributeAs({
  element,
  elementUri,
  local,
  uri,
  value,
}: AttributeOf): string | null {
  if (nowhere.has(local) || local.startsWith('rsid')) return null;
  if (/spreadsheetml\/\d+\/(\d+\/)?revision/.test(uri)) return null;
  if (word.test(uri)) return ofWord(element, local, value);
  if (sheet.test(elementUri)) return ofSheet(element, local, value);
  if (element === 'cNvPr' || element === 'docPr') return ofShape(local, value);
  if (element === 'cmAuthor') return local === 'name' || local === 'initials' ? nobody : value;
  if (element === 'cm' && local === 'dt') return null;
  if (elementUri === vml && (local === 'alt' || local === 'title' || local === 'src')) return null;
  if (elementUri === vml && local === 'href') return /^https?:/i.test(value) ? value : null;
  if (uri === office && (local === 'title' || local === 'href')) return null;
  return element === 'OLEObject' && local === 'ObjectID' ? '_1' : value;
}

/** Who wrote it, in every file. */
export const nobody = 'x';

function ofWord(element: string, local: string, value: string): string | null {
  if (local === 'author') return nobody;
  if (local === 'date' && element !== 'date') return null;
  if (local === 'ed' || local === 'edGrp') return null;
  return element === 'fldSimple' && local === 'instr' && tellsWho(value) ? ' ' : value;
}

function ofSheet(element: string, local: string, value: string): string | null {
  if (element === 'comment' && local === 'authorId') return '0';
  if (element === 'scenario' && (local === 'user' || local === 'comment')) return null;
  return element === 'definedName' && local === 'comment' ? null : value;
}

// Programs write the name of the picture's file into both.
function ofShape(local: string, value: string): string | null {
  if (local === 'name') return nobody;
  return local === 'descr' || local === 'title' ? null : value;
}

const people =
  /^\s*(AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|INFO|COMMENTS|KEYWORDS|SUBJECT|TITLE)\b/i;
const places = /file:|(^|[\s"])[a-z]:\\|\\\\\\\\|\/(users|home)\//i;

/** Whether what a field of Word asks for is a person, or a place on somebody's machine. */
export const tellsWho = (instruction: string): boolean =>
  people.test(instruction) || places.test(instruction);
