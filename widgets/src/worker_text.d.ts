/** A module and all it imports, bundled as text for a worker; ../worker_text.mjs makes it. */
declare module "*?worker" {
  const code: string;
  export default code;
}
