/** Rooms that note each call of theirs, as `room.call`, and fail those that a test has told to fail. */
export function watch<Rooms extends object>(rooms: Rooms, asked: string[], fails: Map<string, Error>): Rooms {
  const watchRoom = (name: string, room: object): object =>
    new Proxy(room, {
      get(target, method) {
        const call = `${name}.${String(method)}`;
        const work = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => {
          asked.push(call);
          const failure = fails.get(call);
          return failure ? Promise.reject(failure) : work(...args);
        };
      },
    });
  return Object.fromEntries(
    Object.entries(rooms).map(([name, room]) => [name, watchRoom(name, room as object)]),
  ) as Rooms;
}
