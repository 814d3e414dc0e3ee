// Another SDK than botocore: what it makes of Lodge's answers, as JSON on standard output.
// The endpoint, the region and the credentials come from the AWS_* variables, the trusted certificate from NODE_EXTRA_CA_CERTS.
import { DecryptCommand, EncryptCommand, KMSClient, paginateListKeys } from "@aws-sdk/client-kms";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const [key, role] = process.argv.slice(2);
const settings = { maxAttempts: 1 };
const kms = new KMSClient(settings);
const sts = new STSClient(settings);

const failure = async (call) => {
  try {
    await call();
  } catch (error) {
    const { name, message, $fault, $metadata } = error;
    return { name, message, fault: $fault, status: $metadata.httpStatusCode, requestId: $metadata.requestId };
  }
  throw new Error("the call succeeded");
};

const encrypted = await kms.send(
  new EncryptCommand({ KeyId: key, Plaintext: Buffer.from("plaintext"), EncryptionContext: { tenant: "123" } }),
);
const decrypt = (EncryptionContext) =>
  kms.send(new DecryptCommand({ CiphertextBlob: encrypted.CiphertextBlob, EncryptionContext }));
const decrypted = await decrypt({ tenant: "123" });
let keys = 0;
for await (const page of paginateListKeys({ client: kms, pageSize: 1 }, {})) keys += page.Keys.length;
const identity = await sts.send(new GetCallerIdentityCommand({}));
const assumed = await sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: "javascript" }));
const session = new STSClient({
  ...settings,
  credentials: {
    accessKeyId: assumed.Credentials.AccessKeyId,
    secretAccessKey: assumed.Credentials.SecretAccessKey,
    sessionToken: assumed.Credentials.SessionToken,
  },
});

console.log(
  JSON.stringify({
    keyId: encrypted.KeyId,
    plaintext: Buffer.from(decrypted.Plaintext).toString(),
    keys,
    arn: identity.Arn,
    sessionArn: (await session.send(new GetCallerIdentityCommand({}))).Arn,
    expires: assumed.Credentials.Expiration.toISOString(),
    otherContext: await failure(() => decrypt({ tenant: "456" })),
    missing: await failure(() => kms.send(new EncryptCommand({ KeyId: "alias/none", Plaintext: Buffer.from("p") }))),
    forbidden: await failure(() =>
      session.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: "javascript" })),
    ),
  }),
);
