using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanBot.Tests.Channels.Callers;

internal static class Readable
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON with Chinese letters as they are.</summary>
    public static string Json(this JsonNode? node) => node?.ToJsonString(Letters) ?? "";
}
