using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Channels.DingTalk;

/// <summary>Calls DingTalk: with the token, within the rate that all nodes keep together, once more with a new token and up to three times more when it was too fast.</summary>
public sealed class DingTalkApi(
    IHttpClientFactory clients, DingTalkTokens tokens, SharedPace pace, DingTalkUsage usage, IOptions<DingTalkOptions> options, [FromKeyedServices("wall")] TimeProvider wall, Random chance)
{
    public const string Client = "dingtalk";

    /// <summary>Bytes of an answer of DingTalk's; the client gives up beyond.</summary>
    internal const int LongestAnswer = 1024 * 1024;

    private const int Tries = 4;

    private readonly DingTalkOptions settings = options.Value;
    private readonly ConcurrentDictionary<string, CallWindow> windows = [];

    /// <param name="path">From the root, e.g. /v1.0/robot/oToMessages/batchSend; it names the rate.</param>
    /// <param name="rate">Names the rate where the path holds ids.</param>
    /// <exception cref="DingTalkException">DingTalk refuses, or cannot be understood.</exception>
    public Task<JObject> CallAsync(HttpMethod method, string path, JObject? body, CancellationToken cancellationToken, string? rate = null) => TryAsync(
        rate ?? path,
        token =>
        {
            var request = new HttpRequestMessage(method, new Uri(new Uri(settings.ApiUrl), path));
            request.Headers.Add("x-acs-dingtalk-access-token", token);
            if (body is not null)
                request.Content = Json(body);
            return request;
        },
        isCounted: true, cancellationToken);

    /// <summary>The older API; its questions about people are free.</summary>
    /// <exception cref="DingTalkException">DingTalk refuses, or cannot be understood.</exception>
    public Task<JObject> AskContactsAsync(string path, JObject body, CancellationToken cancellationToken) => TryAsync(
        path, token => new HttpRequestMessage(HttpMethod.Post, Legacy(path, token)) { Content = Json(body) }, isCounted: false, cancellationToken);

    /// <summary>Puts a file where the robot can hand it out from.</summary>
    /// <returns>Its media id.</returns>
    /// <exception cref="DingTalkException">DingTalk refuses, or cannot be understood.</exception>
    public async Task<string> UploadAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        const string path = "/media/upload";
        var answer = await TryAsync(path, token => new HttpRequestMessage(HttpMethod.Post, Legacy(path, token, "&type=file")) { Content = Form(name, content) }, isCounted: true, cancellationToken);
        return RobotMessage.Text(answer["media_id"]) ?? throw new DingTalkException(200, "no media id", Refusal.Broken);
    }

    /// <summary>Says something at the address that came with a message. No token, and not tried again: the robot API is the other way.</summary>
    /// <exception cref="DingTalkException">DingTalk refuses, or cannot be understood.</exception>
    internal async Task SayAtAsync(Uri webhook, JObject body, CancellationToken cancellationToken)
    {
        if (!settings.AllowsWebhook(webhook))
            throw new UnauthorizedAccessException("Refused: the bot does not answer at that host.");
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = Json(body) };
        usage.Count(UsageKind.Messages);
        await SendAsync(request, cancellationToken);
    }

    private async Task<JObject> TryAsync(string path, Func<string, HttpRequestMessage> ask, bool isCounted, CancellationToken cancellationToken)
    {
        var rates = RatesOf(path, settings.CallsPerSecond);
        var window = windows.GetOrAdd(rates[0].Key, _ => new(settings.CallsPerSecond, wall));
        string? refused = null;
        for (var tries = 1; ; tries++)
        {
            var token = await tokens.GetAsync(refused, cancellationToken);
            try
            {
                return await window.RunAsync(
                    async () =>
                    {
                        await pace.WaitAsync(rates, cancellationToken);
                        using var request = ask(token);
                        if (isCounted)
                            usage.Count(UsageKind.Calls);
                        return await SendAsync(request, cancellationToken);
                    },
                    cancellationToken);
            }
            catch (DingTalkException refusal) when (refusal.Refusal == Refusal.Token && refused is null)
            {
                refused = token;
            }
            catch (DingTalkException refusal) when (refusal.Refusal == Refusal.TooFast && tries < Tries)
            {
                await Task.Delay(TimeSpan.FromSeconds(tries * (1 + (chance.NextDouble() / 4))), wall, cancellationToken);
            }
        }
    }

    private async Task<JObject> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var client = clients.CreateClient(Client);
        using var response = await client.SendAsync(request, cancellationToken);
        var (answer, refusal) = DingTalkException.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        return refusal is null ? answer! : throw refusal;
    }

    /// <summary>DingTalk counts each API by itself.</summary>
    internal static IReadOnlyList<PaceRate> RatesOf(string path, int perSecond) =>
        [new($"dingtalk {path.Split('?')[0]}", [new(perSecond, TimeSpan.FromSeconds(1))], AtOnce: Math.Max(1, perSecond / 4), Lease: TimeSpan.FromSeconds(0.5))];

    private Uri Legacy(string path, string token, string more = "") => new(new Uri(settings.LegacyApiUrl), $"{path}?access_token={Uri.EscapeDataString(token)}{more}");

    private static StringContent Json(JObject body) => new(body.ToString(Formatting.None), Encoding.UTF8, "application/json");

    /// <remarks>The usual form quotes the boundary and not the names, which DingTalk's server refuses.</remarks>
    private static MultipartFormDataContent Form(string name, byte[] content)
    {
        var boundary = Guid.CreateVersion7().ToString("N");
        var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        var part = new ByteArrayContent(content);
        // The name as its bytes: "filename*" is not understood.
        var inLatin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name.Replace('"', '\'')));
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"media\"; filename=\"{inLatin}\"");
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part);
        return form;
    }
}
