/** Typst: `#prose(blocks)` sets the blocks of `proseForTypst`. Stands before the template that calls it. */
export const typstProse = `
#let prose-run(run) = {
  if "break" in run { return linebreak() }
  let made = [#run.text]
  if "code" in run { made = box(fill: luma(236), outset: (y: 2pt), inset: (x: 2pt), made) }
  if "bold" in run { made = strong(made) }
  if "italic" in run { made = emph(made) }
  if "strike" in run { made = strike(made) }
  if "underline" in run or "href" in run { made = underline(offset: 2pt, made) }
  if "subscript" in run { made = sub(made) }
  if "superscript" in run { made = super(made) }
  if "href" in run { made = link(run.href, made) }
  made
}
#let prose-runs(runs) = runs.map(prose-run).join()
#let prose-side(name) = if name == "right" { right } else if name == "center" { center } else { left }
#let prose-flow(node) = {
  if node.kind == "paragraph" { if node.align == "left" { par(prose-runs(node.runs)) } else { align(prose-side(node.align), par(prose-runs(node.runs))) } }
  else {
    let items = node.items.map(item => item.map(prose-flow).join(parbreak()))
    if node.kind == "ordered" { enum(start: node.start, ..items) } else { list(..items) }
  }
}
#let prose-table(node) = {
  let columns = node.shares.map(share => share * 1fr)
  let place(cell) = table.cell(
    x: cell.x, y: cell.y, colspan: cell.colspan, rowspan: cell.rowspan,
    fill: if cell.head { luma(236) } else { none },
    align: if cell.figure { right } else { left },
    { set text(weight: 600) if cell.head; cell.blocks.map(prose-flow).join(parbreak()) },
  )
  let heads = node.cells.filter(cell => cell.y < node.heads).map(place)
  let rest = node.cells.filter(cell => cell.y >= node.heads).map(place)
  block(above: 1.2em, below: 1.2em, width: 100%, {
    set text(size: node.size * 1em)
    if node.caption != "" { block(below: 0.6em, sticky: true, strong(node.caption)) }
    table(
      columns: columns, inset: (x: if node.size < 0.7 { 2pt } else { 5pt }, y: 4pt), align: left,
      stroke: (x, y) => (top: if y == 0 { 1.2pt } else { 0.4pt + luma(160) }, bottom: 0.4pt + luma(160)),
      ..if heads.len() > 0 { (table.header(..heads),) }, ..rest,
    )
  })
}
#let prose-figure(node) = block(above: 1.2em, below: 1.2em, width: 100%, breakable: false, {
  if node.file != "" { image(node.file, width: node.share * 100%, alt: if node.alt == "" { none } else { node.alt }) }
  if node.caption != "" { block(above: 0.5em, text(size: 0.88em, fill: luma(85), node.caption)) }
})
#let prose-block(node) = {
  if node.kind == "heading" {
    heading(level: node.level, outlined: false, align(prose-side(node.align), prose-runs(node.runs)))
  } else if node.kind == "quote" {
    block(stroke: (left: 2pt + luma(120)), inset: (left: 10pt, y: 2pt), node.blocks.map(prose-flow).join(parbreak()))
  } else if node.kind == "rule" { line(length: 100%, stroke: 0.4pt + luma(160)) }
  else if node.kind == "table" { prose-table(node) }
  else if node.kind == "figure" { prose-figure(node) }
  else { prose-flow(node) }
}
#let prose(blocks) = {
  show heading: set text(weight: 700)
  show heading.where(level: 2): set text(size: 1.25em)
  show heading.where(level: 3): set text(size: 1.12em)
  show heading.where(level: 4): set text(size: 1em)
  show heading: set block(above: 1.4em, below: 0.7em)
  for node in blocks { prose-block(node) }
}
`;
