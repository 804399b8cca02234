/** Runs some tasks at a time and gives their results in the tasks' own order. */
export async function* inOrder<T>(
  tasks: readonly (() => Promise<T>)[],
  atOnce: number,
): AsyncGenerator<T> {
  const running: Promise<T>[] = [];
  for (const task of tasks) {
    running.push(task());
    const [first] = running;
    if (running.length < atOnce || first === undefined) continue;
    running.shift();
    yield await first;
  }
  for (const result of running) yield await result;
}
