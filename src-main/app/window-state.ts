import { readFile } from 'node:fs/promises'
import { oneAtATime } from '#main/ipc/one-at-a-time.ts'
import { writeTextAtomic } from '#main/platform/files.ts'

interface Size { readonly width: number; readonly height: number }
export interface Bounds extends Size { readonly x: number; readonly y: number }
export interface WindowState { readonly bounds: Bounds; readonly isMaximized: boolean }
export interface Screen { readonly workArea: Bounds }

export const WINDOW_MIN = { width: 960, height: 640 }
const WINDOW_FIRST = { width: 1280, height: 840 }
/** So much of the title bar must be on a screen, or nobody could move the window. */
const GRIP = { width: 120, height: 32 }

/**
 * Where the window opens: where it stood, as far as that screen still exists and is large enough; else in the middle of the
 * first screen.
 */
export function placeWindow(saved: WindowState | undefined, screens: readonly Screen[]): Bounds {
  const stood = saved === undefined ? undefined : screens.map(({ workArea }) => standing(saved.bounds, workArea)).find((bounds) => bounds !== undefined)
  if (stood !== undefined) return stood
  const area = screens[0]?.workArea ?? { x: 0, y: 0, ...WINDOW_FIRST }
  const { width, height } = fit(saved?.bounds ?? WINDOW_FIRST, area)
  return { x: area.x + middle(area.width, width), y: area.y + middle(area.height, height), width, height }
}

function standing(saved: Bounds, area: Bounds): Bounds | undefined {
  const fitted = { ...saved, ...fit(saved, area) }
  return showsGrip(fitted, area) ? { ...fitted, y: Math.max(fitted.y, area.y) } : undefined
}

const fit = (wanted: Size, area: Size): Size => ({ width: clamp(wanted.width, WINDOW_MIN.width, area.width), height: clamp(wanted.height, WINDOW_MIN.height, area.height) })
const middle = (room: number, length: number): number => Math.max(0, Math.round((room - length) / 2))
/** The least wins where the screen is smaller than the least: then the window hangs over. */
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))

function showsGrip(bounds: Bounds, area: Bounds): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return width >= GRIP.width && bounds.y >= area.y - GRIP.height && bounds.y + GRIP.height <= area.y + area.height
}

/** The file that keeps where the window stood. */
export class WindowPlace {
  readonly #file: string
  readonly #inTurn = oneAtATime()

  constructor(file: string) {
    this.#file = file
  }

  /** Undefined where nothing usable was kept. */
  async read(): Promise<WindowState | undefined> {
    try {
      return toWindowState(JSON.parse(await readFile(this.#file, 'utf8')))
    } catch {
      return undefined
    }
  }

  /** The place that is told last is the one that stays. A disk that takes none costs no more than the place. */
  keep(state: WindowState): void {
    void this.#inTurn(() => writeTextAtomic(this.#file, `${JSON.stringify(state)}\n`))
  }

  /** Done when nothing is being written: before the app ends. */
  kept(): Promise<void> {
    return this.#inTurn(() => Promise.resolve())
  }
}

function toWindowState(value: unknown): WindowState | undefined {
  if (typeof value !== 'object' || value === null || !('bounds' in value) || typeof value.bounds !== 'object' || value.bounds === null) return undefined
  const { x, y, width, height } = { x: undefined, y: undefined, width: undefined, height: undefined, ...value.bounds }
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return undefined
  return { bounds: { x, y, width, height }, isMaximized: 'isMaximized' in value && value.isMaximized === true }
}

const isPixels = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
