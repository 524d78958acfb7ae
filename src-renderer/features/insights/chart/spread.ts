/**
 * Places for labels beside marks, each as near to its own as the others let it: never nearer to one another than `gap`, and
 * between the two ends as long as there is room for all. `centres` go downwards.
 */
export function spread(centres: readonly number[], gap: number, from: number, to: number): number[] {
  const places: number[] = []
  for (const centre of centres) places.push(Math.max(centre, (places.at(-1) ?? from - gap) + gap))
  let limit = to
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = places[index] ?? limit
    if (place <= limit) break
    places[index] = limit
    limit -= gap
  }
  return places
}
