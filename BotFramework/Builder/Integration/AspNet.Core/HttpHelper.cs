using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>How activities are read from and written to the wire: nulls left out, instants in ISO form.</summary>
public static class HttpHelper
{
    public static readonly JsonSerializerSettings BotMessageSerializerSettings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        MaxDepth = 128,
        ContractResolver = new SettableOnly(),
    };

    public static readonly JsonSerializer BotMessageSerializer = JsonSerializer.Create(BotMessageSerializerSettings);

    /// <returns>The default of <typeparamref name="T"/> when the body is not its JSON.</returns>
    public static async Task<T> ReadRequestAsync<T>(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = await BufferAsync(request);
        try
        {
            return WireJson.Read<T>(BotMessageSerializer, body);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            return default;
        }
    }

    /// <summary>A bare 200 for null, else the status with the body as JSON.</summary>
    public static async Task WriteResponseAsync(HttpResponse response, InvokeResponse invokeResponse)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.StatusCode = invokeResponse?.Status ?? StatusCodes.Status200OK;
        if (invokeResponse?.Body is not { } body)
            return;
        response.ContentType = "application/json";
        await response.Body.WriteAsync(WireJson.Write(BotMessageSerializer, body), response.HttpContext.RequestAborted);
    }

    /// <summary>What cannot be set is not written, an anonymous type's members among it.</summary>
    private sealed class SettableOnly : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (!property.Writable)
                property.ShouldSerialize = _ => false;
            return property;
        }
    }

    private static async Task<MemoryStream> BufferAsync(HttpRequest request)
    {
        if (request.Body is MemoryStream already)
            return already;
        // What is announced need not come, so no more than this is laid ready for it.
        var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 16 * 1024));
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        buffer.Position = 0;
        return buffer;
    }
}
