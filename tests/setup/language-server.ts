/** A language server driven as VS Code drives it: a process that is spoken to over its standard input and output. */
import { spawn } from "node:child_process";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Mark {
  /** Number of the line, from 1. */
  line: number;
  message: string;
}

export interface LanguageServer {
  /** Opens a file, or gives an open one another text, as the editor does before it is saved. */
  write(file: string, language: string, text: string): void;
  /** What the server marks in it. */
  marksOf(file: string): Promise<Mark[]>;
  /** What it offers at the first ¦ of the text, which takes the place of what was written before. */
  offersAt(file: string, language: string, text: string): Promise<string[]>;
  /** The patterns of the files that it wants to hear of. */
  watched: ReadonlySet<string>;
  /** Says that one of them has changed on the disk. */
  touch(file: string): void;
  stop(): Promise<void>;
}

/** The server of the Astro extension, with the settings that make it read front matter. */
export function startAstroServer(folder: string): Promise<LanguageServer> {
  const home = packageFolder("@astrojs/check", "@astrojs/language-server");
  const typescript = { tsdk: join(packageFolder("typescript"), "lib") };
  return startServer(join(home, "bin/nodeServer.js"), folder, { initializationOptions: { typescript, contentIntellisense: true } });
}

/** The server of the YAML extension, with the settings of `.vscode/settings.json`. */
export function startYamlServer(folder: string, settings: Record<string, unknown>): Promise<LanguageServer> {
  const home = packageFolder("@astrojs/check", "@astrojs/language-server", "volar-service-yaml", "yaml-language-server");
  return startServer(join(home, "bin/yaml-language-server"), folder, { settings, pushes: true });
}

/** The folder of a package, found as the package before it in the list finds it. */
function packageFolder(...path: string[]): string {
  const file = path.reduce<string | undefined>((from, name) => (from ? findPackageJSON(name, from) : undefined), import.meta.url);
  if (!file) throw new Error(`packageFolder() did not find ${path.join(" > ")}`);
  return dirname(file);
}

interface Diagnostic {
  range: { start: { line: number } };
  message: string;
}

interface Message {
  id?: number;
  method?: string;
  params?: {
    /** Of a request for settings. */
    items?: { section?: string }[];
    /** Of marks that the server pushes. */
    uri?: string;
    diagnostics?: Diagnostic[];
    /** Of a wish to watch files, and of others. */
    registrations?: { registerOptions?: { watchers?: { globPattern: string }[] } }[];
  };
  result?: unknown;
  error?: { message: string };
}

interface Options {
  initializationOptions?: object;
  /** What `workspace/configuration` answers, by section. */
  settings?: Record<string, unknown>;
  /** Whether the server marks unasked, a while after each change. */
  pushes?: boolean;
}

async function startServer(
  program: string,
  folder: string,
  { initializationOptions, settings = {}, pushes }: Options,
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const pushed = new Map<string, (marks: Diagnostic[]) => void>(); // who waits, by the address of the file
  const watched = new Set<string>();
  const versions = new Map<string, number>();
  let last = 0;
  let unread = Buffer.alloc(0);

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const notify = (method: string, params: object) => send({ method, params });
  const request = (method: string, params?: object) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      send({ id: last, method, params });
    });
  const receive = ({ id, method, params, result, error }: Message) => {
    if (id === undefined) return pushed.get(params?.uri ?? "")?.(params?.diagnostics ?? []);
    if (method !== undefined) {
      for (const { registerOptions } of params?.registrations ?? [])
        for (const { globPattern } of registerOptions?.watchers ?? []) watched.add(globPattern);
      return send({ id, result: params?.items?.map(({ section = "" }) => settings[section] ?? null) ?? null });
    }
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
    waiting.delete(id);
  };
  child.stdout.on("data", (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const start = unread.indexOf("\r\n\r\n") + 4;
      const length = Number(/Content-Length: (\d+)/i.exec(unread.toString("latin1", 0, Math.max(start, 0)))?.[1]);
      if (start < 4 || unread.length < start + length) return;
      const body = unread.toString("utf8", start, start + length);
      unread = unread.subarray(start + length);
      receive(JSON.parse(body) as Message); // what the protocol says that a server sends
    }
  });

  const uriOf = (file: string) => pathToFileURL(join(folder, file)).href;
  await request("initialize", {
    processId: process.pid,
    rootUri: uriOf(""),
    workspaceFolders: [{ uri: uriOf(""), name: "dossier" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { diagnostic: {} },
    },
    initializationOptions,
  });
  notify("initialized", {});
  notify("workspace/didChangeConfiguration", { settings });

  const server: LanguageServer = {
    write(file, languageId, text) {
      const uri = uriOf(file);
      const version = (versions.get(file) ?? 0) + 1;
      versions.set(file, version);
      if (version === 1) notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
      else notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    async marksOf(file) {
      const uri = uriOf(file);
      const items = pushes
        ? await new Promise<Diagnostic[]>((resolve) => pushed.set(uri, resolve))
        : ((await request("textDocument/diagnostic", { textDocument: { uri } })) as { items: Diagnostic[] }).items; // asked for the first time, it is whole
      return items.map(({ range, message }) => ({ line: range.start.line + 1, message }));
    },
    async offersAt(file, language, text) {
      const before = text.slice(0, text.indexOf("¦"));
      const line = before.split("\n").length - 1;
      const character = before.length - before.lastIndexOf("\n") - 1;
      server.write(file, language, text.replace("¦", ""));
      const answer = await request("textDocument/completion", { textDocument: { uri: uriOf(file) }, position: { line, character } });
      return (answer as { items: { label: string }[] } | null)?.items.map(({ label }) => label) ?? [];
    },
    watched,
    touch: (file) => notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(file), type: 2 }] }),
    async stop() {
      await request("shutdown");
      notify("exit", {});
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
  return server;
}
