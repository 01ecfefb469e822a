/** Web servers of the system, started for a test with the configuration that we write for them. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningServer {
  origin: string;
  stop(): Promise<void>;
}

export type ServerName = "nginx" | "caddy";

/** Debian puts nginx where only root's PATH may look. */
const env = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin` };

export function isInstalled(name: ServerName): boolean {
  return spawnSync(name, [name === "nginx" ? "-v" : "version"], { stdio: "ignore", env }).status === 0;
}

/** Whether Debian's package of nginx has the module that sends Brotli files. */
export async function hasBrotli(): Promise<boolean> {
  return (await readdir(NGINX_MODULES).catch(() => [])).some((name) => name.includes("brotli-static"));
}

const NGINX_MODULES = "/etc/nginx/modules-enabled";

/** @param config a file of conf.d/ as `npm run hosts` writes it, for port 80; or several. */
export async function startNginx(config: string): Promise<RunningServer> {
  const { folder, port } = await prepare();
  const own = config.replace(/^ *listen \[::\].*\n/gm, "").replace(/^ *listen 80;/gm, `  listen 127.0.0.1:${port};`);
  await writeFile(join(folder, "site.conf"), (await hasBrotli()) ? own.replace("# brotli_static on;", "brotli_static on;") : own);
  const whole = `${process.getuid?.() === 0 ? "user root;\n" : ""}include ${NGINX_MODULES}/*.conf;
daemon off;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  include ${folder}/site.conf;
}
`;
  await writeFile(join(folder, "nginx.conf"), whole);
  return start("nginx", ["-c", join(folder, "nginx.conf")], folder, port);
}

/** @param config a Caddyfile as `npm run hosts` writes it. @param address its first word, for which Caddy would ask for a certificate. */
export async function startCaddy(config: string, address: string): Promise<RunningServer> {
  const { folder, port } = await prepare();
  const plain = `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}\n}\n${config.replace(`\n${address} {`, `\nhttp://127.0.0.1:${port} {`)}`;
  await writeFile(join(folder, "Caddyfile"), plain);
  return start("caddy", ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")], folder, port);
}

async function prepare(): Promise<{ folder: string; port: number }> {
  return { folder: await mkdtemp(join(tmpdir(), "soundings-host-")), port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("The probe has no port."))));
    });
  });
}

/** Waits until the server answers. One that does not is ended, and what it said is thrown. Its folder goes with it. */
async function start(name: ServerName, options: readonly string[], folder: string, port: number): Promise<RunningServer> {
  const child = spawn(name, options, { stdio: ["ignore", "ignore", "pipe"], env });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (await fetch(origin).then(() => true, () => false)) return { origin, stop }; // prettier-ignore
    if (!hasEnded(child) && Date.now() < until) continue;
    await stop();
    throw new Error(`${name} gives no answer.\n${said}`);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
