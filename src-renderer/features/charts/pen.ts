/**
 * What a chart is drawn with. A chart is small, drawn seldom and read back for pictures and paper, so it stays in the page's own
 * memory: with the graphics processor, each drawing would make the page wait for another process.
 */
export const penOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | null => canvas.getContext('2d', { willReadFrequently: true })
