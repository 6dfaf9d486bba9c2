/** Typst: a whole issue out of `/data.json`; stands behind `typstProse`. A4, cover, contents, two columns. */
export const issueTemplate = `
#let data = json("/data.json")
#let accent = rgb(data.accent)
#let quiet = luma(85)
#set document(title: data.title + ", " + data.name)
#set text(size: 10pt)
#set par(leading: 0.66em, spacing: 0.9em, justify: false)
#set page(paper: "a4", margin: (x: 18mm, top: 20mm, bottom: 20mm))

#page(margin: 0mm, footer: none, {
  block(width: 100%, fill: accent, inset: (x: 18mm, top: 16mm, bottom: 12mm), {
    set text(fill: white)
    text(size: 11pt, weight: 600, data.union)
    v(6pt)
    par(leading: 0.5em, text(size: data.titleSize * 1pt, weight: 700, data.title))
    v(8pt)
    text(size: 13pt, weight: 500)[#data.name #h(1fr) #data.day]
  })
  if data.cover != "" {
    block(above: 0pt, width: 100%, image(data.cover, width: 100%, height: 118mm, fit: "cover", alt: data.coverAlt))
  }
  block(inset: (x: 18mm, top: 8mm), {
    text(size: 14pt, weight: 700, data.words.contents)
    v(4pt)
    line(length: 100%, stroke: 1.5pt)
    context {
      let heads = query(<story>)
      for (at, head) in heads.enumerate() {
        let number = counter(page).at(head.location()).first()
        block(above: 0.7em, below: 0.7em, grid(
          columns: (1fr, auto), gutter: 8pt,
          link(head.location(), head.value), text(weight: 600, str(number)),
        ))
      }
    }
  })
  if data.trial != "" { place(bottom + right, dx: -18mm, dy: -10mm, text(fill: quiet, data.trial)) }
})

#set page(
  header: context [
    #set text(size: 8.5pt, fill: quiet)
    #data.title #h(1fr) #data.name
  ],
  footer: context [
    #set text(size: 8.5pt, fill: quiet)
    #data.union #h(1fr) #counter(page).display("1")
  ],
)
#let story-head(story) = block(width: 100%, below: 1em, {
  line(length: 100%, stroke: 2pt + accent)
  v(4pt)
  if story.section != "" { text(size: 9pt, weight: 600, fill: accent, story.section); linebreak() }
  [#metadata(story.title) <story>]
  par(leading: 0.5em, text(size: 17pt, weight: 700, story.title))
  if story.by != "" { v(2pt); text(size: 9pt, fill: quiet, story.by) }
  if story.lead != "" { v(2pt); par(text(size: 11pt, weight: 500, story.lead)) }
})
#if data.editorial.len() > 0 {
  block(width: 100%, fill: luma(244), inset: 10mm, below: 2em, {
    text(size: 14pt, weight: 700, data.words.editorial)
    for paragraph in data.editorial { par(paragraph) }
  })
}
#for (at, story) in data.stories.enumerate() {
  block(breakable: true, width: 100%, above: if at == 0 { 0pt } else { 2.2em }, {
    story-head(story)
    if story.cover != "" {
      block(width: 100%, below: 1em, {
        image(story.cover, width: 100%, height: 62mm, fit: "cover", alt: if story.alt == "" { none } else { story.alt })
        if story.caption != "" { block(above: 0.4em, text(size: 8.5pt, fill: quiet, story.caption)) }
      })
    }
    if story.wide { prose(story.blocks) } else { columns(2, gutter: 7mm, prose(story.blocks)) }
  })
}
#if data.imprint.len() > 0 {
  v(1fr, weak: true)
  block(width: 100%, above: 2em, breakable: false, {
    line(length: 100%, stroke: 0.6pt + quiet)
    set text(size: 9pt, fill: quiet)
    for line in data.imprint { block(above: 0.4em, below: 0.4em, line) }
  })
}
`;

/** Points of the title on the cover: long ones are set smaller, never under 22. */
export const titleSize = (title: string): number =>
  title.length <= 28 ? 40 : title.length <= 48 ? 32 : title.length <= 80 ? 27 : 22;

/** Paragraphs of a plain text: those between empty lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim().replace(/\s*\n\s*/g, ' '))
    .filter((one) => one !== '');

/** Lines of a plain text. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
