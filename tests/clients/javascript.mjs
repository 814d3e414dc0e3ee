// The AWS SDK for JavaScript, which shares no code with botocore, against a running Lodge: prints the name of every check that holds, and
// throws at one that does not.
//
// `node javascript.mjs ROLE-ARN`; the role may use every key, and the caller may do everything in its account. The endpoint, the region
// and the credentials come from the AWS_* variables, the trusted certificate from NODE_EXTRA_CA_CERTS.
import assert from "node:assert/strict";
import { createPublicKey, verify as verifies } from "node:crypto";

import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisabledException,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  InvalidKeyUsageException,
  KMSClient,
  KMSInvalidMacException,
  KMSInvalidSignatureException,
  KMSInvalidStateException,
  ListResourceTagsCommand,
  NotFoundException,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
  paginateListAliases,
  paginateListGrants,
  paginateListKeys,
} from "@aws-sdk/client-kms";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const [role] = process.argv.slice(2);
const account = role.split(":")[4];
const settings = { maxAttempts: 1 };
const kms = new KMSClient(settings);
const sts = new STSClient(settings);
const bytes = (text) => new Uint8Array(Buffer.from(text));

const createKey = async (KeySpec, KeyUsage) => {
  const made = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
  return made.KeyMetadata.Arn;
};

const collect = async (pages, items) => {
  const found = [];
  for await (const page of pages) found.push(items(page));
  return found;
};

/** The error of a call that must fail, of this class or with this name. */
const failure = async (call, expected, status = 400) => {
  const error = await call.then(
    () => assert.fail("the call succeeded"),
    (thrown) => thrown,
  );
  if (typeof expected === "string") assert.equal(error.name, expected);
  else assert(error instanceof expected, `${error.name}: ${error.message}`);
  assert.equal(error.$fault, "client");
  assert.equal(error.$metadata.httpStatusCode, status);
  assert.match(error.$metadata.requestId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  return error;
};

const checks = {
  "CreateKey and DescribeKey": async () => {
    const tags = [{ TagKey: "team", TagValue: "a" }];
    const made = await kms.send(new CreateKeyCommand({ Description: "from JavaScript", Tags: tags }));
    const { KeyMetadata: described } = await kms.send(new DescribeKeyCommand({ KeyId: made.KeyMetadata.KeyId }));
    assert.deepEqual(described, made.KeyMetadata);
    assert.equal(described.Description, "from JavaScript");
    assert.equal(described.KeyState, "Enabled");
    assert.equal(described.Enabled, true);
    assert(described.CreationDate instanceof Date);
    assert(Math.abs(Date.now() - described.CreationDate) < 60_000);
    const listed = await kms.send(new ListResourceTagsCommand({ KeyId: described.KeyId }));
    assert.deepEqual(listed.Tags, tags);
  },

  "paginators of ListAliases, ListGrants and ListKeys": async () => {
    const key = await createKey();
    const names = [0, 1, 2].map((number) => `alias/${key.split("/")[1]}-${number}`);
    for (const AliasName of names) await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: key }));
    const paging = { client: kms, pageSize: 1 };
    const aliases = await collect(paginateListAliases(paging, { KeyId: key }), (page) => page.Aliases);
    assert.deepEqual(aliases.map((page) => page.length), [1, 1, 1]);
    assert.deepEqual(aliases.flat().map((alias) => alias.AliasName).sort(), names);
    const GranteePrincipal = `arn:aws:iam::${account}:root`;
    for (const operation of ["Encrypt", "Decrypt"]) {
      await kms.send(new CreateGrantCommand({ KeyId: key, GranteePrincipal, Operations: [operation] }));
    }
    const grants = await collect(paginateListGrants(paging, { KeyId: key }), (page) => page.Grants);
    assert.deepEqual(grants.flat().flatMap((grant) => grant.Operations).sort(), ["Decrypt", "Encrypt"]);
    const keys = (await collect(paginateListKeys({ client: kms, pageSize: 5 }, {}), (page) => page.Keys)).flat();
    assert(keys.some((entry) => entry.KeyArn === key));
    assert.equal(new Set(keys.map((entry) => entry.KeyId)).size, keys.length);
  },

  "Encrypt, Decrypt and ReEncrypt with an encryption context": async () => {
    const [key, other] = [await createKey(), await createKey()];
    const plaintext = Uint8Array.from({ length: 256 }, (_, at) => at);
    const EncryptionContext = { tenant: "123", Straße: "🔑" };
    const encrypted = await kms.send(new EncryptCommand({ KeyId: key, Plaintext: plaintext, EncryptionContext }));
    assert.equal(encrypted.KeyId, key);
    assert.equal(encrypted.EncryptionAlgorithm, "SYMMETRIC_DEFAULT");
    const { CiphertextBlob } = encrypted;
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    assert.deepEqual([opened.KeyId, new Uint8Array(opened.Plaintext)], [key, plaintext]);
    const others = { tenant: "456" };
    await failure(
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: others })),
      InvalidCiphertextException,
    );
    await failure(
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext, KeyId: other })),
      IncorrectKeyException,
    );
    const moved = await kms.send(
      new ReEncryptCommand({ CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: other }),
    );
    assert.deepEqual([moved.SourceKeyId, moved.KeyId], [key, other]);
    const again = await kms.send(new DecryptCommand({ CiphertextBlob: moved.CiphertextBlob }));
    assert.deepEqual(new Uint8Array(again.Plaintext), plaintext);
  },

  GenerateDataKey: async () => {
    const key = await createKey();
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: "AES_256" }));
    assert.equal(made.Plaintext.length, 32);
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
    assert.deepEqual(opened.Plaintext, made.Plaintext);
    const hidden = await kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key, NumberOfBytes: 24 }));
    assert.equal("Plaintext" in hidden, false);
    assert.equal((await kms.send(new DecryptCommand({ CiphertextBlob: hidden.CiphertextBlob }))).Plaintext.length, 24);
  },

  "Sign and Verify": async () => {
    const KeyId = await createKey("ECC_NIST_P256", "SIGN_VERIFY");
    const given = { KeyId, SigningAlgorithm: "ECDSA_SHA_256" };
    const { Signature } = await kms.send(new SignCommand({ ...given, Message: bytes("message") }));
    const verify = (text) => kms.send(new VerifyCommand({ ...given, Signature, Message: bytes(text) }));
    assert.equal((await verify("message")).SignatureValid, true);
    await failure(verify("another"), KMSInvalidSignatureException);
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    assert(verifies("sha256", bytes("message"), key, Signature));
    assert(!verifies("sha256", bytes("another"), key, Signature));
  },

  "GenerateMac and VerifyMac": async () => {
    const given = { KeyId: await createKey("HMAC_384", "GENERATE_VERIFY_MAC"), MacAlgorithm: "HMAC_SHA_384" };
    const { Mac } = await kms.send(new GenerateMacCommand({ ...given, Message: bytes("message") }));
    assert.equal(Mac.length, 48);
    const verify = (text) => kms.send(new VerifyMacCommand({ ...given, Mac, Message: bytes(text) }));
    assert.equal((await verify("message")).MacValid, true);
    await failure(verify("another"), KMSInvalidMacException);
  },

  "typed errors": async () => {
    const encrypt = (KeyId) => kms.send(new EncryptCommand({ KeyId, Plaintext: bytes("plaintext") }));
    const missing = await failure(encrypt("alias/none"), NotFoundException);
    assert.equal(missing.message, `Alias arn:aws:kms:us-east-1:${account}:alias/none is not found.`);
    const key = await createKey();
    await kms.send(new DisableKeyCommand({ KeyId: key }));
    assert.equal((await failure(encrypt(key), DisabledException)).message, `${key} is disabled.`);
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key, PendingWindowInDays: 7 }));
    assert.equal((await failure(encrypt(key), KMSInvalidStateException)).message, `${key} is pending deletion.`);
    const signing = await createKey("ECC_NIST_P256", "SIGN_VERIFY");
    await failure(encrypt(signing), InvalidKeyUsageException);
    await failure(kms.send(new CreateAliasCommand({ AliasName: "none", TargetKeyId: signing })), "ValidationException");
  },

  "unknown access keys are refused": async () => {
    const credentials = { accessKeyId: "AKIAAAAAAAAAAAAAAAAA", secretAccessKey: "x".repeat(40) };
    const nobody = { ...settings, credentials };
    await failure(new KMSClient(nobody).send(new CreateKeyCommand({})), "UnrecognizedClientException");
    await failure(new STSClient(nobody).send(new GetCallerIdentityCommand({})), "InvalidClientTokenId", 403);
  },

  "a session of AssumeRole reaches one tenant's key": async () => {
    const tenants = [];
    for (let number = 0; number < 2; number += 1) {
      const key = await createKey();
      const alias = `alias/tenant-${key.split("/")[1]}`;
      await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: key }));
      tenants.push({ alias, key });
    }
    const [mine, other] = tenants;
    const condition = { StringEquals: { "kms:RequestAlias": mine.alias } };
    const statement = { Effect: "Allow", Action: "kms:*", Resource: "*", Condition: condition };
    const assumed = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: "tenant",
        DurationSeconds: 900,
        Policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = assumed.Credentials;
    assert(Math.abs(Expiration - Date.now() - 900_000) < 60_000);
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    const session = { ...settings, credentials };
    const identity = await new STSClient(session).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Arn, assumed.AssumedRoleUser.Arn);
    assert.equal(identity.Arn, `arn:aws:sts::${account}:assumed-role/${role.split("/")[1]}/tenant`);

    const tenant = new KMSClient(session);
    const encrypt = (KeyId) => tenant.send(new EncryptCommand({ KeyId, Plaintext: bytes("secret") }));
    const { CiphertextBlob, KeyId } = await encrypt(mine.alias);
    assert.equal(KeyId, mine.key);
    const opened = await tenant.send(new DecryptCommand({ CiphertextBlob, KeyId: mine.alias }));
    assert.equal(Buffer.from(opened.Plaintext).toString(), "secret");
    for (const key of [other.alias, other.key, mine.key]) {
      const denied = await failure(encrypt(key), "AccessDeniedException");
      assert.match(denied.message, /is not authorized to perform: kms:Encrypt/);
    }
    const again = new AssumeRoleCommand({ RoleArn: role, RoleSessionName: "again" });
    const refused = await failure(new STSClient(session).send(again), "AccessDenied", 403);
    assert(refused.message.startsWith("User: arn:aws:sts::"));
  },
};

for (const [name, check] of Object.entries(checks)) {
  await check();
  console.log(name);
}
