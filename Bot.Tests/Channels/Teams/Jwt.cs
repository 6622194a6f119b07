using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PlanBot.Tests.Channels.Teams;

/// <summary>A key of a channel, or of somebody who would like to be one.</summary>
public sealed class TokenKey(string id, params string[] endorsements)
{
    public string Id => id;

    public RSA Rsa { get; } = RSA.Create(2048);

    public JsonNode ToJson()
    {
        var key = Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Jwt.Encode(key.Modulus!), ["e"] = Jwt.Encode(key.Exponent!),
            ["endorsements"] = new JsonArray([.. endorsements.Select(endorsement => (JsonNode)endorsement)]),
        };
    }
}

/// <summary>Makes tokens by hand, so that wrong ones can be made as well as right ones.</summary>
public static class Jwt
{
    public static string Write(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        return $"{text}.{Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static byte[] Rs(byte[] text, TokenKey key, HashAlgorithmName hash) => key.Rsa.SignData(text, hash, RSASignaturePadding.Pkcs1);

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
