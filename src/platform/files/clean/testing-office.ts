import { jpegBy, type Maker, makers, pngBy } from './testing.ts';
import { packed } from './zip.ts';

// Documents of Word, Excel and PowerPoint, as their programs leave them.

const kinds = 'application/vnd.openxmlformats-officedocument.';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';

export const typesOf = (parts: Readonly<Record<string, string>>): string =>
  `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="x/y"/>${Object.entries(
    parts,
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')}</Types>`;

export const relationsOf = (all: readonly (readonly [string, string, string, string?])[]): string =>
  `<Relationships xmlns="${packageOf}/relationships">${all
    .map(
      ([id, kind, target, mode]) =>
        `<Relationship Id="${id}" Type="${kind.includes('/') ? kind : `${relationships}/${kind}`}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
    )
    .join('')}</Relationships>`;

const core = ({ name, at }: Maker): string =>
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${name}</dc:creator><cp:lastModifiedBy>${name}</cp:lastModifiedBy><dcterms>${at}</dcterms></cp:coreProperties>`;

type Parts = Record<string, string | Buffer>;

/** What every package says of its maker; the first maker's lists stand in another order. */
function packageBy(maker: Maker, main: string, own: Parts, types: Record<string, string>): Buffer {
  const parts: Parts = {
    '[Content_Types].xml': typesOf(types),
    '_rels/.rels': relationsOf([
      ['rId3', 'extended-properties', 'docProps/app.xml'],
      ['rId2', `${packageOf}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId1', 'officeDocument', main],
    ]),
    'docProps/core.xml': core(maker),
    'docProps/app.xml': `<Properties><Company>${maker.company}</Company><TotalTime>${maker.revision.length}</TotalTime></Properties>`,
    ...own,
  };
  const [first, ...rest] = Object.entries(parts);
  const order = maker === makers[0] ? rest : rest.reverse();
  const made = packed([first!, ...order].map(([name, part]) => [name, Buffer.from(part)]));
  return timed(made, Date.parse(maker.at));
}

/** A package whose parts were put in at some time, as far as its headers tell. */
function timed(zip: Buffer, at: number): Buffer {
  for (const [mark, place] of [
    ['PK\x03\x04', 10],
    ['PK\x01\x02', 12],
  ] as const)
    for (let found = zip.indexOf(mark); found >= 0; found = zip.indexOf(mark, found + 4))
      zip.writeUInt16LE(Math.floor(at / 2000) % 0xbf7d, found + place);
  return zip;
}

export async function docxBy(maker: Maker): Promise<Buffer> {
  const { name, machine, at, revision } = maker;
  const document = `<w:document xmlns:w="${word}" xmlns:r="${relationships}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="${drawing}"><!-- ${name} --><w:body>
<w:p w:rsidR="${revision}" w14:paraId="${revision}"><w:r w:rsidRPr="${revision}"><w:t xml:space="preserve">Máy tách hạt ngô &amp; lạc </w:t></w:r><w:proofErr w:type="spellStart"/><w:ins w:id="1" w:author="${name}" w:date="${at}"><w:r><w:t>chạy pin</w:t></w:r></w:ins></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "${machine}\\anh.jpg"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Ảnh 1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:p><w:hyperlink r:id="${maker === makers[0] ? 'rId9' : 'rId7'}"><w:r><w:t>trang</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><w:drawing><wp:docPr id="1" name="${name}" descr="${machine}\\anh.jpg"/><a:blip r:embed="rId5"/></w:drawing></w:r></w:p>
<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Nhận xét</w:t></w:r></w:p>
<w:sectPr><w:headerReference w:type="default" r:id="rId6"/></w:sectPr></w:body></w:document>`;
  const comments = `<w:comments xmlns:w="${word}"><w:comment w:id="0" w:author="${name}" w:initials="LB" w:date="${at}"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment></w:comments>`;
  const settings = `<w:settings xmlns:w="${word}" xmlns:r="${relationships}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="${revision}"/></w:rsids><w:defaultTabStop w:val="720"/><w:docVars><w:docVar w:name="a" w:val="${name}"/></w:docVars></w:settings>`;
  const link = maker === makers[0] ? 'rId9' : 'rId7';
  return packageBy(
    maker,
    'word/document.xml',
    {
      'word/document.xml': document,
      'word/_rels/document.xml.rels': relationsOf([
        ['rId1', 'settings', 'settings.xml'],
        ['rId5', 'image', `media/${maker.revision}.jpeg`],
        ['rId6', 'header', 'header1.xml'],
        ['rId8', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
        [link, 'hyperlink', 'https://example.vn/a?b=1&amp;c=2', 'External'],
        ['rId10', 'comments', 'comments.xml'],
        ['rId11', 'customXml', '../customXml/item1.xml'],
      ]),
      'word/settings.xml': settings,
      'word/_rels/settings.xml.rels': relationsOf([
        ['rId1', 'attachedTemplate', `file:///${machine}`, 'External'],
      ]),
      'word/comments.xml': comments,
      'word/header1.xml': `<w:hdr xmlns:w="${word}"><w:p w:rsidR="${revision}"><w:r><w:t>Đầu trang</w:t></w:r></w:p></w:hdr>`,
      'word/people.xml': `<people>${name}</people>`,
      'customXml/item1.xml': `<x>${name}</x>`,
      [`word/media/${maker.revision}.jpeg`]: await jpegBy(maker),
    },
    {
      'word/document.xml': `${kinds}wordprocessingml.document.main+xml`,
      'word/settings.xml': `${kinds}wordprocessingml.settings+xml`,
      'word/comments.xml': `${kinds}wordprocessingml.comments+xml`,
      'word/header1.xml': `${kinds}wordprocessingml.header+xml`,
      'word/people.xml': `${kinds}wordprocessingml.people+xml`,
    },
  );
}

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function xlsxBy(maker: Maker): Buffer {
  const { name, machine, revision } = maker;
  const uid = `xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{${revision}}"`;
  return packageBy(
    maker,
    'xl/workbook.xml',
    {
      'xl/workbook.xml': `<workbook xmlns="${sheet}" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><fileVersion appName="xl" rupBuild="${revision}"/><fileSharing userName="${name}"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="a" url="${machine}"/></mc:Choice></mc:AlternateContent><bookViews><workbookView xWindow="${revision.length}" activeTab="0"/></bookViews><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="a" comment="${name}">1</definedName></definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': relationsOf([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', '/xl/sharedStrings.xml'],
        ['rId3', 'calcChain', 'calcChain.xml'],
      ]),
      'xl/calcChain.xml': `<calcChain>${revision}</calcChain>`,
      'xl/sharedStrings.xml': `<sst xmlns="${sheet}"><si><t>Năng suất</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheet}" xmlns:r="${relationships}" ${uid}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c></row></sheetData><pageSetup r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
      'xl/worksheets/_rels/sheet1.xml.rels': relationsOf([
        ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'comments', '../comments1.xml'],
      ]),
      'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="s" alt="${name}" o:gfxdata="${revision}"/></xml>`,
      'xl/comments1.xml': `<comments xmlns="${sheet}"><authors><author>${name}</author>${maker === makers[0] ? '' : `<author>${maker.company}</author>`}</authors><commentList><comment ref="A1" authorId="${maker === makers[0] ? 0 : 1}"><text><t>Đo lại</t></text></comment></commentList></comments>`,
      'xl/printerSettings/printerSettings1.bin': Buffer.from(machine),
    },
    {
      'xl/workbook.xml': `${kinds}spreadsheetml.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${kinds}spreadsheetml.worksheet+xml`,
      'xl/sharedStrings.xml': `${kinds}spreadsheetml.sharedStrings+xml`,
      'xl/comments1.xml': `${kinds}spreadsheetml.comments+xml`,
      'xl/drawings/vmlDrawing1.vml': `${kinds}vmlDrawing`,
    },
  );
}

const show = 'http://schemas.openxmlformats.org/presentationml/2006/main';

export async function pptxBy(maker: Maker): Promise<Buffer> {
  const { name, machine, at, revision } = maker;
  return packageBy(
    maker,
    'ppt/presentation.xml',
    {
      'ppt/presentation.xml': `<p:presentation xmlns:p="${show}" xmlns:r="${relationships}"><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><x id="${revision}"/></p:ext></p:extLst></p:presentation>`,
      'ppt/_rels/presentation.xml.rels': relationsOf([
        ['rId2', 'slide', 'slides/slide1.xml'],
        ['rId3', 'commentAuthors', 'commentAuthors.xml'],
        ['rId4', 'viewProps', 'viewProps.xml'],
      ]),
      'ppt/viewProps.xml': `<x>${revision}</x>`,
      'ppt/commentAuthors.xml': `<p:cmAuthorLst xmlns:p="${show}"><p:cmAuthor id="0" name="${name}" initials="L" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
      'ppt/slides/slide1.xml': `<p:sld xmlns:p="${show}" xmlns:a="${drawing}" xmlns:r="${relationships}" xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="${name}" descr="${machine}"><a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId id="{${revision}}"/></a:ext></a:extLst></p:cNvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>Giải pháp</a:t></a:r></a:p></p:txBody></p:sp><p:pic><a:blip r:embed="rId1"/></p:pic><p:oleObj r:id="rId7"/></p:spTree></p:cSld></p:sld>`,
      'ppt/slides/_rels/slide1.xml.rels': relationsOf([
        ['rId1', 'image', '../media/image1.png'],
        ['rId5', 'comments', '../comments/comment1.xml'],
        ['rId7', 'oleObject', '../embeddings/oleObject1.bin'],
      ]),
      'ppt/embeddings/oleObject1.bin': Buffer.from(`${machine} ${name}`),
      'ppt/comments/comment1.xml': `<p:cmLst xmlns:p="${show}"><p:cm authorId="0" dt="${at}" idx="1"><p:text>Chữ nhỏ</p:text></p:cm></p:cmLst>`,
      'ppt/media/image1.png': await pngBy(maker),
    },
    {
      'ppt/presentation.xml': `${kinds}presentationml.presentation.main+xml`,
      'ppt/slides/slide1.xml': `${kinds}presentationml.slide+xml`,
      'ppt/commentAuthors.xml': `${kinds}presentationml.commentAuthors+xml`,
      'ppt/comments/comment1.xml': `${kinds}presentationml.comments+xml`,
    },
  );
}
