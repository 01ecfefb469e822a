/** Response headers policies of CloudFront: one for each cache behaviour of the distribution. */
import { type BuiltSite } from "./built-site.ts";
import { DRAWING_POLICY, EMBED_FOLDER, framedPolicy, HOST_HEADERS, OPEN_FOLDERS } from "./headers.ts";

export interface CloudFrontPolicy {
  /** Path patterns of the behaviours that it is for; "Default (*)" is the one that every distribution has. */
  behaviours: string[];
  name: string;
  /** What `aws cloudfront create-response-headers-policy --response-headers-policy-config` reads. */
  config: object;
}

/** Behaviours are tried in the order in which they are listed, so that of drawings comes first. */
export function cloudFrontPolicies({ basePath, policy }: BuiltSite): CloudFrontPolicy[] {
  const pattern = (folder: string) => `${basePath}${folder}*`;
  return [
    policyOf("drawings", ["*.svg"], DRAWING_POLICY),
    policyOf("embeds", [pattern(EMBED_FOLDER)], policy, true),
    policyOf("open", OPEN_FOLDERS.filter((folder) => folder !== EMBED_FOLDER).map(pattern), framedPolicy(policy), true),
    policyOf("pages", ["Default (*)"], framedPolicy(policy)),
  ];
}

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
