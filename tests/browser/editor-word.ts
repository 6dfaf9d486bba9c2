// What Word for Windows puts on the clipboard for a page of a report: shortened, nothing smoothed.
export const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- @font-face {font-family:"Times New Roman";} p.MsoNormal {margin:0cm;font-size:14.0pt;} --></style></head>
<body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 align=center style='text-align:center'><b><span lang=VI style='font-size:14.0pt;font-family:"Times New Roman",serif'>Kết quả hội thảo<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-align:justify;text-indent:36.0pt'><span lang=VI style='mso-ansi-language:VI'>Ngày 12/5, <b style='mso-bidi-font-weight:normal'>Liên hiệp
hội</b> tổ chức <i>hội thảo</i> về H<sub>2</sub>O và 5 m<sup>2</sup> đất.<span style='mso-spacerun:yes'>  </span>Xem <a href="https://vusta.vn/tin"><span style='color:#0563C1'>tại đây</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>Nông nghiệp<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Cà phê<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Y dược<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp; </span></span><![endif]>Việc thứ ba<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=312 colspan=2 valign=top style='width:233.75pt;padding:0cm 5.4pt'><p class=MsoNormal align=center style='text-align:center'><b>Đơn vị<o:p></o:p></b></p></td></tr>
<tr><td width=312 style='background:#FFC000'><p class=MsoNormal>Hội Đất<o:p></o:p></p></td><td><p class=MsoNormal>19<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><img width=300 height=200 src="file:///C:/Users/LENOVO/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Picture_x0020_1"></p>
<p class=MsoNormal align=right style='text-align:right'><s>Sơn La</s>, <span style='text-decoration:underline;font-weight:700'>2026</span></p>
<!--EndFragment--></body></html>`;

const paragraph = (text: string, align?: string) => ({
  type: 'paragraph',
  ...(align ? { attrs: { align } } : {}),
  content: [{ type: 'text', text }],
});
const bold = { type: 'bold' };

/** What stands in the text after it. */
export const ofWord = [
  {
    type: 'heading',
    attrs: { level: 2, align: 'center' },
    content: [{ type: 'text', text: 'Kết quả hội thảo' }],
  },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Ngày 12/5, ' },
      { type: 'text', text: 'Liên hiệp hội', marks: [bold] },
      { type: 'text', text: ' tổ chức ' },
      { type: 'text', text: 'hội thảo', marks: [{ type: 'italic' }] },
      { type: 'text', text: ' về H' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: 'O và 5 m' },
      { type: 'text', text: '2', marks: [{ type: 'superscript' }] },
      { type: 'text', text: ' đất. Xem ' },
      {
        type: 'text',
        text: 'tại đây',
        marks: [{ type: 'link', attrs: { href: 'https://vusta.vn/tin' } }],
      },
      { type: 'text', text: '.' },
    ],
  },
  {
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          paragraph('Nông nghiệp'),
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [paragraph('Cà phê')] }],
          },
        ],
      },
      { type: 'listItem', content: [paragraph('Y dược')] },
    ],
  },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [paragraph('Việc thứ ba')] }],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableHeader',
            attrs: { colspan: 2 },
            content: [paragraph('Đơn vị', 'center')],
          },
        ],
      },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [paragraph('Hội Đất')] },
          { type: 'tableCell', content: [paragraph('19')] },
        ],
      },
    ],
  },
  {
    type: 'paragraph',
    attrs: { align: 'right' },
    content: [
      { type: 'text', text: 'Sơn La', marks: [{ type: 'strike' }] },
      { type: 'text', text: ', ' },
      { type: 'text', text: '2026', marks: [bold, { type: 'underline' }] },
    ],
  },
];

/** What Google Docs puts there. */
export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f1c"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">Đề mục</span></h2><p dir="ltr"><span style="font-weight:700;font-style:italic;white-space:pre-wrap;">Đậm</span><span style="font-weight:400;text-decoration:none;"> thường</span></p><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation"><span>Một</span></p></li></ol></b><br class="Apple-interchange-newline">`;
