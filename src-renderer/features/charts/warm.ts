import { Chart } from 'chart.js'
import { penOf } from './pen.ts'

let isCold = true

/**
 * A page's first drawing compiles the library on its way and takes several times as long as the next. An empty one that nobody
 * sees takes a good part of that: in a task of its own before it, neither keeps the window waiting. False where it was done before.
 */
export function warm(): boolean {
  const pen = isCold ? penOf(document.createElement('canvas')) : null
  isCold = false
  if (pen) new Chart(pen, { type: 'line', data: { datasets: [] }, options: { animation: false, responsive: false, scales: { x: { type: 'linear' } } } }).destroy()
  return pen !== null
}
