using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.DingTalk;

/// <summary>Opens bodies that the console has encrypted: {"encrypt": Base64 of AES-256-CBC}. Inside are 16 random bytes, the length of the JSON in 4, the JSON, and whose it is.</summary>
/// <remarks>Source: what DingTalk documents of event callbacks, and what is reported of robots with a key. The padding is that of blocks of 32 bytes.</remarks>
internal static class DingTalkCipher
{
    private const int Block = 32;
    private const int Prefix = 16 + sizeof(int);

    /// <returns>Null for what is no key of 43 characters.</returns>
    public static byte[]? KeyOf(string? aesKey)
    {
        var key = new byte[32];
        return aesKey?.Trim() is { Length: 43 } text && Convert.TryFromBase64String(text + "=", key, out var length) && length == key.Length ? key : null;
    }

    /// <returns>Null for what is not encrypted, or not with this key, or not for this app.</returns>
    public static JObject? Open(JObject envelope, DingTalkOptions options)
    {
        if (RobotMessage.Text(envelope["encrypt"]) is not { } sealedText || KeyOf(options.AesKey) is not { } key || Decrypt(sealedText, key) is not { } plain || Unpad(plain) is not { } content)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(content.Span[16..]);
        if (length < 0 || length > content.Length - Prefix)
            return null;
        var owner = Encoding.UTF8.GetString(content.Span[(Prefix + length)..]);
        var isOurs = owner.Length > 0 && new[] { options.AppKey, options.RobotCode, options.CorpId }.Any(name => name?.Trim() == owner);
        return isOurs ? RobotMessage.Parse(Encoding.UTF8.GetString(content.Span.Slice(Prefix, length))) : null;
    }

    private static byte[]? Decrypt(string text, byte[] key)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length == 0 || length % Block != 0)
            return null;
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(bytes.AsSpan(0, length), key.AsSpan(0, 16), PaddingMode.None);
    }

    private static ReadOnlyMemory<byte>? Unpad(byte[] plain)
    {
        int padding = plain[^1];
        if (padding is 0 or > Block || plain.Length - padding < Prefix || plain.AsSpan()[^padding..].ContainsAnyExcept((byte)padding))
            return null;
        return plain.AsMemory(0, plain.Length - padding);
    }
}
