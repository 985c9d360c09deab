/** An object that counts how often a property of it, or the list of them, is read. */
export function countReads<T extends object>(object: T, onRead: () => void): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      onRead();
      return Reflect.get(target, name, receiver) as unknown;
    },
    ownKeys(target) {
      onRead();
      return Reflect.ownKeys(target);
    },
  });
}
