import type { Style } from './style.ts'

interface Caption { readonly title: string; readonly lines: readonly string[]; readonly style: Style }

const EDGE = 24
const TITLE = 20
const TEXT = 13
const LEADING = 1.5

/**
 * A drawing on a ground of its own, with what it answers, for which time and in which unit: a picture that can be read where
 * the window is not. What the window hides is hidden in it too.
 */
export function pictureOf(drawing: HTMLCanvasElement, { title, lines, style: { colours, family } }: Caption): string {
  const picture = document.createElement('canvas')
  const pen = picture.getContext('2d')
  const scale = drawing.clientWidth > 0 ? drawing.width / drawing.clientWidth : 1
  const [width, height] = [drawing.width / scale, drawing.height / scale]
  if (!pen) return drawing.toDataURL('image/png')
  pen.font = fontOf(TEXT, 400, family)
  const about = wrapped(lines, (text) => pen.measureText(text).width <= width)
  const head = EDGE + TITLE * LEADING + about.length * TEXT * LEADING + EDGE / 2
  picture.width = Math.ceil((width + 2 * EDGE) * scale)
  picture.height = Math.ceil((head + height + EDGE) * scale)
  pen.scale(scale, scale)
  pen.fillStyle = colours.surface
  pen.fillRect(0, 0, width + 2 * EDGE, head + height + EDGE)
  pen.textBaseline = 'top'
  pen.fillStyle = colours.ink
  pen.font = fontOf(TITLE, 600, family)
  pen.fillText(title, EDGE, EDGE, width)
  pen.fillStyle = colours.soft
  pen.font = fontOf(TEXT, 400, family)
  about.forEach((line, index) => { pen.fillText(line, EDGE, EDGE + TITLE * LEADING + index * TEXT * LEADING, width) })
  pen.drawImage(drawing, EDGE, head, width, height)
  return picture.toDataURL('image/png')
}

const fontOf = (size: number, weight: number, family: string): string => `${weight} ${size}px ${family}`

/** As many parts on a line as fit. */
function wrapped(parts: readonly string[], fits: (text: string) => boolean): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = [lines.at(-1), part].filter((text) => text !== undefined).join(' · ')
    if (lines.length > 0 && fits(longer)) lines.splice(-1, 1, longer)
    else lines.push(part)
  }
  return lines
}
