using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Browser;

/// <summary>Reads what a client posts, within limits of size and depth.</summary>
internal static class RequestBody
{
    /// <summary>Bytes.</summary>
    public const int Limit = 256 * 1024;

    private const int DeepestNesting = 64;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The object; an empty one for an empty body. Or why it is refused.</returns>
    public static async Task<(JObject? Body, DirectLineError? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = await BoundedBody.ReadAsync(request, Limit, cancellationToken);
        if (buffer is null)
            return (null, DirectLineError.TooLarge);
        if (buffer.Length == 0)
            return ([], null);
        if (!request.HasJsonContentType())
            return (null, DirectLineError.NotJson);
        return Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) is { } body ? (body, null) : (null, DirectLineError.Bad("The body is not a JSON object."));
    }

    /// <returns>Null for anything but one JSON object, nested no deeper than allowed.</returns>
    public static JObject? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            // Dates stay the text they are: what a person typed must not come back in another form.
            using var reader = new JsonTextReader(new StringReader(StrictUtf8.GetString(utf8)))
            {
                MaxDepth = DeepestNesting, DateParseHandling = DateParseHandling.None,
            };
            var body = JToken.ReadFrom(reader) as JObject;
            return reader.Read() ? null : body;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
