/** What CloudFront is given: response headers policies, one for each group of cache behaviours, and a function. */
import { type BuiltSite } from "./built-site.ts";
import { DRAWING_POLICY, EMBED_FOLDER, framedPolicy, HOST_HEADERS, OPEN_FOLDERS } from "./headers.ts";

export interface CloudFrontPolicy {
  /** Path patterns of the behaviours that it is for; "Default (*)" is the one that every distribution has. */
  behaviours: string[];
  name: string;
  /** What `aws cloudfront create-response-headers-policy --response-headers-policy-config` reads. */
  config: object;
}

/** Behaviours are tried in the order in which they are listed, so that those of drawings come first. */
export function cloudFrontPolicies({ basePath, policy }: BuiltSite): CloudFrontPolicy[] {
  const below = (folders: readonly string[], ending: string) => folders.map((folder) => basePath + folder + ending);
  const all = basePath === "/" ? ["Default (*)"] : [`${basePath}*`, basePath.slice(0, -1)];
  return [
    policyOf("open-drawings", below(OPEN_FOLDERS, "*.svg"), DRAWING_POLICY, true),
    policyOf("drawings", [`${basePath}*.svg`], DRAWING_POLICY),
    policyOf("embeds", below([EMBED_FOLDER], "*"), policy, true),
    policyOf("open", below(OPEN_FOLDERS.filter((folder) => folder !== EMBED_FOLDER), "*"), framedPolicy(policy), true), // prettier-ignore
    policyOf("pages", all, framedPolicy(policy)),
  ];
}

/**
 * For viewer requests, where S3 knows no index documents: a folder is answered with its page, and one without its slash leads there. An
 * address that begins with two slashes would lead to another host. It goes by the last part of the path: no folder of the site has a dot.
 */
export const CLOUDFRONT_FUNCTION = `// Written by \`npm run hosts\`: a CloudFront function for viewer requests.
function handler(event) {
  var request = event.request;
  var path = request.uri.replace(/^[/\\\\]+/, "/");
  var name = path.split("/").pop();
  if (name.indexOf(".") !== -1 || name === "SHA256SUMS") return request;
  if (name === "") {
    request.uri = path + "index.html";
    return request;
  }
  var query = [];
  Object.keys(request.querystring).forEach(function (key) {
    (request.querystring[key].multiValue || [request.querystring[key]]).forEach(function (one) {
      query.push(one.value === "" ? key : key + "=" + one.value);
    });
  });
  var location = path + "/" + (query.length ? "?" + query.join("&") : "");
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
}
`;

function policyOf(name: string, behaviours: string[], policy: string, isOpen = false): CloudFrontPolicy {
  return { name, behaviours, config: describe(`soundings-${name}`, policy, isOpen) };
}

/** Headers for which the API has fields of their own; the others are custom ones. */
const OWN_FIELDS: readonly string[] = ["X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security"];

/** The names are those of the CloudFront API, 2020-05-31: ResponseHeadersPolicyConfig. */
function describe(name: string, policy: string, isOpen: boolean): object {
  const custom = Object.entries(HOST_HEADERS).filter(([header]) => !OWN_FIELDS.includes(header));
  return {
    Name: name,
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policy },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: HOST_HEADERS["Referrer-Policy"] },
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: Number(/\d+/.exec(HOST_HEADERS["Strict-Transport-Security"] ?? "")?.[0]),
        IncludeSubdomains: false,
        Preload: false,
      },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
    ...(isOpen && {
      CorsConfig: {
        AccessControlAllowCredentials: false,
        AccessControlAllowHeaders: { Quantity: 1, Items: ["*"] },
        AccessControlAllowMethods: { Quantity: 2, Items: ["GET", "HEAD"] },
        AccessControlAllowOrigins: { Quantity: 1, Items: ["*"] },
        OriginOverride: true,
      },
    }),
  };
}
